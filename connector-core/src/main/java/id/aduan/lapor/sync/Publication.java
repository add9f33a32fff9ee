package id.aduan.lapor.sync;

import id.aduan.lapor.audit.AuditEntry;
import id.aduan.lapor.audit.AuditEntry.Action;
import id.aduan.lapor.complaint.FollowUp;
import id.aduan.lapor.deadline.CaseEvent;
import id.aduan.lapor.deadline.Occurrence;
import id.aduan.lapor.store.Tx;
import java.time.Instant;

/**
 * What follows from an answer's standing on the portal, however that was learned: its line in the
 * story, and the clocks that it ends. Safe for use by many threads.
 */
record Publication(CaseStore store, Timekeeper timekeeper) {

  void stands(Tx tx, FollowUp answer, Instant now) {
    String what = answer.agency() + " change " + answer.changeId();
    store
        .audit()
        .append(
            tx,
            new AuditEntry(
                now, "portal", Action.FOLLOW_UP_PUBLISHED, answer.complaint().value(), what));
    if (!isOthers(tx, answer)) {
      timekeeper.happened(
          tx, answer.complaint(), Occurrence.of(CaseEvent.ANSWERED, now, answer.agency()), now);
    }
  }

  /** What another agency says ends no clock of the one that has the case. */
  private boolean isOthers(Tx tx, FollowUp answer) {
    return store
        .complaints()
        .find(tx, answer.complaint())
        .flatMap(CaseRecord::assigned)
        .filter(assigned -> !assigned.agency().equals(answer.agency()))
        .isPresent();
  }
}
