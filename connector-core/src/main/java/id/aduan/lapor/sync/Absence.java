package id.aduan.lapor.sync;

import id.aduan.lapor.audit.AuditEntry;
import id.aduan.lapor.audit.AuditEntry.Action;
import id.aduan.lapor.complaint.AgencyCode;
import id.aduan.lapor.complaint.Complaint;
import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.complaint.Visibility;
import id.aduan.lapor.store.Tx;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What follows when the portal has a complaint no more, and when it has it again (F60). While it is
 * gone its agencies see no reporter: whose it is, is not known. Safe for use by many threads.
 */
record Absence(
    CaseStore store,
    Following following,
    LegWork legs,
    Coordination coordination,
    CaseNotices notices) {

  /** The portal was asked and has none; it counts once that is to be believed. */
  void gone(Tx tx, CaseRecord record, Instant now) {
    TrackingId id = record.complaint().id();
    if (following.absent(tx, id, now)) {
      Complaint complaint = record.complaint();
      List<AgencyCode> untold =
          legs.changed(tx, legs.legs(tx, record), complaint, hidden(complaint), now);
      String what =
          untold.isEmpty()
              ? ""
              : untold.stream().map(AgencyCode::value).collect(Collectors.joining(", "))
                  + ": its system cannot be updated and shows the case as it was";
      audit(tx, now, Action.WITHDRAWN, id, what);
      coordination.gone(tx, id, now);
      untold.forEach(agency -> notices.withdrawn(tx, record, agency, now));
    }
  }

  /** Its detail proves that it is there again. */
  void back(Tx tx, CaseRecord record, Instant now) {
    Complaint complaint = record.complaint();
    audit(tx, now, Action.REAPPEARED, complaint.id(), "");
    following.changed(tx, record, now);
    var unused = legs.changed(tx, legs.legs(tx, record), hidden(complaint), complaint, now);
  }

  private static Complaint hidden(Complaint complaint) {
    return complaint.with(Visibility.UNKNOWN);
  }

  private void audit(Tx tx, Instant now, Action action, TrackingId id, String detail) {
    store.audit().append(tx, new AuditEntry(now, "portal", action, id.value(), detail));
  }
}
