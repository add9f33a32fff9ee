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
    timekeeper.happened(
        tx, answer.complaint(), Occurrence.of(CaseEvent.ANSWERED, now, answer.agency()), now);
  }
}
