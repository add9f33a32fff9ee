package id.aduan.lapor.testkit.cut;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Stands still until it is moved. Safe for use by many threads. */
final class CutClock implements InstantSource {
  private volatile Instant now = Instant.parse("2026-11-23T04:00:00Z");

  @Override
  public Instant instant() {
    return now;
  }

  synchronized Instant later(Duration by) {
    now = now.plus(by);
    return now;
  }
}
