package id.aduan.lapor.filing;

import id.aduan.lapor.complaint.AgencyCode;

/**
 * How a local number stands in the text of a complaint, such as {@code [Nomor Tiket {source}:
 * {number}]. }. The portal has no field for it, so this is the only thing by which a complaint is
 * found again (portal-wire 2.5, 12 no. 4).
 *
 * @param text holds {@code {source}} and {@code {number}} once each, with a character on both sides
 *     that no number holds, so that number 1 is not found in number 12
 */
public record ReferenceForm(String text) {
  public static final ReferenceForm SEEN = new ReferenceForm("[Nomor Tiket {source}: {number}]. ");

  /** The most characters of a form. */
  public static final int CHARACTERS_MAX = 100;

  /** The most characters of what a form becomes. */
  public static final int RENDERED_MAX = CHARACTERS_MAX + 32 + 64;

  private static final String SOURCE = "{source}";
  private static final String NUMBER = "{number}";

  /**
   * Refuses a form by which nothing is found again for sure.
   *
   * @throws IllegalArgumentException with what a form looks like
   */
  public ReferenceForm {
    if (text.length() > CHARACTERS_MAX || text.codePoints().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException("a reference is one line of at most 100 characters");
    }
    if (!standsApart(text, SOURCE) || !standsApart(text, NUMBER)) {
      throw new IllegalArgumentException(
          "a reference holds {source} and {number} once each, both between characters that are"
              + " neither letters, digits nor . _ / -");
    }
  }

  private static boolean standsApart(String text, String part) {
    int at = text.indexOf(part);
    int end = at + part.length();
    return at > 0
        && end < text.length()
        && text.indexOf(part, end) < 0
        && separates(text.charAt(at - 1))
        && separates(text.charAt(end));
  }

  private static boolean separates(char character) {
    return !Character.isLetterOrDigit(character)
        && !Character.isSurrogate(character)
        && "._/-{}".indexOf(character) < 0;
  }

  /** The form with its values, with the blanks around it that it was written with. */
  public String of(AgencyCode source, String number) {
    return text.replace(SOURCE, source.value()).replace(NUMBER, number);
  }
}
