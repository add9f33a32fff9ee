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
}
