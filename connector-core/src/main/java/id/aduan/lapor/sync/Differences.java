package id.aduan.lapor.sync;

import id.aduan.lapor.complaint.Handling;
import id.aduan.lapor.complaint.Status;
import id.aduan.lapor.sync.Leg.State;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Where the portal and an agency say different things of how far a case is. Each owner's value
 * stands: the portal's stage, the agency's handling; neither is made the other's (C13). Pure.
 */
final class Differences {
  private static final Set<Handling> UNDER_WAY =
      Set.of(Handling.RECEIVED, Handling.IN_PROGRESS, Handling.WAITING_FOR_REPORTER);

  private Differences() {}

  /**
   * What differs, in codes alone; empty where nothing does. Of a stage or a handling that is not
   * known, nothing does.
   *
   * @param legs all of the case
   */
  static Optional<String> of(Status portal, List<Leg> legs) {
    String differing =
        legs.stream()
            .collect(
                Collectors.groupingBy(Leg::agency, TreeMap::new, Collectors.toUnmodifiableList()))
            .values()
            .stream()
            .flatMap(ofOne -> ofOne(portal, ofOne).stream())
            .collect(Collectors.joining(", "));
    return differing.isEmpty()
        ? Optional.empty()
        : Optional.of("portal " + portal.stage() + ", " + differing);
  }

  private static Optional<String> ofOne(Status portal, List<Leg> legs) {
    List<Leg> inOrder = legs.stream().sorted(Comparator.comparingInt(Leg::number)).toList();
    Leg newest = inOrder.get(inOrder.size() - 1);
    if (StatusEvents.ends(portal)) {
      return newest.state() != State.MOVED && UNDER_WAY.contains(newest.handling())
          ? Optional.of(told(newest))
          : Optional.empty();
    }
    boolean silent = newest.isOpen() && newest.handling() == Handling.UNKNOWN;
    return silent && inOrder.size() > 1
        ? Optional.of(inOrder.get(inOrder.size() - 2))
            .filter(before -> before.state() == State.ENDED && before.handling() == Handling.DONE)
            .map(Differences::told)
        : Optional.empty();
  }

  private static String told(Leg leg) {
    return leg.agency() + " " + leg.handling() + " (" + leg.reference() + ")";
  }
}
