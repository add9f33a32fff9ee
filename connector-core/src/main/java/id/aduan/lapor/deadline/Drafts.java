package id.aduan.lapor.deadline;

import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.store.Tx;
import java.util.List;

/** The drafts that were prepared. */
public interface Drafts {
  /**
   * Keeps one.
   *
   * @return false if there is one of that clock and period already; then nothing changes
   */
  boolean keep(Tx tx, Draft draft);

  /** Those of a case, the oldest first. */
  List<Draft> of(Tx tx, TrackingId complaint);
}
