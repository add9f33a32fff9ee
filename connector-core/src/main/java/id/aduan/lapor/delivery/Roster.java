package id.aduan.lapor.delivery;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The targets that are delivered to now, by name. Safe for use by many threads. */
final class Roster {
  // In the order of their names, so that a round goes the same way in every process.
  private volatile Map<String, Attached> attached = Collections.emptyMap();

  /** A target, and how hard it may be pressed. */
  record Attached(DeliveryTarget target, Pace pace) {}

  synchronized void put(String name, Attached target) {
    Map<String, Attached> all = new TreeMap<>(attached);
    all.put(name, target);
    attached = Collections.unmodifiableMap(all);
  }

  synchronized void remove(String name) {
    Map<String, Attached> all = new TreeMap<>(attached);
    all.remove(name);
    attached = Collections.unmodifiableMap(all);
  }

  /** All of them at this moment. */
  Map<String, Attached> all() {
    return attached;
  }

  Optional<Attached> get(String name) {
    return Optional.ofNullable(attached.get(name));
  }
}
