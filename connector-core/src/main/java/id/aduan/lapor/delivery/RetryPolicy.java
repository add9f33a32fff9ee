package id.aduan.lapor.delivery;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * When to try again (C9). All of it is configuration; the defaults are the contract's.
 *
 * @param base the first delay of an entry in trouble; doubles with each attempt
 * @param cap no delay is longer
 * @param attemptsMax after so many attempts an entry is parked
 * @param probeFirst how long a target in trouble is left alone at first; doubles up to {@code
 *     probeCap}
 * @param retryAfterMax a far end's own wish counts up to here
 * @param lookupSettle how long after an unknown outcome the first look-up comes, and the second
 *     after the first: a far end may still be storing after we gave up (C7)
 * @param limits when trouble is told and failures are trouble of the target, and how much is
 *     repeated
 */
public record RetryPolicy(
    Duration base,
    Duration cap,
    int attemptsMax,
    Duration probeFirst,
    Duration probeCap,
    Duration retryAfterMax,
    Duration lookupSettle,
    Limits limits) {

  /** So many refusals of our credentials in a row are told a person. */
  static final int REFUSALS_TOLD = 3;

  /** So many claims of one entry without a recorded end, and it is parked (C11). */
  public static final int BEGUN_MAX = 3;

  public static final RetryPolicy DEFAULT =
      new RetryPolicy(
          Duration.ofSeconds(5),
          Duration.ofHours(1),
          20,
          Duration.ofSeconds(5),
          Duration.ofMinutes(5),
          Duration.ofDays(1),
          Duration.ofSeconds(90), // no shorter than the longest call, which is the portal's
          Limits.DEFAULT);

  /**
   * The numbers that are about many entries.
   *
   * @param alertAfter entries that have waited longer raise an alert, and stay queued
   * @param budget bounds probes and repetitions
   * @param breaker when failures of entries are trouble of their target
   */
  public record Limits(Duration alertAfter, RetryBudget budget, BreakerPolicy breaker) {
    public static final Limits DEFAULT =
        new Limits(
            Duration.ofDays(3),
            new RetryBudget(10, 10),
            new BreakerPolicy(50, 10, Duration.ofMinutes(1)));
  }

  public RetryPolicy withLookupSettle(Duration settle) {
    return new RetryPolicy(
        base, cap, attemptsMax, probeFirst, probeCap, retryAfterMax, settle, limits);
  }

  public RetryPolicy with(Limits newLimits) {
    return new RetryPolicy(
        base, cap, attemptsMax, probeFirst, probeCap, retryAfterMax, lookupSettle, newLimits);
  }

  /** The same for an entry whose target is in trouble: it cannot use up its attempts. */
  RetryPolicy sparing() {
    return new RetryPolicy(
        base, cap, Integer.MAX_VALUE, probeFirst, probeCap, retryAfterMax, lookupSettle, limits);
  }

  /** Full jitter: anything from zero to {@code min(cap, base * 2^attempts)}. */
  Duration entryDelay(int attempts, RandomGenerator chance) {
    return Duration.ofMillis(chance.nextLong(grown(base, cap, attempts).toMillis() + 1));
  }

  /**
   * How long a target is left alone after so many troubles in a row, at least 1: four fifths for
   * sure and the rest by chance, so that targets that fell together are not probed together. The
   * far end's own wish is never undercut.
   */
  Duration probeDelay(int troubles, Duration wish, RandomGenerator chance) {
    long delay = grown(probeFirst, probeCap, troubles - 1).toMillis();
    long spread = chance.nextLong(delay / 5 + 1);
    long least = Math.max(delay - delay / 5, clamped(wish).toMillis());
    return Duration.ofMillis(least + spread);
  }

  /** The longest that a target is left alone. */
  Duration waitMax() {
    Duration probe = probeCap.plus(probeCap.dividedBy(5));
    return probe.compareTo(retryAfterMax) > 0 ? probe : retryAfterMax;
  }

  /** A far end's wish, as far as it counts. */
  Duration clamped(Duration wish) {
    return wish.compareTo(retryAfterMax) > 0 ? retryAfterMax : wish;
  }

  private static Duration grown(Duration first, Duration cap, int doublings) {
    long millis = first.toMillis();
    for (int i = 0; i < doublings && millis < cap.toMillis(); i++) {
      millis *= 2;
    }
    return Duration.ofMillis(Math.min(millis, cap.toMillis()));
  }
}
