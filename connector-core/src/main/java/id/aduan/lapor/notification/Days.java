package id.aduan.lapor.notification;

import id.aduan.lapor.deadline.Clock;
import id.aduan.lapor.deadline.DueDate;
import id.aduan.lapor.deadline.explain.IndonesianDates;
import java.time.Duration;
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

  /** When a clock ends: the day, or the moment of one that does not count days. */
  static String due(Clock clock) {
    DueDate due = clock.due();
    return clock.limit().unit().isDay()
        ? written(due.date())
        : IndonesianDates.moment(due.at(), due.zone());
  }

  /** How long it is until a clock ends, in days or, of one that does not count days, in hours. */
  static String left(Clock clock, Instant now) {
    return clock.limit().unit().isDay()
        ? Math.max(0, left(clock.due(), now)) + " hari"
        : hours(Duration.between(now, clock.due().at()));
  }

  /** How long ago it ended, in the same. */
  static String late(Clock clock, Instant now) {
    return clock.limit().unit().isDay()
        ? Math.max(0, -left(clock.due(), now)) + " hari"
        : hours(Duration.between(clock.due().at(), now));
  }

  private static String hours(Duration span) {
    return span.toHours() > 0 ? span.toHours() + " jam" : "kurang dari 1 jam";
  }

  /** Calendar days from today to the due day, in its zone; negative once it has passed. */
  static long left(DueDate due, Instant now) {
    return ChronoUnit.DAYS.between(LocalDate.ofInstant(now, due.zone()), due.date());
  }
}
