package id.aduan.lapor.archfixtures.xml;

import javax.xml.stream.XMLInputFactory;

/** Planted: an XML parser of its own. */
public final class BadMakesReader {
  static XMLInputFactory factory() {
    return XMLInputFactory.newDefaultFactory();
  }

  private BadMakesReader() {}
}
