package id.aduan.lapor.delivery;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * A bucket of tokens whose whole state is the moment when it is full again, in microseconds since
 * 1970 (0: it is full). Pure, so that what it allows can be decided in the transaction that takes
 * it.
 *
 * @param burst how many tokens it holds, at least 1
 * @param microsPerToken how long one takes to come back, at least 1
 */
record TokenBucket(int burst, long microsPerToken) {

  /** How many tokens there are. */
  int free(long fullAt, Instant now) {
    long missing = missing(fullAt, now);
    return (int) ((burst * microsPerToken - missing) / microsPerToken);
  }

  /** When there is one, if none is taken meanwhile. */
  Instant freeAt(long fullAt, Instant now) {
    long wait = missing(fullAt, now) - (burst - 1) * microsPerToken;
    return wait <= 0 ? now : now.plus(wait, ChronoUnit.MICROS);
  }

  /** The state after so many were taken; no more than there are. */
  long taken(long fullAt, int tokens, Instant now) {
    return tokens == 0 ? fullAt : micros(now) + missing(fullAt, now) + tokens * microsPerToken;
  }

  /** The state after so many thousandths of a token were put in. */
  long put(long fullAt, long thousandths, Instant now) {
    long missing = missing(fullAt, now);
    long left = Math.max(0, missing - thousandths * microsPerToken / 1_000);
    return missing == 0 || thousandths == 0 ? fullAt : micros(now) + left;
  }

  /** The state with all tokens missing at most: more are by a clock that was put back since. */
  long within(long fullAt, Instant now) {
    return Math.min(fullAt, micros(now) + burst * microsPerToken);
  }

  private long missing(long fullAt, Instant now) {
    return Math.min(Math.max(0, fullAt - micros(now)), burst * microsPerToken);
  }

  private static long micros(Instant time) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, time);
  }
}
