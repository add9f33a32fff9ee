package id.aduan.lapor.runner.metrics;

import id.aduan.lapor.delivery.Targets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/**
 * The values that a label may have: the far ends of the configuration, and {@code other} for all
 * else. What comes from outside makes no new one.
 *
 * @param farEnds the portal first, then the agencies
 * @param targets the same, reading from the portal, and the ways of messages to officials
 */
record KnownNames(List<String> farEnds, List<String> targets) {
  static final String OTHER = "other";

  static KnownNames of(Collection<String> agencies) {
    return of(agencies, List.of());
  }

  /** The same, with the ways of messages to officials, which are targets and no far ends. */
  static KnownNames of(Collection<String> agencies, Collection<String> ways) {
    List<String> farEnds = new ArrayList<>(List.of(Targets.PORTAL));
    farEnds.addAll(new TreeSet<>(agencies));
    List<String> targets = new ArrayList<>(farEnds);
    targets.add(1, Targets.PORTAL_READ);
    targets.addAll(new TreeSet<>(ways));
    return new KnownNames(List.copyOf(farEnds), List.copyOf(targets));
  }

  String farEnd(String name) {
    return farEnds.contains(name) ? name : OTHER;
  }

  String target(String name) {
    return targets.contains(name) ? name : OTHER;
  }
}
