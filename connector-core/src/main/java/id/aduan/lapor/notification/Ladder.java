package id.aduan.lapor.notification;

import id.aduan.lapor.complaint.AgencyKind;
import id.aduan.lapor.deadline.WarningSteps;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Who is warned when so much of a limit is used up (CMP-17). A vertical agency has its own line: a
 * Bupati has no say over it. Immutable.
 */
public final class Ladder {
  /** The lowest and the highest percent that a step may have. */
  public static final int PERCENT_MIN = 1;

  public static final int PERCENT_MAX = 1000;

  /** The most steps of one kind of agency. */
  public static final int STEPS_MAX = 10;

  private static final Set<Role> AGENCY = Set.of(Role.LIAISON, Role.HEAD);

  /** 50, 80 and 100 percent; the superior office is told of a limit that has passed. */
  public static final Ladder USUAL =
      new Ladder(
          Map.of(
              AgencyKind.OPD, rising(Role.SEKDA),
              AgencyKind.VERTICAL, rising(Role.REGIONAL_OFFICE),
              AgencyKind.OTHER, rising(Role.COORDINATOR)));

  private final Map<AgencyKind, NavigableMap<Integer, Set<Role>>> each;

  /**
   * Makes a ladder.
   *
   * @param each the steps by percent; a kind that is not named has the usual ones
   * @throws IllegalArgumentException for percents out of bounds, a step without anybody, too many
   *     steps, or an office of the region over a vertical agency
   */
  public Ladder(Map<AgencyKind, SortedMap<Integer, Set<Role>>> each) {
    Map<AgencyKind, NavigableMap<Integer, Set<Role>>> own = new HashMap<>();
    each.forEach(
        (kind, steps) -> {
          check(kind, steps);
          NavigableMap<Integer, Set<Role>> copy = new TreeMap<>();
          steps.forEach((percent, roles) -> copy.put(percent, Set.copyOf(roles)));
          own.put(kind, copy);
        });
    this.each = Map.copyOf(own);
  }

  private static void check(AgencyKind kind, SortedMap<Integer, Set<Role>> steps) {
    if (steps.isEmpty() || steps.size() > STEPS_MAX) {
      throw new IllegalArgumentException("a ladder has 1 to " + STEPS_MAX + " steps");
    }
    if (steps.firstKey() < PERCENT_MIN || steps.lastKey() > PERCENT_MAX) {
      throw new IllegalArgumentException(
          "a step is at " + PERCENT_MIN + " to " + PERCENT_MAX + " percent");
    }
    for (Set<Role> roles : steps.values()) {
      if (roles.isEmpty()) {
        throw new IllegalArgumentException("a step warns somebody");
      }
      if (kind == AgencyKind.VERTICAL && roles.stream().anyMatch(Role::isOfRegion)) {
        throw new IllegalArgumentException("the region has no say over a vertical agency");
      }
    }
  }

  private static SortedMap<Integer, Set<Role>> rising(Role superior) {
    return new TreeMap<>(
        Map.of(
            50, Set.of(Role.LIAISON), 80, AGENCY, 100, Set.of(Role.LIAISON, Role.HEAD, superior)));
  }

  /** Who is warned at this step; nobody at one that there is not. */
  public Set<Role> at(AgencyKind kind, int percent) {
    return steps(kind).getOrDefault(percent, Set.of());
  }

  private NavigableMap<Integer, Set<Role>> steps(AgencyKind kind) {
    NavigableMap<Integer, Set<Role>> own = each.get(kind);
    return own == null ? new TreeMap<>(USUAL.each.get(kind)) : own;
  }

  /** The steps as the clocks count them. */
  public WarningSteps warningSteps() {
    Map<AgencyKind, List<Integer>> percents = new HashMap<>();
    for (AgencyKind kind : AgencyKind.values()) {
      percents.put(kind, new ArrayList<>(steps(kind).keySet()));
    }
    return new WarningSteps(percents);
  }
}
