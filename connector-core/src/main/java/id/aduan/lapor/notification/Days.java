package id.aduan.lapor.notification;

import id.aduan.lapor.deadline.DueDate;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** Days as Indonesian officials write them. */
final class Days {
  private static final DateTimeFormatter LONG =
      DateTimeFormatter.ofPattern("d MMMM uuuu", new Locale("id", "ID"));

  private Days() {}

  static String written(LocalDate day) {
    return day.format(LONG);
  }

  static String written(Instant at, ZoneId zone) {
    return written(LocalDate.ofInstant(at, zone));
  }

  /** Calendar days from today to the due day, in its zone; negative once it has passed. */
  static long left(DueDate due, Instant now) {
    return ChronoUnit.DAYS.between(LocalDate.ofInstant(now, due.zone()), due.date());
  }
}
