package id.aduan.lapor.deadline;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/**
 * The last moment that is in time.
 *
 * @param date the day on which it lies, in the zone
 * @param at of limits in days 23:59:59 of that day in the zone (CAL-10); of limits in hours and
 *     minutes the moment itself
 * @param zone the handling agency's zone, in which days end (CAL-11)
 * @param certainty whether the calendar knows all the days between
 * @param calendarVersion the calendar that counted; another content has another version
 */
public record DueDate(
    LocalDate date, Instant at, ZoneId zone, Certainty certainty, String calendarVersion) {

  private static final LocalTime LAST_SECOND = LocalTime.of(23, 59, 59);

  /** The end of a day (CAL-10). */
  static DueDate endOf(LocalDate date, ZoneId zone, Certainty certainty, String calendarVersion) {
    Instant at = date.atTime(LAST_SECOND).atZone(zone).toInstant();
    return new DueDate(date, at, zone, certainty, calendarVersion);
  }

  /** Whether a moment is late: of limits in days, on a later day (CAL-10). */
  public boolean isMissedAt(Instant moment, Limit.Unit unit) {
    return unit.isDay() ? LocalDate.ofInstant(moment, zone).isAfter(date) : moment.isAfter(at);
  }
}
