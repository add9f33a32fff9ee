package id.aduan.lapor.deadline;

import id.aduan.lapor.complaint.AgencyCode;
import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.store.Tx;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The clocks that run on cases, one record per case. What lists cases gives their ids alone, so
 * that one damaged record does not hold up the others.
 */
public interface Clocks {
  /**
   * The clocks of a case.
   *
   * @throws id.aduan.lapor.failure.CorruptRowException when they are not as they were written (C20)
   */
  Optional<CaseClocks> find(Tx tx, TrackingId complaint);

  /** Keeps the clocks of a case in place of those it had. */
  void save(Tx tx, CaseClocks clocks);

  /**
   * The cases of which a warning is due, the longest due first. Reads those alone, however many
   * there are of others.
   */
  List<TrackingId> due(Tx tx, Instant now, int max);

  /**
   * Cases with clocks that other rules or calendars might change and that were not computed by this
   * basis, in the order of their numbers.
   */
  List<Numbered> otherwiseAfter(Tx tx, String basis, long number, int max);

  /** Lets a case warn nobody any more until its clocks are kept anew; for one that is damaged. */
  void silence(Tx tx, TrackingId complaint);

  /** Cases on which a clock runs for an office, the nearest due first; of one agency, if named. */
  List<TrackingId> open(Tx tx, Optional<AgencyCode> agency, int max);

  /** How many cases of each agency are late; those that no agency has under an empty text. */
  Map<String, Long> overdue(Tx tx, Instant now);

  /**
   * Cases of which a due day was computed anew to another, the latest first; of one agency, if
   * named.
   */
  List<TrackingId> moved(Tx tx, Optional<AgencyCode> agency, int max);

  /** Cases that have no clocks at all, in the order of their tracking ids. */
  List<TrackingId> untimedAfter(Tx tx, String trackingId, int max);

  /** The case's own number in the store. */
  record Numbered(long number, TrackingId complaint) {}
}
