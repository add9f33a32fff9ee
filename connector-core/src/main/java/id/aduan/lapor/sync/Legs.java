package id.aduan.lapor.sync;

import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.store.Tx;
import java.util.List;

/** The legs of cases, in the order in which they began. */
public interface Legs {
  /**
   * The legs of a case. One that went to one agency and of which nothing was said since has none
   * here: its assignment says all.
   */
  List<Leg> of(Tx tx, TrackingId complaint);

  /** Adds a leg, or replaces it by complaint, agency and number. */
  void save(Tx tx, Leg leg);
}
