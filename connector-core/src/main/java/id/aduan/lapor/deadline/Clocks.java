package id.aduan.lapor.deadline;

import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.store.Tx;
import java.time.Instant;
import java.util.List;

/** The statutory clocks that run on cases. */
public interface Clocks {
  /** Starts a clock; one that runs already by that rule is left as it is. */
  void start(Tx tx, TrackingId complaint, String rule, Instant startedAt, DueDate due);

  /** The clocks of a case, in order of their due day. */
  List<RunningClock> of(Tx tx, TrackingId complaint);

  /** A clock as it runs: the rule's id, since when, and until when. */
  record RunningClock(String rule, Instant startedAt, DueDate due) {}
}
