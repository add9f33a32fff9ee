package id.aduan.lapor.runner.answer;

import id.aduan.lapor.delivery.ParkedFilter;
import id.aduan.lapor.store.Tx;
import id.aduan.lapor.sync.CaseStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

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
   * A filter as it comes over the wire; {@link #check} tells whether it is one.
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
    private static final Pattern VERSION = Pattern.compile("[^\\p{Cntrl}\\p{Cs}]+");

    public static Filter of(ParkedFilter filter, Optional<String> mappingVersion) {
      return new Filter(
          filter.target(), filter.code(), filter.since(), filter.until(), mappingVersion);
    }

    /** Whether a mapping may be called so. */
    public static boolean isVersion(String text) {
      return !text.isBlank() && VERSION.matcher(text).matches();
    }

    /**
     * Refuses another form: what is blank is no filter, and is not taken for none.
     *
     * @throws IllegalArgumentException as {@link ParkedFilter} does, and for a version that is
     *     blank or has a control character
     */
    public void check() {
      var unused = parked();
      if (!mappingVersion.map(Filter::isVersion).orElse(true)) {
        throw new IllegalArgumentException("a version of the mapping is on one line and not blank");
      }
    }

    private ParkedFilter parked() {
      return new ParkedFilter(agency, code, since, until);
    }
  }

  /**
   * Finds them.
   *
   * @throws IllegalArgumentException for what is no filter
   */
  public static ParkedSelection of(CaseStore store, Tx tx, Filter filter) {
    filter.check();
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
