package id.aduan.lapor.sync;

import id.aduan.lapor.complaint.AgencyCode;
import id.aduan.lapor.deadline.Clockwork;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Reads the cases of a period out of a store, a page at a time, each page in a transaction of its
 * own, so that neither a writer nor the store's log waits for a report. Safe for use by many
 * threads.
 */
public final class RecapReading {
  /** So many cases are looked at in one transaction. */
  public static final int PAGE_CASES_MAX = 500;

  private final CaseStore store;
  private final Clockwork clockwork;
  private final CaseDeadlines counted;

  /**
   * Of a store.
   *
   * @param deadlines by which the clocks of one of several agencies are counted
   */
  public RecapReading(CaseStore store, Deadlines deadlines) {
    this.store = store;
    this.clockwork = deadlines.clockwork();
    this.counted = new CaseDeadlines(store, deadlines);
  }

  /**
   * What is asked for.
   *
   * @param from the first moment of the period
   * @param before the first moment after it
   * @param agency of this agency alone
   * @param withSecret titles and places of secret cases as they are
   */
  public record Asked(
      Instant from, Instant before, Optional<AgencyCode> agency, boolean withSecret) {
    public Asked {
      if (!from.isBefore(before)) {
        throw new IllegalArgumentException("a period ends after it begins");
      }
    }
  }

  /**
   * Rows of one page; a page may have none and not be the last.
   *
   * @param damaged the tracking ids of cases that could not be read (C20)
   * @param last where the next page begins; empty when this was the last one
   */
  public record Page(List<RecapRow> rows, List<String> damaged, Optional<String> last) {}

  /**
   * The next page.
   *
   * @param after the {@code last} of the page before; empty for the first
   * @param now clocks that run past it are overdue
   */
  public Page page(Asked asked, String after, Instant now) {
    return store.read(
        tx -> {
          RecapCases.Page page = store.recapCases().page(tx, after, PAGE_CASES_MAX);
          RecapTelling telling =
              new RecapTelling(
                  asked, now, clockwork, (all, clock, asOf) -> counted.used(tx, all, clock, asOf));
          List<RecapRow> rows =
              page.cases().stream().flatMap(told -> telling.row(told).stream()).toList();
          return new Page(rows, page.damaged(), page.last());
        });
  }
}
