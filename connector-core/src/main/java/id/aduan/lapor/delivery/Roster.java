package id.aduan.lapor.delivery;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The targets that are delivered to now. Safe for use by many threads. */
final class Roster {
  private volatile Map<String, Attached> attached = Map.of();

  /** A target, and how hard it may be pressed. */
  record Attached(DeliveryTarget target, Pace pace) {}

  synchronized void put(String name, Attached target) {
    Map<String, Attached> all = new TreeMap<>(attached);
    all.put(name, target);
    attached = Map.copyOf(all);
  }

  synchronized void remove(String name) {
    Map<String, Attached> all = new TreeMap<>(attached);
    all.remove(name);
    attached = Map.copyOf(all);
  }

  /** All of them at this moment. */
  Map<String, Attached> all() {
    return attached;
  }

  Optional<Attached> get(String name) {
    return Optional.ofNullable(attached.get(name));
  }
}
