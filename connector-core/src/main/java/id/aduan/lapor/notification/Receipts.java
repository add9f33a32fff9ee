package id.aduan.lapor.notification;

import id.aduan.lapor.audit.AuditEntry.Action;
import id.aduan.lapor.complaint.AgencyCode;
import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.delivery.Alert;
import id.aduan.lapor.store.Tx;
import java.time.Instant;
import java.util.function.Consumer;

/**
 * Records what becomes known of messages after they were sent: each thing once, in the log and in
 * the audit trail; arrival and reading apart (SOP-04). Safe for use by many threads.
 */
public final class Receipts {
  private static final String REPORTED = "reported";
  private final NotificationStores stores;
  private final Consumer<Alert> alerts;

  /** One that hears of no failures. */
  public Receipts(NotificationStores stores) {
    this(stores, alert -> {});
  }

  /**
   * Makes it.
   *
   * @param alerts of messages that are reported to have failed; called after the commit
   */
  public Receipts(NotificationStores stores, Consumer<Alert> alerts) {
    this.stores = stores;
    this.alerts = alerts;
  }

  /** What a gateway can report. */
  public enum Report {
    DELIVERED,
    READ,
    FAILED
  }

  /**
   * Takes a gateway's report.
   *
   * @param reference as the gateway called the message when it took it
   * @return false if no message is called so
   */
  public boolean reported(Tx tx, Channel channel, String reference, Report report, Instant now) {
    return stores
        .log()
        .byReference(tx, channel, reference)
        .map(
            row -> {
              record(tx, row, report, channel.target(), now);
              return true;
            })
        .orElse(false);
  }

  /** The agency acted on its ticket, so its liaison officer has read of the case. */
  public void agencyActed(Tx tx, TrackingId complaint, AgencyCode agency, Instant now) {
    for (Notification row : stores.log().about(tx, complaint)) {
      boolean told = row.kind().opensCase() && row.role() == Role.LIAISON;
      if (told && row.sentAt().isPresent() && row.agency().filter(agency::equals).isPresent()) {
        record(tx, row, Report.READ, agency.value(), now);
      }
    }
  }

  private void record(Tx tx, Notification row, Report report, String actor, Instant now) {
    switch (report) {
      case DELIVERED -> {
        if (row.deliveredAt().isEmpty()) {
          keep(tx, row.delivered(now), Action.NOTIFICATION_DELIVERED, actor, now);
        }
      }
      case READ -> {
        if (row.readAt().isEmpty()) {
          keep(tx, row.read(now), Action.NOTIFICATION_READ, actor, now);
        }
      }
      case FAILED -> {
        if (row.failedAt().isEmpty() && row.deliveredAt().isEmpty() && row.readAt().isEmpty()) {
          keep(tx, row.failed(now, REPORTED), Action.NOTIFICATION_FAILED, actor, now);
          Alert alert = Trail.givenUp(row, REPORTED);
          tx.afterCommit(() -> alerts.accept(alert));
        }
      }
    }
  }

  private void keep(Tx tx, Notification row, Action action, String actor, Instant now) {
    stores.log().save(tx, row);
    stores.audit().append(tx, Trail.entry(row, action, actor, row.code(), now));
  }
}
