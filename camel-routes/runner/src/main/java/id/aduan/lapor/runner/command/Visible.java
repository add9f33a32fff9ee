package id.aduan.lapor.runner.command;

/** Text of others on a terminal: its lines stay, and nothing in it moves or colours anything. */
final class Visible {
  private Visible() {}

  /** The text with its control characters written out, but for line breaks and tabs. */
  static String of(String text) {
    StringBuilder visible = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            c -> {
              if (Character.isISOControl(c) && c != '\n' && c != '\t' && c != '\r') {
                visible.append("\\u%04x".formatted(c));
              } else {
                visible.appendCodePoint(c);
              }
            });
    return visible.toString();
  }
}
