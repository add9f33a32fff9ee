package id.aduan.lapor.sync;

import id.aduan.lapor.audit.AuditEntry;
import id.aduan.lapor.audit.AuditEntry.Action;
import id.aduan.lapor.complaint.AgencyCode;
import id.aduan.lapor.complaint.Complaint;
import id.aduan.lapor.complaint.Institution;
import id.aduan.lapor.complaint.Status;
import id.aduan.lapor.complaint.Status.Stage;
import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.failure.CorruptRowException;
import id.aduan.lapor.mapping.Mappings;
import id.aduan.lapor.mapping.Routing;
import id.aduan.lapor.store.Tx;
import id.aduan.lapor.sync.CaseRecord.Assignment;
import id.aduan.lapor.sync.LegWork.By;
import id.aduan.lapor.sync.LegWork.Placed;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where what the portal says leads a case (D13): to agencies by the rules, to another one by a new
 * disposition, to its end, and to its agencies once more. A disposition and a forwarding are the
 * same here (TRM-04). Safe for use by many threads.
 */
final class CasePlacing {
  private static final String ACTOR = "portal";
  private static final Logger LOG = LoggerFactory.getLogger(CasePlacing.class);
  private final CaseStore store;
  private final Mappings mappings;
  private final AgencyWording wording;
  private final LegWork legs;
  private final Coordination coordination;
  private final CaseNotices notices;

  CasePlacing(CaseStore store, IntakeParts parts, LegWork legs, Coordination coordination) {
    this.store = store;
    this.mappings = parts.mappings();
    this.wording = new AgencyWording(mappings);
    this.legs = legs;
    this.coordination = coordination;
    this.notices = parts.notices();
  }

  /** A case that went to no agency yet. */
  Placed first(Tx tx, CaseRecord record, Instant now) {
    return anew(tx, record, List.of(), now);
  }

  /** A case that no agency has, as the rules say now. */
  private Placed anew(Tx tx, CaseRecord record, List<Leg> known, Instant now) {
    Complaint complaint = record.complaint();
    Routing routing = ComplaintIntake.route(mappings.at(now), complaint);
    if (!coordination.letsOut(tx, record, routing, now)) {
      return unmoved(record);
    }
    audit(tx, now, Action.ROUTED, complaint.id(), told(routing));
    List<Assignment> to =
        routing.agencies().stream()
            .map(AgencyCode::new)
            .map(ComplaintIntake.assignment(routing)::to)
            .toList();
    LegPlan plan = LegPlan.assign(complaint.id(), known, to, "", now);
    return legs.place(tx, record, plan, new By(ACTOR, ""), now);
  }

  private static String told(Routing routing) {
    List<String> others = routing.agencies().subList(1, routing.agencies().size());
    return ComplaintIntake.told(ComplaintIntake.assignment(routing))
        + (others.isEmpty() ? "" : "; and to " + String.join(", ", others))
        + (routing.flags().isEmpty() ? "" : "; flagged " + String.join(", ", routing.flags()))
        + routing.disagreement().map(other -> "; the category says " + other).orElse("");
  }

  /** A case of which the portal has told something new. */
  Placed changed(Tx tx, CaseRecord before, CaseRecord after, Instant now) {
    List<Leg> known;
    try {
      known = legs.legs(tx, before);
    } catch (CorruptRowException e) {
      // Who may see it comes before who has it (C20, C24).
      LOG.error("{}; the case is kept as it is told, and its legs are left alone", e.getMessage());
      tell(tx, concerned(tx, before, after), before, after, now);
      return unmoved(after);
    }
    Placed placed = placed(tx, before, after, known, now);
    CaseRecord record = placed.record();
    coordination.changed(
        tx,
        before,
        record,
        () -> legs.legs(tx, record),
        () -> ComplaintIntake.route(mappings.at(now), record.complaint()),
        now);
    return placed;
  }

  private Placed placed(Tx tx, CaseRecord before, CaseRecord after, List<Leg> known, Instant now) {
    Status status = after.complaint().status();
    if (known.isEmpty()) {
      return StatusEvents.ends(status) ? unmoved(after) : first(tx, after, now);
    }
    tell(tx, known, before, after, now);
    if (status.withheldFromAgencies()) {
      known.forEach(leg -> legs.withhold(tx, leg, now));
    }
    boolean isOpen = known.stream().anyMatch(Leg::isOpen);
    if (StatusEvents.ends(status)) {
      return isOpen ? ended(tx, after, known, now) : unmoved(after);
    }
    if (isOpen) {
      return elsewhere(before.complaint(), after.complaint(), known, now)
          .map(to -> transferred(tx, after, known, to, now))
          .orElseGet(() -> unmoved(after));
    }
    if (status.stage() == Stage.UNKNOWN) {
      // That it had ended does not follow from the status any more.
      known.forEach(leg -> store.legs().save(tx, leg));
      return unmoved(after);
    }
    return reopened(tx, before, after, known, now);
  }

  /** Where nobody can tell which tickets count: all, if it takes something away from them. */
  private List<Leg> concerned(Tx tx, CaseRecord before, CaseRecord after) {
    boolean all = LegWork.takesAway(before.complaint(), after.complaint());
    return legs.byTickets(tx, before).stream()
        .filter(
            leg ->
                all || before.assigned().map(Assignment::agency).equals(Optional.of(leg.agency())))
        .toList();
  }

