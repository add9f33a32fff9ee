package id.aduan.lapor.runner.http;

import id.aduan.lapor.runner.config.HttpConfig.Rate;
import java.util.concurrent.TimeUnit;

/**
 * How much one sender, or all of them, may still ask for: a bucket that refills evenly and holds a
 * burst. One that was left alone long enough is as good as a new one. Safe for many threads.
 */
final class Allowance {
  private final long spacingNanos;
  private final long burstNanos;
  private long wholeAtNanos;

  /** A whole one. */
  Allowance(Rate rate, long nowNanos) {
    this.spacingNanos = Math.max(1, TimeUnit.SECONDS.toNanos(1) / rate.perSecond());
    this.burstNanos = spacingNanos * rate.burst();
    this.wholeAtNanos = nowNanos;
  }

  /**
   * Takes one request from it, if there is one.
   *
   * @param nowNanos of the monotonic clock
   * @return 0 if it was taken, or how many nanoseconds until there is one
   */
  synchronized long take(long nowNanos) {
    long owed = Math.max(0, wholeAtNanos - nowNanos) + spacingNanos;
    if (owed > burstNanos) {
      return owed - burstNanos;
    }
    wholeAtNanos = nowNanos + owed;
    return 0;
  }
}
