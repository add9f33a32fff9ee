package id.aduan.lapor.adapter.soap;

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

  private static boolean isLegal(int c) {
    return c == '\t'
        || c == '\n'
        || c == '\r'
        || (c >= 0x20 && c <= 0xD7FF)
        || (c >= 0xE000 && c <= 0xFFFD)
        || c >= 0x10000;
  }
}
