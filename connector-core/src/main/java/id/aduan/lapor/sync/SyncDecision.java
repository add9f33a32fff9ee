package id.aduan.lapor.sync;

import id.aduan.lapor.complaint.Complaint;
import id.aduan.lapor.portal.PortalState;
import java.util.Optional;

/** What a state told by the portal means for the case as it stands. Pure (C3). */
public sealed interface SyncDecision {
  /** The first word of this complaint. */
  record Open(Complaint complaint) implements SyncDecision {}

  /** Something is new. */
  record Change(Complaint complaint) implements SyncDecision {}

  /** Nothing is new: the same again, or older than what is applied. */
  record Nothing() implements SyncDecision {}

  /** It says that something happened but not what: the portal has to be asked. */
  record Fetch() implements SyncDecision {}

  /**
   * Decides. The portal's own revision orders where it gives one; otherwise the state is compared
   * with the latest applied one, so that A, B, A again are three changes.
   */
  static SyncDecision decide(Optional<CaseRecord> current, PortalState told) {
    if (current.isEmpty()) {
      return told.whole() ? new Open(told.complaint()) : new Fetch();
    }
    CaseRecord known = current.get();
    if (told.revision().isPresent()
        && known.revision().isPresent()
        && told.revision().getAsLong() <= known.revision().getAsLong()) {
      return new Nothing();
    }
    if (!told.whole()) {
      return new Fetch();
    }
    Complaint merged = told.complaint().over(known.complaint());
    return merged.equals(known.complaint()) ? new Nothing() : new Change(merged);
  }
}
