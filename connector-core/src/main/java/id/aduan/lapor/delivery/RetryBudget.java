package id.aduan.lapor.delivery;

/**
 * How many probes and repetitions a target gets: a share of its first attempts, and some in any
 * case (C10). First attempts do not need it, so that a drain after an outage is bounded by the rate
 * limit alone.
 *
 * @param percentOfFirst 0 to 100
 * @param perMinute at least 1
 */
public record RetryBudget(int percentOfFirst, int perMinute) {
  private static final long MICROS_PER_MINUTE = 60_000_000;
  private static final long THOUSANDTHS_PER_PERCENT = 10;

  public RetryBudget {
    if (percentOfFirst < 0 || percentOfFirst > 100) {
      throw new IllegalArgumentException("a share is 0 to 100 percent: " + percentOfFirst);
    }
    if (perMinute < 1) {
      throw new IllegalArgumentException("a budget is at least 1 a minute: " + perMinute);
    }
  }

  TokenBucket bucket() {
    return new TokenBucket(perMinute, Math.max(1, MICROS_PER_MINUTE / perMinute));
  }

  /** What so many first attempts add to the bucket, in thousandths of a token. */
  long earned(int firstAttempts) {
    return (long) firstAttempts * percentOfFirst * THOUSANDTHS_PER_PERCENT;
  }
}
