package id.aduan.lapor.sync;

import java.time.Duration;

/**
 * How far a poll of the portal's list reaches back behind its cursor: twice as far as anything has
 * appeared late, within these bounds (C5, F58). Lateness is measured in the portal's own times: two
 * clocks are not compared (C13).
 *
 * @param overlapMin reached back in any case
 * @param overlapMax never further; what is later still is found by the comparison of both sides
 */
public record PollWindow(Duration overlapMin, Duration overlapMax) {
  public static final PollWindow DEFAULT =
      new PollWindow(Duration.ofMinutes(10), Duration.ofDays(2));

  /**
   * How far.
   *
   * @param late how late something has appeared at most, as it is kept; empty for nothing yet
   */
  Duration overlap(String late) {
    Duration twice = late.isEmpty() ? Duration.ZERO : Duration.parse(late).multipliedBy(2);
    if (twice.compareTo(overlapMin) < 0) {
      return overlapMin;
    }
    return twice.compareTo(overlapMax) > 0 ? overlapMax : twice;
  }
}
