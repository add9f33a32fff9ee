package id.aduan.lapor.deadline;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;

/**
 * The last day of a limit, with all that explains it.
 *
 * @param date the last day that is in time
 * @param zone the handling agency's zone, in which that day ends (CAL-11)
 * @param certainty whether the calendar knows all the days between
 * @param calendarVersion the calendar that counted; it names the switch for joint leave, too
 * @param receivedOn the day of receipt in that zone; it does not count (CAL-09)
 * @param workingDays how many were counted
 * @param skipped the days between receipt and due day that did not count, in order
 */
public record DueDate(
    LocalDate date,
    ZoneId zone,
    Certainty certainty,
    String calendarVersion,
    LocalDate receivedOn,
    int workingDays,
    List<DayOff> skipped) {

  private static final LocalTime LAST_SECOND = LocalTime.of(23, 59, 59);

  public DueDate {
    skipped = List.copyOf(skipped);
  }

  /** The last second that is in time: 23:59:59 of the due day in the agency's zone (CAL-10). */
  public Instant endOfDay() {
    return date.atTime(LAST_SECOND).atZone(zone).toInstant();
  }
}
