package id.aduan.lapor.sync;

import java.time.Duration;

/**
 * Whether the portal's list is polled, and how far a poll reaches back behind its cursor: twice as
 * far as anything has appeared late, within these bounds (C5, F58). Lateness is measured in the
 * portal's own times: two clocks are not compared (C13).
 *
 * @param on whether it is polled, where there is a list
 * @param overlapMin reached back in any case
 * @param overlapMax never further; what is later still is found by the comparison of both sides
 */
public record PollSettings(boolean on, Duration overlapMin, Duration overlapMax) {
  public static final PollSettings DEFAULT =
      new PollSettings(true, Duration.ofMinutes(10), Duration.ofDays(2));

  /** It is not polled. */
  public static final PollSettings OFF =
      new PollSettings(false, DEFAULT.overlapMin, DEFAULT.overlapMax);

  public PollSettings {
    if (overlapMin.isNegative() || overlapMax.compareTo(overlapMin) < 0) {
      throw new IllegalArgumentException(
          "an overlap is from zero up: %s to %s".formatted(overlapMin, overlapMax));
    }
  }

  /**
   * How far.
   *
   * @param late how late something has appeared at most
   */
  Duration overlap(Duration late) {
    Duration twice = late.multipliedBy(2);
    if (twice.compareTo(overlapMin) < 0) {
      return overlapMin;
    }
    return twice.compareTo(overlapMax) > 0 ? overlapMax : twice;
  }
}
