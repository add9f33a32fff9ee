package id.aduan.lapor.sync;

import id.aduan.lapor.delivery.Alert;
import id.aduan.lapor.delivery.Targets;
import id.aduan.lapor.failure.FarEndException;
import id.aduan.lapor.store.Tx;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Compares both sides once a day and repairs what differs (C5); what there was to repair is an
 * alert, since nothing should be. Of all nodes one does it (C16), and one that was down at the time
 * makes up for it when it is there again. Safe for use by many threads.
 */
public final class NightlyComparison {
  private static final Logger LOG = LoggerFactory.getLogger(NightlyComparison.class);
  private static final String SCHEDULE = "portal.reconcile";
  private static final String ACTOR = "engine";
  private final CaseStore store;
  private final Reconciler reconciler;
  private final When when;
  private final String node;
  private final InstantSource time;
  private final Consumer<Alert> alerts;

  /** When it is done. */
  public record When(LocalTime at, ZoneId zone) {
    /** The last such moment, now at the latest. */
    Instant slotOf(Instant now) {
      LocalDate today = LocalDate.ofInstant(now, zone);
      Instant slot = today.atTime(at).atZone(zone).toInstant();
      return slot.isAfter(now) ? today.minusDays(1).atTime(at).atZone(zone).toInstant() : slot;
    }
  }

  /**
   * Makes it.
   *
   * @param node as others will read it in {@code lapor_slot}
   * @param alerts told at once of what a person should know; must not block
   */
  public NightlyComparison(
      CaseStore store,
      Reconciler reconciler,
      When when,
      String node,
      InstantSource time,
      Consumer<Alert> alerts) {
    this.store = store;
    this.reconciler = reconciler;
    this.when = when;
    this.node = node;
    this.time = time;
    this.alerts = alerts;
  }

  /**
   * Does it if it is time.
   *
   * @throws id.aduan.lapor.failure.LaporException when the portal or the store cannot be had: it is
   *     done the next night then
   */
  public void runIfDue() {
    if (!store.inTransaction(this::take)) {
      return;
    }
    try {
      reconciler.run(true, ACTOR).ifPresent(this::tell);
    } catch (FarEndException e) {
      tellUnread("the portal's list could not be read");
      throw e;
    }
  }

  /** At the very first start there is nothing to compare yet. */
  private boolean take(Tx tx) {
    Instant now = time.instant();
    Instant slot = when.slotOf(now);
    Optional<Instant> newest = store.slots().newest(tx, SCHEDULE, now);
    if (newest.filter(taken -> !taken.isBefore(slot)).isPresent()
        || !store.slots().take(tx, SCHEDULE, slot, node, now)) {
      return false;
    }
    newest.ifPresent(last -> store.slots().removeBefore(tx, SCHEDULE, last));
    return newest.isPresent();
  }

  private void tellUnread(String why) {
    alerts.accept(
        new Alert(
            Alert.Kind.PORTAL_NOT_COMPARED,
            Targets.PORTAL_READ,
            "the nightly comparison with the portal was not made to its end: "
                + why
                + "; the next night tries again"));
  }

  private void tell(Reconciliation.Report report) {
    LOG.info(
        "compared {} complaints with the portal: {} differences, {} remain, {} could not be read",
        report.compared(),
        report.found(),
        report.remaining(),
        report.unread());
    if (!report.complete()) {
      tellUnread("it was ended early, after " + report.compared() + " complaints");
    }
    if (report.found() > 0) {
      alerts.accept(
          new Alert(
              Alert.Kind.PORTAL_DIFFERS,
              Targets.PORTAL_READ,
              report.found()
                  + " differences between the portal and our cases; "
                  + report.remaining()
                  + " remain: 'lapor reconcile' lists them"));
    }
  }
}
