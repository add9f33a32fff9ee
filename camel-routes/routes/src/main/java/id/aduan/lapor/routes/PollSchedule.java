package id.aduan.lapor.routes;

import id.aduan.lapor.complaint.AgencyCode;
import java.time.Duration;
import java.util.Map;

/**
 * How often the far ends are asked for news: once in each interval, counted from 1970, by whichever
 * node comes first (C16). A poll that takes longer is not joined by a second one of its node.
 *
 * @param portalEvery how often the portal's list is read
 * @param agenciesEvery how often the changes of each agency are read
 * @param exceptions the agencies that are asked more or less often
 */
public record PollSchedule(
    Duration portalEvery, Duration agenciesEvery, Map<AgencyCode, Duration> exceptions) {

  /**
   * Refuses what no timer can do.
   *
   * @throws IllegalArgumentException for less than a millisecond
   */
  public PollSchedule {
    check("portalEvery", portalEvery);
    check("agenciesEvery", agenciesEvery);
    exceptions.forEach((agency, every) -> check(agency.value(), every));
    exceptions = Map.copyOf(exceptions);
  }

  /** The same for all agencies. */
  public PollSchedule(Duration portalEvery, Duration agenciesEvery) {
    this(portalEvery, agenciesEvery, Map.of());
  }

  /** How often this agency's changes are read. */
  Duration every(AgencyCode agency) {
    return exceptions.getOrDefault(agency, agenciesEvery);
  }

  private static void check(String name, Duration every) {
    if (every.toMillis() < 1) {
      throw new IllegalArgumentException(name + " must be at least a millisecond: " + every);
    }
  }
}
