package id.aduan.lapor.notification;

import id.aduan.lapor.deadline.DueDate;
import id.aduan.lapor.deadline.explain.IndonesianDates;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/** Days as messages speak of them. */
final class Days {
  private Days() {}

  static String written(LocalDate day) {
    return IndonesianDates.date(day);
  }

  static String written(Instant at, ZoneId zone) {
    return written(LocalDate.ofInstant(at, zone));
  }

  /** Calendar days from today to the due day, in its zone; negative once it has passed. */
  static long left(DueDate due, Instant now) {
    return ChronoUnit.DAYS.between(LocalDate.ofInstant(now, due.zone()), due.date());
  }
}
