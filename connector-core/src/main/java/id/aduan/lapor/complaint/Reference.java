package id.aduan.lapor.complaint;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Our reference of a complaint in an agency's system: the tracking id, and from the second time
 * that the case goes there a number behind it ({@code 9165816.02}), so that a re-opened case gets a
 * ticket of its own and is never taken for the old one.
 *
 * @param leg how many times the case has gone to that agency, from 1 to {@value #LEG_MAX}
 */
public record Reference(TrackingId complaint, int leg) {
  /** More often than any case goes to one agency. */
  public static final int LEG_MAX = 99;

  private static final Pattern FORM = Pattern.compile("([^.]{1,20})(?:\\.(\\d{2}))?");

  /**
   * Refuses another number.
   *
   * @throws IllegalArgumentException for anything but 1 to 99
   */
  public Reference {
    if (leg < 1 || leg > LEG_MAX) {
      throw new IllegalArgumentException("a leg is 1 to " + LEG_MAX + ", not " + leg);
    }
  }

  /** Of the first time that a case goes to an agency. */
  public static Reference of(TrackingId complaint) {
    return new Reference(complaint, 1);
  }

  /**
   * Reads a reference as a system gives it back.
   *
   * @throws IllegalArgumentException for another shape
   */
  public static Reference parse(String text) {
    Matcher form = FORM.matcher(text.strip());
    if (!form.matches()) {
      throw new IllegalArgumentException("a reference is a tracking id, with .02 or so behind it");
    }
    TrackingId complaint = TrackingId.parse(form.group(1));
    String leg = form.group(2);
    if (leg == null) {
      return of(complaint);
    }
    if (leg.equals("01")) {
      throw new IllegalArgumentException("the first leg has no number behind the tracking id");
    }
    return new Reference(complaint, Integer.parseInt(leg));
  }

  /** As it is written into an agency's system. */
  public String value() {
    return leg == 1 ? complaint.value() : "%s.%02d".formatted(complaint.value(), leg);
  }

  @Override
  public String toString() {
    return value();
  }
}
