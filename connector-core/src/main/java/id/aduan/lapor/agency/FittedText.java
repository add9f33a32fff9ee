package id.aduan.lapor.agency;

/**
 * A text cut to what an agency's field holds. Portal texts reach 3,000 characters and titles 169,
 * and the fields of ticket systems are shorter (portal-wire 10.1), so what was cut must reach the
 * agency another way; {@link #cut()} tells the adapter to send the whole beside it.
 *
 * @param value at most {@code codePointsMax} code points
 */
public record FittedText(String value, boolean cut) {
  private static final String ELLIPSIS = "…";
  private static final int WORD_MAX = 40;

  /**
   * Cuts between words where one ends near the limit, and marks the cut.
   *
   * @param codePointsMax at least 1
   * @param marker what follows the cut, such as a hint to the attached full text; left out where it
   *     would take more than half of the field
   */
  public static FittedText of(String text, int codePointsMax, String marker) {
    if (codePointsMax < 1) {
      throw new IllegalArgumentException("a field holds at least one character");
    }
    if (text.codePointCount(0, text.length()) <= codePointsMax) {
      return new FittedText(text, false);
    }
    String ending = ELLIPSIS + marker;
    int endingLength = ending.codePointCount(0, ending.length());
    if (endingLength * 2 > codePointsMax) {
      ending = ELLIPSIS;
      endingLength = 1;
    }
    int end = text.offsetByCodePoints(0, codePointsMax - endingLength);
    return new FittedText(text.substring(0, wordEnd(text, end)).stripTrailing() + ending, true);
  }

  private static int wordEnd(String text, int end) {
    for (int i = end; i > Math.max(0, end - WORD_MAX); i--) {
      if (Character.isWhitespace(text.charAt(i))) {
        return i;
      }
    }
    return end;
  }
}
