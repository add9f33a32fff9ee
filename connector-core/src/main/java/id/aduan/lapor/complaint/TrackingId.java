package id.aduan.lapor.complaint;

import java.util.regex.Pattern;

/**
 * The portal's Tracking ID of a complaint (nomor lacak): digits, unique in the portal, opaque. It
 * is not ordered, grows in length, and is not part of a public address (portal-wire 5).
 */
public record TrackingId(String value) {
  private static final Pattern DIGITS = Pattern.compile("\\d{5,15}");

  /**
   * Refuses another shape.
   *
   * @throws IllegalArgumentException for anything but 5 to 15 digits
   */
  public TrackingId {
    if (!DIGITS.matcher(value).matches()) {
      throw new IllegalArgumentException("a tracking id is 5 to 15 digits");
    }
  }

  /** Reads an id as people write it: blanks around it and a leading {@code #} are dropped. */
  public static TrackingId parse(String text) {
    String stripped = text.strip();
    return new TrackingId(stripped.startsWith("#") ? stripped.substring(1) : stripped);
  }

  @Override
  public String toString() {
    return value;
  }
}
