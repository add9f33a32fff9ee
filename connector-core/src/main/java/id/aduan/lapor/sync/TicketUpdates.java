package id.aduan.lapor.sync;

import id.aduan.lapor.complaint.AgencyCode;
import id.aduan.lapor.delivery.IdempotencyKey;
import id.aduan.lapor.delivery.Lane;
import id.aduan.lapor.delivery.Outbox.NewEntry;
import id.aduan.lapor.delivery.Outbox.Standing;
import id.aduan.lapor.delivery.OutboxView;
import id.aduan.lapor.delivery.State;
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

  /** Why an opening was taken back: another agency has the case instead. */
  static final String MOVED = "leg.moved";

  /** Why an opening was taken back: the case is archived or blocked, and does not go out (D13). */
  static final String WITHHELD = "case.withheld";

  /** More than a leg ever has unsettled in its lane. */
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
   * made secret shows no reporter. Its key holds the leg.
   */
  static NewEntry opening(AgencyComplaint visible, AgencyCode agency) {
    byte[] payload = ModelJson.writeFor(visible);
    return entry(place(visible, agency), ComplaintIntake.OPEN, Digests.of(payload), payload);
  }

  /**
   * Has a leg's ticket opened. If the same was given up before, it is asked for anew; what is under
   * way, or there, is not asked for twice.
   */
  void open(Tx tx, AgencyComplaint visible, AgencyCode agency, Instant now) {
    NewEntry first = opening(visible, agency);
    if (store.outbox().enqueue(tx, first, now)) {
      return;
    }
    Place place = place(visible, agency);
    boolean isWanted =
        entries(tx, place).stream()
            .filter(entry -> entry.operation().equals(ComplaintIntake.OPEN))
            .allMatch(entry -> entry.state() == State.DISCARDED);
    if (isWanted) {
      String version = Digests.of(first.payload()) + " again " + now.toEpochMilli();
      boolean unused =
          store
              .outbox()
              .enqueue(tx, entry(place, ComplaintIntake.OPEN, version, first.payload()), now);
    }
  }

  /** An update by a person's wish, after an entry that cannot be used. */
  static NewEntry update(AgencyComplaint visible, AgencyCode agency, String after) {
    byte[] payload = ModelJson.writeFor(visible);
    String version = Digests.of(payload) + " after " + after;
    return entry(place(visible, agency), UPDATE, version, payload);
  }

  /**
   * Brings a change to the ticket of one leg.
   *
   * @param seen the case before, as this leg shows it
   * @param visible the case now, as this leg shows it
   * @return false where the agency's system gets to know nothing of it
   */
  boolean changed(Tx tx, Leg leg, AgencyComplaint seen, AgencyComplaint visible, Instant now) {
    if (visible.equals(seen)) {
      return true;
    }
    boolean hides =
        seen instanceof AgencyComplaint.Identified && visible instanceof AgencyComplaint.Withheld;
    return follow(tx, leg, visible, hides, now);
  }

  /**
   * Has the ticket of one leg, which can be updated, say anew what is read when an update goes out.
   */
  void said(Tx tx, Leg leg, AgencyComplaint visible, Instant now) {
    boolean unused = follow(tx, leg, visible, false, now);
  }

  private boolean follow(Tx tx, Leg leg, AgencyComplaint visible, boolean hides, Instant now) {
    Place place = place(visible, leg.agency());
    List<Standing> entries = entries(tx, place);
    Situation situation = new Situation(isLinked(tx, leg), updatable.test(leg.agency()), hides);
    UpdatePlan plan = UpdatePlan.decide(entries, situation);
    apply(tx, place, entries, plan, visible, now);
    return plan.reaches();
  }

  /** Takes back the opening of a leg that is over, should nothing of it be at the agency. */
  void takeBack(Tx tx, Leg leg, String why, Instant now) {
    Place place = new Place(new Lane(leg.complaint(), leg.agency().value()), leg.number());
    for (Standing entry : entries(tx, place)) {
      if (entry.operation().equals(ComplaintIntake.OPEN)) {
        boolean unused = store.outbox().takeBack(tx, place.lane(), entry.key(), why, now);
      }
    }
  }

  private List<Standing> entries(Tx tx, Place place) {
    return store.outbox().youngest(tx, place.lane(), place.twin(), LANE_ENTRIES_MAX);
  }

  /** Where the entries of one leg stand: in its agency's lane, under the number of the leg. */
  private record Place(Lane lane, int leg) {
    /** The first leg's entries bear none, as those that an older version wrote. */
    String twin() {
      return leg == 1 ? "" : "leg " + leg;
    }
  }

  private static Place place(AgencyComplaint visible, AgencyCode agency) {
    return new Place(new Lane(visible.facts().id(), agency.value()), visible.facts().leg());
  }

  private void apply(
      Tx tx,
      Place place,
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
      NewEntry newer = entry(place, entry.operation(), version(digest, entry), payload);
      NewEntry kept =
          new NewEntry(place.lane(), entry.operation(), entry.key(), payload, place.twin());
      store.outbox().refresh(tx, entry.key(), renewal.sameKey() ? kept : newer);
    }
    if (plan.appended()) {
      String version = entries.isEmpty() ? digest : digest + " after " + entries.get(0).key();
      store.outbox().enqueue(tx, entry(place, UPDATE, version, payload), now);
      tx.afterCommit(() -> wake.accept(place.lane().target()));
    }
  }

  /** Differs each time, even when an earlier content comes again: A, B, A are three (C3). */
  private static String version(String digest, Standing replaced) {
    return replaced.operation().equals(UPDATE) ? digest + " instead of " + replaced.key() : digest;
  }

  private static NewEntry entry(Place place, String operation, String version, byte[] payload) {
    IdempotencyKey key = IdempotencyKey.of(place.lane(), operation, version);
    return new NewEntry(place.lane(), operation, key, payload, place.twin());
  }

  private boolean isLinked(Tx tx, Leg leg) {
    return store.links().ticketOf(tx, leg.agency(), leg.reference()).isPresent();
  }
}
