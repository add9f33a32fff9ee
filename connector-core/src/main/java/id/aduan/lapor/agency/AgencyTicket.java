package id.aduan.lapor.agency;

import id.aduan.lapor.complaint.AgencyCode;
import java.util.Optional;

/** An agency's own number for a complaint. */
public record AgencyTicket(AgencyCode agency, String number) {
  private static final int LENGTH_MAX = 128;

  /**
   * A number or id as a system writes it, or nothing where it is no such thing: blank, the word
   * {@code null}, too long, or with control characters in it.
   */
  public static Optional<String> readNumber(String raw) {
    String number = raw.strip();
    boolean fit =
        !number.isEmpty()
            && number.length() <= LENGTH_MAX
            && !number.equalsIgnoreCase("null")
            && number.codePoints().noneMatch(Character::isISOControl);
    return fit ? Optional.of(number) : Optional.empty();
  }
}
