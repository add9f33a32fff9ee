package id.aduan.lapor.deadline;

import java.time.LocalTime;

/**
 * When an office is open on its working days, for warnings; deadlines count whole days (CAL-02).
 *
 * @param opens before {@code closes}
 */
public record OfficeHours(LocalTime opens, LocalTime closes) {
  /** The start of Perpres 21/2023, and an end after 7.5 hours of work and one of rest (CAL-02). */
  public static final OfficeHours USUAL = new OfficeHours(LocalTime.of(7, 30), LocalTime.of(16, 0));

  /**
   * Refuses hours that are none.
   *
   * @throws IllegalArgumentException when it does not open before it closes
   */
  public OfficeHours {
    if (!opens.isBefore(closes)) {
      throw new IllegalArgumentException(
          "an office opens before it closes: " + opens + ", " + closes);
    }
  }
}
