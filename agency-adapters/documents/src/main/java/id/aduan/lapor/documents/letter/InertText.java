package id.aduan.lapor.documents.letter;

import java.util.List;

/** Makes of any value text that says no more than itself, wherever it stands. */
final class InertText {
  private static final char UNSHOWN = '\uFFFD';
  private static final char ISOLATE = '\u2068';
  private static final char END_ISOLATE = '\u2069';
  private static final char END_EMBEDDING = '\u202C';

  private InertText() {}

  /** The lines of a value; never none. */
  static List<String> lines(String value) {
    return value
        .replace("\r\n", "\n")
        .replaceAll("[\\r\\x0B\\f\\x85\\u2028\\u2029]", "\n")
        .lines()
        .map(line -> isolated(shown(line)))
        .collect(
            java.util.stream.Collectors.collectingAndThen(
                java.util.stream.Collectors.toList(),
                all -> all.isEmpty() ? List.of("") : List.copyOf(all)));
  }

  /** What XML cannot hold is shown as the sign for it. */
  private static String shown(String line) {
    StringBuilder text = new StringBuilder(line.length());
    line.codePoints().forEach(it -> text.appendCodePoint(isXml(it) ? it : UNSHOWN));
    return text.toString();
  }

  private static boolean isXml(int c) {
    boolean surrogate = c >= 0xD800 && c <= 0xDFFF;
    boolean nothing = (c & 0xFFFE) == 0xFFFE || (c >= 0xFDD0 && c <= 0xFDEF);
    boolean control = (c < 0x20 && c != '\t') || (c >= 0x7F && c <= 0x9F);
    return !surrogate && !nothing && !control;
  }

  /** What is written from right to left, or turns the direction, ends with its own line. */
  private static String isolated(String line) {
    if (line.codePoints().noneMatch(InertText::turns)) {
      return line;
    }
    StringBuilder text = new StringBuilder(line.length() + 8).append(ISOLATE);
    StringBuilder open = new StringBuilder();
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == END_ISOLATE || c == END_EMBEDDING) {
        int last = open.length() - 1;
        if (last < 0 || open.charAt(last) != c) {
          text.append(UNSHOWN);
          continue;
        }
        open.setLength(last);
      } else if (c >= '\u2066' && c <= '\u2068') {
        open.append(END_ISOLATE);
      } else if (c == '\u202A' || c == '\u202B' || c == '\u202D' || c == '\u202E') {
        open.append(END_EMBEDDING);
      }
      text.append(c);
    }
    return text.append(open.reverse()).append(END_ISOLATE).toString();
  }

  private static boolean turns(int c) {
    return switch (Character.getDirectionality(c)) {
      case Character.DIRECTIONALITY_RIGHT_TO_LEFT,
          Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC,
          Character.DIRECTIONALITY_LEFT_TO_RIGHT_EMBEDDING,
          Character.DIRECTIONALITY_RIGHT_TO_LEFT_EMBEDDING,
          Character.DIRECTIONALITY_LEFT_TO_RIGHT_OVERRIDE,
          Character.DIRECTIONALITY_RIGHT_TO_LEFT_OVERRIDE,
          Character.DIRECTIONALITY_POP_DIRECTIONAL_FORMAT,
          Character.DIRECTIONALITY_LEFT_TO_RIGHT_ISOLATE,
          Character.DIRECTIONALITY_RIGHT_TO_LEFT_ISOLATE,
          Character.DIRECTIONALITY_FIRST_STRONG_ISOLATE,
          Character.DIRECTIONALITY_POP_DIRECTIONAL_ISOLATE ->
          true;
      default -> false;
    };
  }
}
