package id.aduan.lapor.adapter.soap;

import java.nio.charset.StandardCharsets;
import org.w3c.dom.Element;
import org.w3c.dom.ls.DOMImplementationLS;
import org.w3c.dom.ls.LSSerializer;

/** Text that XML 1.0 can carry. */
final class XmlText {
  private XmlText() {}

  /** The text without what XML forbids: control characters, half pairs, U+FFFE and U+FFFF. */
  static String legal(String text) {
    if (text.codePoints().allMatch(XmlText::isLegal)) {
      return text;
    }
    StringBuilder legal = new StringBuilder(text.length());
    text.codePoints().filter(XmlText::isLegal).forEach(legal::appendCodePoint);
    return legal.toString();
  }

  /**
   * An element as it was read, for people to look at; the same bytes for the same content.
   *
   * @throws IllegalStateException never on a Java platform as it is shipped
   */
  static byte[] raw(Element element) {
    Object writer = element.getOwnerDocument().getImplementation().getFeature("LS", "3.0");
    if (!(writer instanceof DOMImplementationLS ls)) {
      throw new IllegalStateException("this DOM cannot write what it read");
    }
    LSSerializer serializer = ls.createLSSerializer();
    serializer.getDomConfig().setParameter("xml-declaration", false);
    return serializer.writeToString(element).getBytes(StandardCharsets.UTF_8);
  }

  private static boolean isLegal(int c) {
    return c == '\t'
        || c == '\n'
        || c == '\r'
        || (c >= 0x20 && c <= 0xD7FF)
        || (c >= 0xE000 && c <= 0xFFFD)
        || c >= 0x10000;
  }
}
