package id.aduan.lapor.simulator.state;

import static java.util.Comparator.comparing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

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

  /** Changed at {@code since} or later. */
  Slice<Complaint> slice(@Nullable Instant since, int page, int size) {
    List<Complaint> changed = new ArrayList<>(byChange);
    if (since != null) {
      changed.removeIf(each -> each.updatedAt().isBefore(since));
    }
    return Slice.of(changed, page, size);
  }
}
