package id.aduan.lapor.deadline.explain;

import id.aduan.lapor.deadline.Clock;
import id.aduan.lapor.deadline.Limit.Unit;
import id.aduan.lapor.deadline.Office;
import id.aduan.lapor.deadline.Pause;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;

/** How many whole units of a clock's limit fell between two moments. Pure. */
final class Usage {
  private final Clock clock;
  private final Office office;

  Usage(Clock clock, Office office) {
    this.clock = clock;
    this.office = office;
  }

  /**
   * How many fell between the two; none if the second is before the first.
   *
   * @param from the clock's start, or when a part of it began
   */
  int between(Instant from, Instant until) {
    Unit unit = clock.limit().unit();
    return switch (unit) {
      case WORKING_DAY, CALENDAR_DAY -> days(from, until, unit == Unit.WORKING_DAY);
      case CLOCK_HOUR -> (int) running(from, until).toHours();
      case MINUTE -> (int) running(from, until).toMinutes();
    };
  }

  /** The day of receipt counts where the office says so, and no other first day (CAL-09). */
  private int days(Instant from, Instant until, boolean working) {
    boolean withFirst = office.countsReceiptDay() && from.equals(clock.startedAt());
    LocalDate first = date(from).plusDays(withFirst ? 0 : 1);
    LocalDate end = date(until).plusDays(1);
    if (!first.isBefore(end)) {
      return 0;
    }
    return (int)
        first
            .datesUntil(end)
            .filter(day -> !working || office.calendar().isWorkingDay(day))
            .filter(day -> clock.pauses().stream().noneMatch(pause -> isPaused(day, pause)))
            .count();
  }

  private boolean isPaused(LocalDate day, Pause pause) {
    return day.isAfter(date(pause.from()))
        && pause.until().filter(until -> day.isAfter(date(until))).isEmpty();
  }

  private LocalDate date(Instant instant) {
    return LocalDate.ofInstant(instant, clock.due().zone());
  }

  private Duration running(Instant from, Instant until) {
    Duration running = Duration.ZERO;
    Instant position = from;
    for (Pause pause : clock.pauses()) {
      running = running.plus(positive(position, earlier(pause.from(), until)));
      position = later(position, pause.until().orElse(until));
    }
    return running.plus(positive(position, until));
  }

  private static Duration positive(Instant from, Instant until) {
    return from.isBefore(until) ? Duration.between(from, until) : Duration.ZERO;
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
