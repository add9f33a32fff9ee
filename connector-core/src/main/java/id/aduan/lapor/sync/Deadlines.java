package id.aduan.lapor.sync;

import id.aduan.lapor.deadline.DueDate;
import id.aduan.lapor.deadline.ServiceLevel;
import id.aduan.lapor.deadline.ServiceLevels;
import id.aduan.lapor.deadline.WorkingCalendar;
import java.time.Instant;
import java.time.ZoneId;

/**
 * Which clock runs on a case: the one national settlement limit, counted in the handling agency's
 * zone from when the portal received the complaint (CMP-04, CAL-09, CAL-11).
 */
public record Deadlines(ServiceLevels levels, WorkingCalendar calendar, ZoneId zone) {

  /** The shipped rules and calendar, in western Indonesian time. */
  public static Deadlines national() {
    return new Deadlines(
        ServiceLevels.national(), WorkingCalendar.indonesia(), ZoneId.of("Asia/Jakarta"));
  }

  ServiceLevel level() {
    return levels.standard();
  }

  DueDate dueDate(Instant received) {
    return calendar.dueDate(received, zone, level().limit());
  }
}
