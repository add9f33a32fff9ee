package id.aduan.lapor.sync;

import id.aduan.lapor.complaint.Status.Stage;
import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.store.Tx;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** How the cases are followed by their numbers; at most one row for each. */
public interface Follows {
  Optional<Follow> find(Tx tx, TrackingId complaint);

  /** Adds it or replaces what was kept for its case. */
  void save(Tx tx, Follow follow);

  /**
   * Those that are due, the most overdue first, at most so many; costs what is due. Damaged rows
   * are logged and left out (C20).
   */
  List<Follow> due(Tx tx, Instant now, int max);

  /** When the next one is due, or was. */
  Optional<Instant> nextDue(Tx tx);

  /** Cases that nothing is kept for, at most so many; reads all cases. */
  List<Unfollowed> unfollowed(Tx tx, int max);

  /** A case that the portal should have: a young one that it was not said to miss. */
  Optional<TrackingId> witness(Tx tx);

  /** How many cases the portal has no more. */
  long gone(Tx tx);

  /** A case that is not followed, and where it stands. */
  record Unfollowed(TrackingId complaint, Stage stage) {}
}
