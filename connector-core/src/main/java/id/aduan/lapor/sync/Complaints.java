package id.aduan.lapor.sync;

import id.aduan.lapor.complaint.Status.Stage;
import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.store.Tx;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The cases: one per complaint, in its latest applied state. */
public interface Complaints {
  Optional<CaseRecord> find(Tx tx, TrackingId id);

  /** Adds the case or replaces its state. */
  void save(Tx tx, CaseRecord record);

  /** The tracking ids of all cases in order of arrival; for comparisons, not for work. */
  List<TrackingId> all(Tx tx);

  /** Where each case stands, in order of arrival; for comparisons. */
  List<Standing> standings(Tx tx);

  /** The cases that came here from one moment on and before another, in order of arrival. */
  List<TrackingId> seen(Tx tx, Instant from, Instant before);

  /** A case and where it stands. */
  record Standing(TrackingId id, Stage stage) {}

  /** How many cases there are. */
  long count(Tx tx);
}
