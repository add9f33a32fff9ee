package id.aduan.lapor.archfixtures.xml;

import java.util.function.Supplier;
import javax.xml.transform.TransformerFactory;

/** Planted: an XML factory of its own, by a method reference. */
public final class BadRefersToFactory {
  static Supplier<TransformerFactory> factory() {
    return TransformerFactory::newInstance;
  }

  private BadRefersToFactory() {}
}
