package id.aduan.lapor.filing;

import id.aduan.lapor.agency.AgencyTicket;
import id.aduan.lapor.complaint.AgencyCode;
import id.aduan.lapor.complaint.Reporter;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A report (laporan) that a local system took at a counter, by e-mail or by a messenger, and that
 * is to be filed on the portal. It is known by its source and number: one pair is one report for
 * ever (C4). The text form names nobody.
 *
 * @param source the system that took it; an agency's code where it is that agency's own
 * @param number its number there: up to 64 letters, digits and {@code . _ / -}
 * @param title at most 1,000 characters; empty where the system has none
 * @param content at most 20,000 characters; the portal may hold less
 * @param categoryId the portal's number
 * @param classificationId the portal's number
 * @param anonymous whether the reporter's name is hidden from the reported party and the public
 * @param secret whether the text is hidden from the public
 * @param reporter never a part of the text
 * @param institution the portal's number of the institution that is to answer; without one it stays
 *     with the institution that files it
 */
public record LocalReport(
    AgencyCode source,
    String number,
    String title,
    String content,
    Optional<String> categoryId,
    Optional<String> classificationId,
    Optional<LocalDate> incidentOn,
    boolean anonymous,
    boolean secret,
    Reporter reporter,
    Optional<String> institution) {
  public static final Pattern NUMBER = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._/-]{0,63}");
  public static final int TITLE_CHARACTERS_MAX = 1_000;
  public static final int CONTENT_CHARACTERS_MAX = 20_000;
  public static final int REPORTER_CHARACTERS_MAX = 200;
  private static final Pattern PORTAL_NUMBER = Pattern.compile("[0-9]{1,15}");

  /**
   * Refuses another form.
   *
   * @throws IllegalArgumentException naming the field and never its value
   */
  public LocalReport {
    require(NUMBER.matcher(number).matches(), "number is 1 to 64 letters, digits and . _ / -");
    require(isWhole(title) && isWhole(content), "a text holds half a character or a control");
    require(title.length() <= TITLE_CHARACTERS_MAX, "title has at most 1000 characters");
    require(!content.isBlank(), "content is not blank");
    require(content.length() <= CONTENT_CHARACTERS_MAX, "content has at most 20000 characters");
    requireNumber(categoryId, "category");
    requireNumber(classificationId, "classification");
    requireNumber(institution, "institution");
    requireLine(reporter.name(), "name");
    requireLine(reporter.phone(), "phone");
    requireLine(reporter.email(), "email");
  }

  /** Lines may end; half a character would become another one on its way. */
  private static boolean isWhole(String text) {
    return text.codePoints()
        .noneMatch(
            it ->
                Character.getType(it) == Character.SURROGATE
                    || (Character.isISOControl(it) && "\n\r\t".indexOf(it) < 0));
  }

  private static void requireNumber(Optional<String> number, String field) {
    require(
        number.map(it -> PORTAL_NUMBER.matcher(it).matches()).orElse(true),
        field + " is a number of the portal, 1 to 15 digits");
  }

  private static void requireLine(String text, String field) {
    require(
        text.length() <= REPORTER_CHARACTERS_MAX
            && text.codePoints().noneMatch(Character::isISOControl),
        "reporter." + field + " is one line of at most 200 characters");
  }

  private static void require(boolean right, String otherwise) {
    if (!right) {
      throw new IllegalArgumentException(otherwise);
    }
  }

  /** The local number, as agencies' numbers are linked with complaints. */
  public AgencyTicket ticket() {
    return new AgencyTicket(source, number);
  }

  @Override
  public String toString() {
    return "LocalReport[" + source + " " + number + "]";
  }
}
