package id.aduan.lapor.routes;

import java.time.Duration;

/**
 * How often the far ends are asked for news, from the start of one poll to the start of the next. A
 * poll that takes longer is not joined by a second one.
 *
 * @param portalEvery how often the portal's list is read
 * @param agenciesEvery how often the changes of each agency are read
 */
public record PollSchedule(Duration portalEvery, Duration agenciesEvery) {

  /**
   * Refuses what no timer can do.
   *
   * @throws IllegalArgumentException for less than a millisecond
   */
  public PollSchedule {
    check("portalEvery", portalEvery);
    check("agenciesEvery", agenciesEvery);
  }

  private static void check(String name, Duration every) {
    if (every.toMillis() < 1) {
      throw new IllegalArgumentException(name + " must be at least a millisecond: " + every);
    }
  }
}
