package id.aduan.lapor.sync;

import id.aduan.lapor.audit.AuditEntry;
import id.aduan.lapor.audit.AuditEntry.Action;
import id.aduan.lapor.complaint.Complaint;
import id.aduan.lapor.portal.PortalState;
import id.aduan.lapor.store.Tx;
import java.time.Instant;

/**
 * What an export may do to a case, on top of what the portal's messages do: tell of old ones (see
 * {@link Timekeeper#openedLate}), and of ended ones. Safe for use by many threads.
 */
record ExportIntake(CaseStore store, ComplaintIntake intake, Timekeeper timekeeper) {
  private static final String ACTOR = "portal";
  private static final String BY_EXPORT = ", by export";

  /** Opens a case, which may be an old one. */
  void open(Tx tx, PortalState told, Instant now) {
    received(tx, told, BY_EXPORT, now);
    intake.open(tx, CaseRecord.of(told, now), now, timekeeper::openedLate);
  }

  /** Keeps a case that had ended on the portal before we heard of it. */
  void keep(Tx tx, PortalState told, Instant now) {
    received(tx, told, BY_EXPORT + "; ended, so no agency has it", now);
    CaseRecord record = CaseRecord.of(told, now);
    store.complaints().save(tx, record);
    intake.following().changed(tx, record, now);
    timekeeper.ended(tx, record);
  }

  /** Applies what is new about a case. */
  void change(Tx tx, CaseRecord current, Complaint merged, PortalState told, Instant now) {
    intake.unfamiliar().applied(tx, told);
    intake.change(tx, current, merged, told, now);
  }

  private void received(Tx tx, PortalState told, String how, Instant now) {
    intake.unfamiliar().applied(tx, told);
    Complaint complaint = told.complaint();
    String detail = CaseLine.origin(complaint) + how;
    store
        .audit()
        .append(tx, new AuditEntry(now, ACTOR, Action.RECEIVED, complaint.id().value(), detail));
  }
}
