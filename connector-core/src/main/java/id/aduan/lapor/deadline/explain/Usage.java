package id.aduan.lapor.deadline.explain;

import id.aduan.lapor.deadline.Clock;
import id.aduan.lapor.deadline.Office;
import java.time.Instant;

/** How many whole units of a clock's limit fell between two moments. Pure. */
final class Usage {
  private final Clock clock;
  private final Office office;

  Usage(Clock clock, Office office) {
    this.clock = clock;
    this.office = office;
  }

  /**
   * How many fell between the two; none if the second is before the first. The day of receipt
   * counts where the office says so, and no other first day (CAL-09).
   *
   * @param from the clock's start, or when a part of it began
   */
  int between(Instant from, Instant until) {
    Office counting = from.equals(clock.startedAt()) ? office : office.withoutReceiptDay();
    return counting.used(clock.limit(), from, clock.pauses(), until);
  }
}
