package id.aduan.lapor.delivery;

import java.time.Duration;

/**
 * How many calls to a target may begin: no more than {@code callsMax} in any span of this length,
 * over all nodes and restarts (C10).
 *
 * @param callsMax at least 1
 * @param per 1 ms to 1 day
 */
public record RateLimit(int callsMax, Duration per) {
  private static final Duration PER_MIN = Duration.ofMillis(1);
  private static final Duration PER_MAX = Duration.ofDays(1);
  private static final int BURST_SHARE = 10;

  public RateLimit {
    if (callsMax < 1) {
      throw new IllegalArgumentException("a rate is at least 1 call: " + callsMax);
    }
    if (per.compareTo(PER_MIN) < 0 || per.compareTo(PER_MAX) > 0) {
      throw new IllegalArgumentException("a rate is per 1 ms to 1 day: " + per);
    }
  }

  /** How many calls it lets through in so long a time, rounded down. */
  public long callsIn(Duration span) {
    return callsMax * span.toMillis() / Math.max(1, per.toMillis());
  }

  /**
   * Up to a tenth may come at once, and the rest is spaced so far that together they stay within
   * the limit in any span.
   */
  TokenBucket bucket() {
    int burst = Math.max(1, callsMax / BURST_SHARE);
    int spaced = callsMax - burst + 1;
    long micros = per.toNanos() / 1_000;
    return new TokenBucket(burst, (micros + spaced - 1) / spaced);
  }
}
