package id.aduan.lapor.runner.answer;

import id.aduan.lapor.delivery.ParkedFilter;
import id.aduan.lapor.store.Tx;
import id.aduan.lapor.sync.CaseStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The ids of what is meant by a filter, oldest first: deliveries, then arrivals.
 *
 * @param more whether there are more than are listed
 */
public record ParkedSelection(List<String> ids, boolean more) {
  /** The most that are listed. */
  public static final int IDS_MAX = 100_000;

  public ParkedSelection {
    ids = List.copyOf(ids);
  }

  /**
   * A filter as it comes over the wire.
   *
   * @param mappingVersion the version of the mapping by which the case was routed; arrivals have
   *     none
   */
  public record Filter(
      Optional<String> agency,
      Optional<String> code,
      Optional<Instant> since,
      Optional<Instant> until,
      Optional<String> mappingVersion) {

    public static Filter of(ParkedFilter filter, Optional<String> mappingVersion) {
      return new Filter(
          filter.target(), filter.code(), filter.since(), filter.until(), mappingVersion);
    }

    ParkedFilter parked() {
      return new ParkedFilter(agency, code, since, until);
    }
  }

  public static ParkedSelection of(CaseStore store, Tx tx, Filter filter) {
    int max = IDS_MAX + 1;
    List<String> ids = new ArrayList<>();
    store
        .parked()
        .select(tx, filter.parked(), filter.mappingVersion(), max)
        .forEach(id -> ids.add(Long.toString(id)));
    if (filter.mappingVersion().isEmpty()) {
      store.inboxView().setAside(tx, filter.parked(), max).forEach(it -> ids.add(it.reference()));
    }
    boolean more = ids.size() > IDS_MAX;
    return new ParkedSelection(more ? ids.subList(0, IDS_MAX) : ids, more);
  }
}
