package id.aduan.lapor.complaint;

import java.util.regex.Pattern;

/**
 * Our short name of an agency (instansi: an OPD or a vertical agency), as the configuration spells
 * it: lower-case letters, digits and hyphens, at most 32 characters.
 */
public record AgencyCode(String value) implements Comparable<AgencyCode> {
  private static final Pattern SHAPE = Pattern.compile("[a-z][a-z0-9-]{0,31}");

  /**
   * Refuses another shape.
   *
   * @throws IllegalArgumentException for a code of another shape
   */
  public AgencyCode {
    if (!SHAPE.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "an agency code is lower-case letters, digits and hyphens, at most 32: '" + value + "'");
    }
  }

  @Override
  public int compareTo(AgencyCode other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
