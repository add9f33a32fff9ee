package id.aduan.lapor.sync;

import id.aduan.lapor.agency.AgencyTicket;
import id.aduan.lapor.audit.AuditEntry;
import id.aduan.lapor.audit.AuditEntry.Action;
import id.aduan.lapor.complaint.AgencyCode;
import id.aduan.lapor.complaint.Complaint;
import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.deadline.CaseClocks;
import id.aduan.lapor.deadline.CaseEvent;
import id.aduan.lapor.deadline.Occurrence;
import id.aduan.lapor.privacy.AgencyComplaint;
import id.aduan.lapor.store.Tx;
import id.aduan.lapor.sync.CaseRecord.Assignment;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Gives cases to agencies and takes them away again, all in the caller's transaction: the legs, the
 * entries that open their tickets, what waits for the coordinator, the trail. Safe for use by many
 * threads.
 */
final class LegWork {
  private final CaseStore store;
  private final CaseLegs legs;
  private final TicketUpdates updates;
  private final AgencyWording wording;
  private final LocalTickets local;
  private final Timekeeper timekeeper;
  private final CaseNotices notices;
  private final Consumer<String> wake;

  LegWork(CaseStore store, IntakeParts parts) {
    this.store = store;
    this.legs = new CaseLegs(store);
    this.updates = new TicketUpdates(store, parts.updates(), parts.wake());
    this.wording = new AgencyWording(parts.mappings());
    this.local = new LocalTickets(store);
    this.timekeeper = parts.timekeeper();
    this.notices = parts.notices();
    this.wake = parts.wake();
  }

  /**
   * Who does it, as the trail names them, and why.
   *
   * @param reason may be empty
   */
  record By(String actor, String reason) {
    static By of(Operator by) {
      return new By(by.actor(), by.reason());
    }

    String because(String what) {
      return reason.isEmpty() ? what : what + "; reason: " + reason;
    }
  }

  /**
   * Where a case is after it was placed; nothing of it is saved yet but its legs.
   *
   * @param opened the legs that began
   * @param events what its clocks have to know
   */
  record Placed(CaseRecord record, List<Leg> opened, List<Occurrence> events) {}

  /** The legs of a case with a damaged row, as {@link CaseLegs#byTickets}. */
  List<Leg> byTickets(Tx tx, CaseRecord record) {
    return legs.byTickets(tx, record);
  }

  /** The legs of a case, as {@link CaseLegs#of}. */
  List<Leg> legs(Tx tx, CaseRecord record) {
    return legs.of(tx, record);
  }

  /**
   * Puts a case that has not ended with exactly these agencies: opens a ticket for each that does
   * not have it, moves it away from the others, keeps the clocks, tells the offices. Done twice,
   * the second time changes nothing.
   *
   * @param agencies the first leads; one at least
   * @param why which rule or person decided; its agency does not count
   * @return the case as it was saved
   */
  CaseRecord assign(
      Tx tx, CaseRecord record, List<AgencyCode> agencies, Assignment why, By by, Instant now) {
    List<Assignment> to = agencies.stream().map(why::to).toList();
    TrackingId id = record.complaint().id();
    List<Leg> before = answered(tx, record, legs(tx, record), now);
    LegPlan plan = LegPlan.assign(id, before, to, by.reason(), now);
    Placed placed = place(tx, record, plan, by, now);
    store.complaints().save(tx, placed.record());
    List<Occurrence> events = new ArrayList<>(placed.events());
    if (before.size() > 1 && !CaseLegs.isAnswered(before) && CaseLegs.isAnswered(plan.legs())) {
      // The others waited for one that has it no more.
      AgencyCode lead = plan.lead().orElseThrow().agency();
      events.add(Occurrence.of(CaseEvent.ANSWERED, now, lead));
    }
    List<Leg> left = left(before, plan);
    if (!events.isEmpty() || !placed.opened().isEmpty() || !left.isEmpty()) {
      CaseClocks clocks = timekeeper.happened(tx, placed.record(), events, now);
      announce(tx, placed, clocks, now);
      left.forEach(leg -> notices.left(tx, placed.record(), clocks, leg, now));
    }
    return placed.record();
  }

  /** Those that had given it back and are to have it all the same. */
  private static List<Leg> left(List<Leg> before, LegPlan plan) {
    return before.stream()
        .filter(leg -> leg.state() == Leg.State.RETURNED)
        .flatMap(leg -> CaseLegs.find(plan.legs(), leg.agency(), leg.number()).stream())
        .filter(leg -> leg.state() == Leg.State.ACTIVE)
        .toList();
  }

  /** That an only agency has answered stands in the events of the case alone. */
  private List<Leg> answered(Tx tx, CaseRecord record, List<Leg> known, Instant now) {
    if (known.size() != 1 || known.get(0).answeredAt().isPresent()) {
      return known;
    }
    Leg only = known.get(0);
    return timekeeper.events(tx, record, now).stream()
        .filter(event -> event.event() == CaseEvent.ANSWERED)
        .filter(event -> event.agency().equals(Optional.of(only.agency())))
        .findFirst()
        .map(event -> List.of(only.answered(event.at())))
        .orElse(known);
  }

