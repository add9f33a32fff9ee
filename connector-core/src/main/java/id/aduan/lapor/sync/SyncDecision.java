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

  /**
   * Nothing is new, but it is told of a later state: what comes late from before counts no more.
   */
  record Same() implements SyncDecision {}

  /** It says that something happened but not what: the portal has to be asked. */
  record Fetch() implements SyncDecision {}

  /**
   * Decides. The portal's own revision orders states where both have one, else its own time where
   * both have that; what is older is passed over. Of two that are of one moment and differ, nobody
   * knows which is the later one: the portal is asked. Where the portal gives no order, the state
   * is compared with the latest applied one, so that A, B, A again are three changes; but then
   * nothing takes protection away from a reporter unless the portal was asked just now (C14).
   *
   * @param asked whether the portal was asked for this state, and the case has not changed since
   */
  static SyncDecision decide(Optional<CaseRecord> current, PortalState told, boolean asked) {
    if (current.isEmpty()) {
      return told.whole() ? new Open(told.complaint()) : new Fetch();
    }
    CaseRecord known = current.get();
    Order order = order(known, told);
    if (order == Order.NOT_LATER) {
      return new Nothing();
    }
    if (!told.whole()) {
      return new Fetch();
    }
    Complaint merged = told.complaint().over(known.complaint());
    if (merged.equals(known.complaint())) {
      return order == Order.LATER ? new Same() : new Nothing();
    }
    if (order == Order.TIE && !asked) {
      return new Fetch();
    }
    boolean exposes =
        known.complaint().visibility().identityWithheld()
            && !merged.visibility().identityWithheld();
    return order == Order.NONE && exposes && !asked ? new Fetch() : new Change(merged);
  }

  /** Whether the portal says which of the two is the later one. */
  static boolean ordered(CaseRecord known, PortalState told) {
    return order(known, told) == Order.LATER || order(known, told) == Order.NOT_LATER;
  }

  /** What the portal says of the order of two states. */
  enum Order {
    LATER,
    NOT_LATER,
    /** Both are of one moment. */
    TIE,
    NONE
  }

  private static Order order(CaseRecord known, PortalState told) {
    if (told.revision().isPresent() && known.revision().isPresent()) {
      return told.revision().getAsLong() > known.revision().getAsLong()
          ? Order.LATER
          : Order.NOT_LATER;
    }
    if (told.updatedAt().isEmpty() || known.updatedAt().isEmpty()) {
      return Order.NONE;
    }
    int compared = told.updatedAt().get().compareTo(known.updatedAt().get());
    if (compared < 0) {
      return Order.NOT_LATER;
    }
    return compared > 0 ? Order.LATER : Order.TIE;
  }
}
