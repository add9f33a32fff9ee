package id.aduan.lapor.runner.log;

/** Makes text fit for one line of a terminal or a log: nothing in it can end or colour the line. */
public final class OneLine {
  private OneLine() {}

  /** Replaces control, formatting and line-separating characters by their numbers. */
  public static String of(String text) {
    StringBuilder line = new StringBuilder(text.length());
    text.codePoints().forEach(c -> append(line, c));
    return line.toString();
  }

  private static void append(StringBuilder line, int codePoint) {
    if (isHarmless(codePoint)) {
      line.appendCodePoint(codePoint);
    } else {
      line.append("<U+%04X>".formatted(codePoint));
    }
  }

  private static boolean isHarmless(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE ->
          false;
      default -> true;
    };
  }
}