  /** Carries a plan out, but for the case's own row and its clocks. */
  Placed place(Tx tx, CaseRecord record, LegPlan plan, By by, Instant now) {
    Leg lead = plan.lead().orElseThrow();
    for (Leg leg : plan.moved()) {
      updates.takeBack(tx, leg, TicketUpdates.MOVED, now);
      store.returns().settle(tx, leg.complaint(), leg.agency(), now);
      String what = leg.agency() + " " + leg.reference() + " -> " + lead.agency();
      audit(tx, by.actor(), Action.LEG_MOVED, leg.complaint(), by.because(what), now);
      notices.moved(tx, record, leg, now);
    }
    for (Leg leg : CaseLegs.open(plan.legs())) {
      if (leg.state() == Leg.State.ACTIVE && plan.opened().stream().noneMatch(leg::equals)) {
        store.returns().settle(tx, leg.complaint(), leg.agency(), now);
      }
    }
    if (!plan.isPlain()) {
      plan.legs().forEach(leg -> store.legs().save(tx, leg));
    }
    List<Occurrence> events = new ArrayList<>();
    boolean isNew = record.assigned().filter(to -> to.agency().equals(lead.agency())).isEmpty();
    if (isNew) {
      events.add(Occurrence.of(CaseEvent.ROUTED, now, lead.agency()));
    }
    for (Leg leg : plan.opened()) {
      boolean hasOne = open(tx, record.complaint(), leg, now);
      if (hasOne && leg.lead() && isNew) {
        events.add(Occurrence.of(CaseEvent.DELIVERED, now, leg.agency()));
      }
    }
    return new Placed(record.assigned(lead.why()), plan.opened(), events);
  }

  /** A case that does not go out to agencies: what of it has not gone out yet stays here (D13). */
  void withhold(Tx tx, Leg leg, Instant now) {
    updates.takeBack(tx, leg, TicketUpdates.WITHHELD, now);
  }

  /**
   * Nobody here has a case any more, since the portal has it elsewhere; should it come back, it
   * begins anew.
   */
  void takenAway(Tx tx, CaseRecord record, String institution, Instant now) {
    for (Leg leg : legs(tx, record)) {
      if (leg.isOpen()) {
        updates.takeBack(tx, leg, TicketUpdates.MOVED, now);
        store.returns().settle(tx, leg.complaint(), leg.agency(), now);
        String what = leg.agency() + " " + leg.reference() + " -> institution " + institution;
        audit(tx, "portal", Action.LEG_MOVED, leg.complaint(), what, now);
        notices.moved(tx, record, leg, now);
      }
      // Nobody took the lead over, so that it stays where it was.
      Leg away = leg.moved(Leg.GIVEN_BACK, now).leading(leg.lead());
      store.legs().save(tx, leg.isOpen() ? away : leg);
    }
  }

  /** Tells the offices of a case that was placed and whose clocks are kept. */
  void announce(Tx tx, Placed placed, CaseClocks clocks, Instant now) {
    for (Leg leg : placed.opened()) {
      notices.routed(tx, placed.record(), clocks, leg, now);
    }
  }

  /** Whether the agency reported it itself, so that it has a ticket of its own already. */
  private boolean open(Tx tx, Complaint complaint, Leg leg, Instant now) {
    AgencyCode agency = leg.agency();
    Optional<AgencyTicket> own =
        leg.number() == 1 ? local.heldBy(tx, complaint, agency, now) : Optional.empty();
    if (own.isPresent()) {
      local.audit(tx, own.get(), complaint, now);
      return true;
    }
    AgencyComplaint visible = wording.visible(complaint, leg, now);
    updates.open(tx, visible, agency, now);
    tx.afterCommit(() -> wake.accept(agency.value()));
    return false;
  }

  /**
   * Brings a change of a case to its agencies. A ticket that another agency has instead, and one of
   * an earlier time, hear only what takes something away from them: the reporter, or that the
   * report may be public (C24).
   *
   * @param known the legs of the case
   * @return the agencies whose systems get to know nothing of it
   */
  List<AgencyCode> changed(Tx tx, List<Leg> known, Complaint before, Complaint after, Instant now) {
    List<Leg> told = CaseLegs.told(known);
    List<AgencyCode> untold = new ArrayList<>();
    for (Leg leg : known) {
      AgencyComplaint seen = wording.visible(before, leg, now);
      AgencyComplaint visible = wording.visible(after, leg, now);
      boolean concerns = told.contains(leg) || takesAway(seen, visible);
      if (concerns
          && !updates.changed(tx, leg, seen, visible, now)
          && !untold.contains(leg.agency())) {
        untold.add(leg.agency());
      }
    }
    return untold;
  }

  /** Whether fewer may see something of it than before. */
  static boolean takesAway(Complaint before, Complaint after) {
    return takesAway(AgencyComplaint.of(before), AgencyComplaint.of(after));
  }

  private static boolean takesAway(AgencyComplaint seen, AgencyComplaint visible) {
    boolean hides =
        seen instanceof AgencyComplaint.Identified && visible instanceof AgencyComplaint.Withheld;
    return hides || (visible.facts().secret() && !seen.facts().secret());
  }

  private void audit(
      Tx tx, String actor, Action action, TrackingId id, String detail, Instant now) {
    store.audit().append(tx, new AuditEntry(now, actor, action, id.value(), detail));
  }
}
