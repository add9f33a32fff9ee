package id.aduan.lapor.sync;

import id.aduan.lapor.complaint.AgencyCode;
import id.aduan.lapor.complaint.Complaint;
import id.aduan.lapor.delivery.IdempotencyKey;
import id.aduan.lapor.delivery.Lane;
import id.aduan.lapor.delivery.Outbox.NewEntry;
import id.aduan.lapor.delivery.Outbox.Standing;
import id.aduan.lapor.delivery.OutboxView;
import id.aduan.lapor.json.ModelJson;
import id.aduan.lapor.privacy.AgencyComplaint;
import id.aduan.lapor.store.Tx;
import id.aduan.lapor.sync.UpdatePlan.Renewal;
import id.aduan.lapor.sync.UpdatePlan.Situation;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Brings what has changed about a case to the agency that has it: the entry that opens its ticket
 * is renewed while nothing of it is there, and where a ticket is or may be there an update follows.
 * Content that the agency cannot tell from what it was sent makes no entry. Safe for use by many
 * threads.
 */
final class TicketUpdates {
  /** The outbox operation that sets anew what a ticket says. */
  static final String UPDATE = "update";

  /** More than a lane ever has unsettled. */
  private static final int LANE_ENTRIES_MAX = 8;

  private final CaseStore store;
  private final Predicate<AgencyCode> updatable;
  private final Consumer<String> wake;

  TicketUpdates(CaseStore store, Predicate<AgencyCode> updatable, Consumer<String> wake) {
    this.store = store;
    this.updatable = updatable;
    this.wake = wake;
  }

  /**
   * The entry that opens a ticket; it is rendered from what the agency may see now, so a report
   * made secret shows no reporter.
   */
  static NewEntry opening(AgencyComplaint visible, AgencyCode agency) {
    Lane lane = new Lane(visible.facts().id(), agency.value());
    byte[] payload = ModelJson.writeFor(visible);
    String version = Digests.of(payload);
    return entry(lane, ComplaintIntake.OPEN, version, payload);
  }

  /** An update by a person's wish, after an entry that cannot be used. */
  static NewEntry update(AgencyComplaint visible, AgencyCode agency, String after) {
    Lane lane = new Lane(visible.facts().id(), agency.value());
    byte[] payload = ModelJson.writeFor(visible);
    return entry(lane, UPDATE, Digests.of(payload) + " after " + after, payload);
  }

  /**
   * Brings a change there.
   *
   * @return false where the agency's system gets to know nothing of it
   */
  boolean changed(Tx tx, AgencyCode agency, Complaint before, Complaint after, Instant now) {
    AgencyComplaint visible = AgencyComplaint.of(after);
    AgencyComplaint seen = AgencyComplaint.of(before);
    if (visible.equals(seen)) {
      return true;
    }
    Lane lane = new Lane(after.id(), agency.value());
    List<Standing> entries = store.outbox().youngest(tx, lane, LANE_ENTRIES_MAX);
    boolean hides =
        seen instanceof AgencyComplaint.Identified && visible instanceof AgencyComplaint.Withheld;
    Situation situation = new Situation(isLinked(tx, lane, agency), updatable.test(agency), hides);
    UpdatePlan plan = UpdatePlan.decide(entries, situation);
    apply(tx, lane, entries, plan, visible, now);
    return plan.reaches();
  }

  private void apply(
      Tx tx,
      Lane lane,
      List<Standing> entries,
      UpdatePlan plan,
      AgencyComplaint visible,
      Instant now) {
    byte[] payload = ModelJson.writeFor(visible);
    String digest = Digests.of(payload);
    for (Renewal renewal : plan.renewed()) {
      Standing entry = renewal.entry();
      if (entry.code().equals(OutboxView.DAMAGED)) {
        continue; // nobody knows what it holds; it waits for a human
      }
      NewEntry newer = entry(lane, entry.operation(), version(digest, entry), payload);
      NewEntry kept = new NewEntry(lane, entry.operation(), entry.key(), payload, "");
      store.outbox().refresh(tx, entry.key(), renewal.sameKey() ? kept : newer);
    }
    if (plan.appended()) {
      String version = entries.isEmpty() ? digest : digest + " after " + entries.get(0).key();
      store.outbox().enqueue(tx, entry(lane, UPDATE, version, payload), now);
      tx.afterCommit(() -> wake.accept(lane.target()));
    }
  }

  /** Differs each time, even when an earlier content comes again: A, B, A are three (C3). */
  private static String version(String digest, Standing replaced) {
    return replaced.operation().equals(UPDATE) ? digest + " instead of " + replaced.key() : digest;
  }

  private static NewEntry entry(Lane lane, String operation, String version, byte[] payload) {
    return new NewEntry(lane, operation, IdempotencyKey.of(lane, operation, version), payload, "");
  }

  private boolean isLinked(Tx tx, Lane lane, AgencyCode agency) {
    return store.links().ticketsOf(tx, lane.complaint()).stream()
        .anyMatch(ticket -> ticket.agency().equals(agency));
  }
}
