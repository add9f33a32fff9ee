package id.aduan.lapor.notification;

import id.aduan.lapor.audit.AuditEntry;
import id.aduan.lapor.audit.AuditEntry.Action;
import id.aduan.lapor.delivery.Alert;
import java.time.Instant;

/**
 * How the audit trail and alerts tell of messages: which, to which office, by which way; no
 * address.
 */
final class Trail {
  private Trail() {}

  /** What a person has to know of a message that did not reach its office. */
  static Alert givenUp(Notification row, String code) {
    return new Alert(
        Alert.Kind.NOTIFICATION_FAILED,
        row.channel().target(),
        "a message to %s%s was given up (%s); see to its contact"
            .formatted(
                row.role().title(), row.agency().map(agency -> " of " + agency).orElse(""), code));
  }

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
