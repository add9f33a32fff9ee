package id.aduan.lapor.notification;

import java.util.regex.Pattern;

/** A telephone number in the international form: {@code +} and 8 to 15 digits (E.164). */
public record PhoneNumber(String value) {
  /** What to write instead of one that is none. */
  public static final String HINT = "write it with the country, such as +6281234567890";

  private static final Pattern SHAPE = Pattern.compile("\\+[1-9][0-9]{7,14}");

  /**
   * Refuses another shape.
   *
   * @throws IllegalArgumentException for anything else; the message does not show it
   */
  public PhoneNumber {
    if (!isOne(value)) {
      throw new IllegalArgumentException("this is no international telephone number");
    }
  }

  /** Whether it is one. */
  public static boolean isOne(String text) {
    return SHAPE.matcher(text).matches();
  }

  @Override
  public String toString() {
    return "***";
  }
}
