package id.aduan.lapor.notification;

import java.util.regex.Pattern;

/** A plain e-mail address: ASCII, one {@code @}, no name, no quotes, no comments. */
public record EmailAddress(String value) {
  /** The most that RFC 5321 lets through. */
  public static final int CHARACTERS_MAX = 254;

  /** What to write instead of one that is none. */
  public static final String HINT = "write one plain address, such as penghubung@example.go.id";

  private static final String ATOM = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+";
  private static final String LABEL = "[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?";
  private static final Pattern SHAPE =
      Pattern.compile(ATOM + "(?:\\." + ATOM + ")*@" + LABEL + "(?:\\." + LABEL + ")+");
  private static final int LOCAL_MAX = 64;

  /**
   * Refuses another shape.
   *
   * @throws IllegalArgumentException for anything else; the message does not show it
   */
  public EmailAddress {
    if (!isOne(value)) {
      throw new IllegalArgumentException("this is no plain e-mail address");
    }
  }

  /** Whether it is one. */
  public static boolean isOne(String text) {
    return text.length() <= CHARACTERS_MAX
        && text.indexOf('@') <= LOCAL_MAX
        && SHAPE.matcher(text).matches();
  }

  @Override
  public String toString() {
    return "***";
  }
}
