package id.aduan.lapor.archfixtures.clock;

import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;

/** Is given the time. */
public final class GoodIsGivenTheTime {
  static Instant defaultTime() {
    return InstantSource.system().instant();
  }

  static LocalDate today(Clock clock) {
    return LocalDate.now(clock);
  }

  private GoodIsGivenTheTime() {}
}
