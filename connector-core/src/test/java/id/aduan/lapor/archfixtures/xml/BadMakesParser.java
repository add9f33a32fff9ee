package id.aduan.lapor.archfixtures.xml;

import javax.xml.parsers.DocumentBuilderFactory;

/** Planted: an XML parser of its own. */
public final class BadMakesParser {
  static DocumentBuilderFactory factory() {
    return DocumentBuilderFactory.newInstance();
  }

  private BadMakesParser() {}
}
