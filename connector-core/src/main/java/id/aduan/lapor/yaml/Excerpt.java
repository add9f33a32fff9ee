package id.aduan.lapor.yaml;

/** Shows a value from a file inside a message: in quotes, on one line, and short. */
final class Excerpt {

  private static final int CHARACTERS_MAX = 40;

  private Excerpt() {}

  static String of(String value) {
    StringBuilder shown = new StringBuilder("'");
    value.codePoints().limit(CHARACTERS_MAX).forEach(c -> appendVisible(shown, c));
    if (value.codePointCount(0, value.length()) > CHARACTERS_MAX) {
      shown.append("...");
    }
    return shown.append('\'').toString();
  }

  private static void appendVisible(StringBuilder shown, int codePoint) {
    boolean invisible =
        Character.isISOControl(codePoint)
            || Character.getType(codePoint) == Character.FORMAT
            || (Character.isSpaceChar(codePoint) && codePoint != ' ');
    if (invisible) {
      shown.append("<U+%04X>".formatted(codePoint));
    } else {
      shown.appendCodePoint(codePoint);
    }
  }
}
