package id.aduan.lapor.notification;

import id.aduan.lapor.audit.AuditEntry;
import id.aduan.lapor.audit.AuditEntry.Action;
import java.time.Instant;

/** How the audit trail tells of messages: which, to which office, by which way; no address. */
final class Trail {
  private Trail() {}

  static AuditEntry entry(
      Notification row, Action action, String actor, String detail, Instant now) {
    String what =
        "%s to %s%s by %s"
            .formatted(
                row.kind(),
                row.role().key(),
                row.agency().map(agency -> " of " + agency).orElse(""),
                row.channel().key());
    String more = detail.isEmpty() ? what : what + ": " + detail;
    return new AuditEntry(now, actor, action, row.complaint().value(), more);
  }
}
