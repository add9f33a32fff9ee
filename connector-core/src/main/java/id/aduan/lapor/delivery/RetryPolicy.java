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
 */
public record RetryPolicy(
    Duration base,
    Duration cap,
    int attemptsMax,
    Duration probeFirst,
    Duration probeCap,
    Duration retryAfterMax,
    Duration lookupSettle) {

  public static final RetryPolicy DEFAULT =
      new RetryPolicy(
          Duration.ofSeconds(5),
          Duration.ofHours(1),
          20,
          Duration.ofSeconds(5),
          Duration.ofMinutes(5),
          Duration.ofDays(1),
          Duration.ofMinutes(1));

  public RetryPolicy withLookupSettle(Duration settle) {
    return new RetryPolicy(base, cap, attemptsMax, probeFirst, probeCap, retryAfterMax, settle);
  }

  /** Full jitter: anything from zero to {@code min(cap, base * 2^attempts)}. */
  Duration entryDelay(int attempts, RandomGenerator chance) {
    return Duration.ofMillis(chance.nextLong(grown(base, cap, attempts).toMillis() + 1));
  }

  /** How long a target is left alone after so many troubles in a row, at least 1. */
  Duration probeDelay(int troubles) {
    return grown(probeFirst, probeCap, troubles - 1);
  }

  private static Duration grown(Duration first, Duration cap, int doublings) {
    long millis = first.toMillis();
    for (int i = 0; i < doublings && millis < cap.toMillis(); i++) {
      millis *= 2;
    }
    return Duration.ofMillis(Math.min(millis, cap.toMillis()));
  }
}
