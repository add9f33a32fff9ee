package id.aduan.lapor.simulator.state;

import static java.util.Comparator.comparing;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** All complaints, by id and in order of change (updated_at, then id). Not safe for threads. */
final class Complaints {
  private final Map<String, Complaint> byId = new HashMap<>();
  private final TreeSet<Complaint> byChange =
      new TreeSet<>(
          comparing(Complaint::updatedAt).thenComparing(each -> Long.parseLong(each.id())));

  void put(Complaint complaint) {
    Complaint old = byId.put(complaint.id(), complaint);
    if (old != null) {
      byChange.remove(old);
    }
    byChange.add(complaint);
  }

  Optional<Complaint> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  int size() {
    return byId.size();
  }

  boolean remove(String id) {
    Complaint old = byId.remove(id);
    return old != null && byChange.remove(old);
  }

  void clear() {
    byId.clear();
    byChange.clear();
  }

  List<Complaint> all() {
    return List.copyOf(byChange);
  }

  /** Changed at {@code since} or later. */
  List<Complaint> changedSince(Instant since) {
    return byChange.stream().filter(each -> !each.updatedAt().isBefore(since)).toList();
  }
}
