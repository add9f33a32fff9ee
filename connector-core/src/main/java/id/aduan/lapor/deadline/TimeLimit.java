package id.aduan.lapor.deadline;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/** A limit in clock hours or minutes: exact, and stopped by pauses alone. */
final class TimeLimit {
  private static final int AMOUNT_MAX = 100_000;
  private static final int PERCENT = 100;

  private final Office office;
  private final Duration time;
  private final Instant start;
  private final List<Pause> pauses;

  TimeLimit(Office office, Limit limit, Instant start, List<Pause> pauses) {
    if (limit.amount() < 1 || limit.amount() > AMOUNT_MAX) {
      throw new IllegalArgumentException("a time must be 1 to 100,000, not " + limit.amount());
    }
    this.office = office;
    this.time =
        switch (limit.unit()) {
          case CLOCK_HOUR -> Duration.ofHours(limit.amount());
          case MINUTE -> Duration.ofMinutes(limit.amount());
          case WORKING_DAY, CALENDAR_DAY ->
              throw new IllegalArgumentException("not a time: " + limit.unit());
        };
    this.start = start;
    this.pauses = pauses;
  }

  DueDate due() {
    Instant at = moment(PERCENT);
    LocalDate date = LocalDate.ofInstant(at, office.zone());
    String version = office.calendar().version();
    return new DueDate(date, at, office.zone(), Certainty.FINAL, version);
  }

  Instant moment(int percent) {
    Instant at = start;
    Duration left = time.multipliedBy(percent).dividedBy(PERCENT);
    for (Pause pause : closed()) {
      Instant until = pause.until().orElseThrow();
      Duration between = Duration.between(at, pause.from());
      if (between.compareTo(left) >= 0) {
        break;
      }
      if (until.isAfter(at)) {
        left = between.isNegative() ? left : left.minus(between);
        at = until;
      }
    }
    return at.plus(left);
  }

  /** How many whole hours or minutes ran up to a moment. */
  int used(Limit.Unit unit, Instant until) {
    Duration running = Duration.ZERO;
    Instant position = start;
    for (Pause pause : pauses.stream().sorted(Comparator.comparing(Pause::from)).toList()) {
      running = running.plus(positive(position, earlier(pause.from(), until)));
      position = later(position, pause.until().orElse(until));
    }
    running = running.plus(positive(position, until));
    return Math.toIntExact(unit == Limit.Unit.CLOCK_HOUR ? running.toHours() : running.toMinutes());
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

  private List<Pause> closed() {
    return pauses.stream()
        .filter(pause -> pause.until().filter(until -> until.isAfter(pause.from())).isPresent())
        .sorted(Comparator.comparing(Pause::from))
        .toList();
  }
}