  /** Brings what has changed to the tickets, above all that fewer may see it now. */
  private void tell(Tx tx, List<Leg> known, CaseRecord before, CaseRecord after, Instant now) {
    List<AgencyCode> untold = legs.changed(tx, known, before.complaint(), after.complaint(), now);
    if (LegWork.takesAway(before.complaint(), after.complaint())) {
      untold.forEach(agency -> notices.hidden(tx, after, agency, now));
    }
  }

  private Placed ended(Tx tx, CaseRecord record, List<Leg> known, Instant now) {
    for (Leg leg : CaseLegs.open(known)) {
      store.legs().save(tx, leg.ended(now));
      store.returns().settle(tx, leg.complaint(), leg.agency(), now);
      audit(tx, now, Action.LEG_ENDED, leg.complaint(), leg.agency() + " " + leg.reference());
    }
    return unmoved(record);
  }

  private Placed reopened(
      Tx tx, CaseRecord before, CaseRecord after, List<Leg> known, Instant now) {
    Optional<Assignment> instead =
        elsewhere(before.complaint(), after.complaint(), known, now)
            .filter(to -> !isHeldByPerson(known))
            .map(ComplaintIntake::assignment);
    LegPlan plan = LegPlan.reopen(known, instead, now);
    if (plan.opened().isEmpty()) {
      return withNobody(tx, before, after, known, now);
    }
    coordination.goesAgain(tx, after, now);
    for (Leg leg : plan.opened()) {
      String what = leg.agency() + " " + leg.reference();
      audit(tx, now, Action.LEG_REOPENED, leg.complaint(), what);
    }
    return legs.place(tx, after, plan, new By(ACTOR, ""), now);
  }

  /**
   * A case that nobody had to the end: given back on the portal, or by an agency to us. If the
   * portal has sent it to us once more it goes out anew by its disposition; else, and after an
   * agency would not have it, the coordinator is asked.
   */
  private Placed withNobody(
      Tx tx, CaseRecord before, CaseRecord after, List<Leg> known, Instant now) {
    Routing routing = ComplaintIntake.route(mappings.at(now), after.complaint());
    boolean refused = known.stream().anyMatch(leg -> leg.state() == Leg.State.ENDED);
    if (!refused && !isBack(tx, before, after, known)) {
      return unmoved(after);
    }
    if (!refused && routing.reason() == Routing.Rule.INSTITUTION) {
      return anew(tx, after, known, now);
    }
    coordination.asks(tx, after, routing, now);
    return unmoved(after);
  }

  /** Whether the portal told so after it was given back; what it told before may come later. */
  private boolean isBack(Tx tx, CaseRecord before, CaseRecord after, List<Leg> known) {
    Optional<String> with = institution(after.complaint());
    boolean isNews =
        !with.equals(institution(before.complaint()))
            || after
                .updatedAt()
                .filter(
                    at -> known.stream().flatMap(leg -> leg.until().stream()).allMatch(at::isAfter))
                .isPresent();
    return isNews && !GivingBack.isGiven(store, tx, after);
  }

  private Placed transferred(Tx tx, CaseRecord record, List<Leg> known, Routing to, Instant now) {
    if (isHeldByPerson(known)) {
      return unmoved(record);
    }
    audit(tx, now, Action.ROUTED, record.complaint().id(), told(to));
    LegPlan plan = LegPlan.transfer(known, ComplaintIntake.assignment(to), Leg.DISPOSED_ANEW, now);
    return legs.place(tx, record, plan, new By(ACTOR, ""), now);
  }

  /**
   * Where the portal's new disposition leads, by the mapping that the case keeps; empty where it
   * stays, and for an institution that is not mapped.
   */
  private Optional<Routing> elsewhere(
      Complaint before, Complaint after, List<Leg> known, Instant now) {
    if (institution(after).isEmpty() || institution(after).equals(institution(before))) {
      return Optional.empty();
    }
    Routing routing = ComplaintIntake.route(wording.of(lead(known), now), after);
    boolean hasIt =
        CaseLegs.told(known).stream()
            .anyMatch(leg -> leg.agency().value().equals(routing.agency()));
    return routing.reason() == Routing.Rule.INSTITUTION && !hasIt
        ? Optional.of(routing)
        : Optional.empty();
  }

  /** What a person decided, the portal does not undo: it waits for the coordinator. */
  private static boolean isHeldByPerson(List<Leg> known) {
    Leg lead = lead(known);
    return lead.state() != Leg.State.MOVED && lead.why().rule().equals(Assignment.PERSON);
  }

  private static Leg lead(List<Leg> known) {
    return known.stream().filter(Leg::lead).findFirst().orElse(known.get(0));
  }

  private static Optional<String> institution(Complaint complaint) {
    return complaint.disposition().map(Institution::id).filter(id -> !id.isEmpty());
  }

  private static Placed unmoved(CaseRecord record) {
    return new Placed(record, List.of(), List.of());
  }

  private void audit(Tx tx, Instant now, Action action, TrackingId id, String detail) {
    store.audit().append(tx, new AuditEntry(now, ACTOR, action, id.value(), detail));
  }
}
