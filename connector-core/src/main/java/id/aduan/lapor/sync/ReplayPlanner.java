package id.aduan.lapor.sync;

import id.aduan.lapor.agency.AgencyTicket;
import id.aduan.lapor.complaint.AgencyCode;
import id.aduan.lapor.complaint.Reference;
import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.delivery.DeliveryTarget;
import id.aduan.lapor.delivery.Envelope;
import id.aduan.lapor.delivery.Lane;
import id.aduan.lapor.delivery.Outbox.NewEntry;
import id.aduan.lapor.delivery.ParkedCause;
import id.aduan.lapor.delivery.ParkedEntries.Held;
import id.aduan.lapor.delivery.State;
import id.aduan.lapor.delivery.Targets;
import id.aduan.lapor.failure.CorruptRowException;
import id.aduan.lapor.json.ModelJson;
import id.aduan.lapor.mapping.Mappings;
import id.aduan.lapor.privacy.AgencyComplaint;
import id.aduan.lapor.privacy.SealException;
import id.aduan.lapor.store.Tx;
import id.aduan.lapor.sync.CaseRecord.Assignment;
import id.aduan.lapor.sync.ParkedAnswer.Refusal;
import id.aduan.lapor.sync.ReplayPlan.AsItIs;
import id.aduan.lapor.sync.ReplayPlan.No;
import id.aduan.lapor.sync.ReplayPlan.Rendered;
import id.aduan.lapor.sync.ReplayPlan.Rerouted;
import id.aduan.lapor.sync.ReplayPlan.There;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Decides what a replay does (C7, C12): what may stand at the far end is looked up before it goes
 * out again, and changes neither its content nor its agency; where nobody can be asked, a person
 * has to say what they found. Reads, and changes nothing.
 *
 * @param settle how long after it was parked the first look-up comes at the earliest
 */
public record ReplayPlanner(
    CaseStore store, Mappings mappings, Map<String, DeliveryTarget> targets, Duration settle) {

  ReplayPlan plan(Tx tx, Held entry, ReplayWish wish, Instant now) {
    if (entry.lane().isEmpty()) {
      return new No(Refusal.DAMAGED);
    }
    Optional<DeliveryTarget> target = targetOf(entry.lane().get());
    if (target.isEmpty()) {
      return new No(Refusal.NO_TARGET, entry.lane().get().target());
    }
    if (wish.newMapping()) {
      return renewed(tx, entry, wish, now);
    }
    if (entry.sound().isEmpty()) {
      return new No(Refusal.DAMAGED);
    }
    if (wish.present().isPresent()) {
      return there(tx, entry, wish);
    }
    Optional<No> over = over(tx, entry, entry.sound().get(), target.get(), wish);
    return over.isPresent()
        ? over.get()
        : asItIs(entry, entry.sound().get(), target.get(), wish, now);
  }

  Optional<DeliveryTarget> targetOf(Lane lane) {
    return Optional.ofNullable(targets.get(lane.target()));
  }

  /** Of a leg that is over no ticket is opened; whether there is one can still be looked up. */
  private Optional<No> over(
      Tx tx, Held entry, Envelope envelope, DeliveryTarget target, ReplayWish wish) {
    boolean asks = target.canLookUp(envelope) && !target.honoursKeys(envelope);
    return asks && !isAbsent(entry, wish)
        ? Optional.empty()
        : new LegGate(store).objection(tx, envelope).map(No::new);
  }

  private ReplayPlan asItIs(
      Held entry, Envelope envelope, DeliveryTarget target, ReplayWish wish, Instant now) {
    if (wish.absent() || entry.cause() == ParkedCause.NOTHING_THERE) {
      return new AsItIs(State.WAITING, now);
    }
    return target.canLookUp(envelope) || target.honoursKeys(envelope)
        ? new AsItIs(State.UNCERTAIN, settled(entry, now))
        : new No(Refusal.ASK_FAR_END, envelope.lane().target());
  }

  /** A far end may still be storing after we gave up. */
  private Instant settled(Held entry, Instant now) {
    Instant first = entry.parkedAt().plus(settle);
    return first.isAfter(now) ? first : now;
  }

  private ReplayPlan there(Tx tx, Held entry, ReplayWish wish) {
    Lane lane = entry.lane().orElseThrow();
    if (lane.target().equals(Targets.PORTAL_READ)) {
      return new No(Refusal.ONLY_READS);
    }
    String reference = wish.present().orElseThrow();
    if (lane.target().equals(Targets.PORTAL) || Targets.agencyOfFiles(lane.target()).isPresent()) {
      return new There(reference);
    }
    if (lane.target().equals(Targets.PORTAL_FILING)) {
      return FilingDesk.objection(store, tx, entry.operation(), reference)
          .<ReplayPlan>map(No::new)
          .orElseGet(() -> new There(reference));
    }
    AgencyTicket ticket = wish.ticket(new AgencyCode(lane.target())).orElseThrow();
    Reference leg =
        new Reference(lane.complaint(), entry.sound().flatMap(ReplayPlanner::numberOf).orElse(1));
    return store.links().legOf(tx, ticket).filter(other -> !other.equals(leg)).isPresent()
        ? new No(Refusal.TICKET_TAKEN)
        : new There(reference);
  }

  private ReplayPlan renewed(Tx tx, Held entry, ReplayWish wish, Instant now) {
    Lane lane = entry.lane().orElseThrow();
    boolean opens = entry.operation().equals(ComplaintIntake.OPEN);
    if (Targets.isReserved(lane.target())
        || !(opens || entry.operation().equals(TicketUpdates.UPDATE))) {
      return new No(Refusal.NOT_FROM_CASE);
    }
    Optional<CaseRecord> found = caseOf(tx, lane.complaint());
    if (found.isEmpty()) {
      return new No(Refusal.NO_CASE);
    }
    if (found.get().complaint().status().withheldFromAgencies()) {
      return new No(Refusal.WITHHELD);
    }
    CaseRecord record = found.get();
    List<Leg> legs = new CaseLegs(store).of(tx, record);
    Optional<Leg> leg = legOf(entry, legs, new AgencyCode(lane.target()));
    if (leg.isEmpty()) {
      return new No(Refusal.NO_CASE);
    }
    return opens
        ? opening(tx, entry, record, leg.get(), isAbsent(entry, wish), now)
        : updating(entry, record, leg.get(), now);
  }

  /** It sets and never adds, so it may be repeated, and stays where the ticket is. */
  private ReplayPlan updating(Held entry, CaseRecord record, Leg leg, Instant now) {
    AgencyComplaint visible = wording().visible(record.complaint(), leg, now);
    NewEntry content = TicketUpdates.update(visible, leg.agency(), Long.toString(entry.id()));
    boolean there = entry.cause() != ParkedCause.NOTHING_THERE;
    Instant due = there ? settled(entry, now) : now;
    return new Rendered(content, State.WAITING, due, record);
  }

  private ReplayPlan opening(
      Tx tx, Held entry, CaseRecord record, Leg leg, boolean absent, Instant now) {
    List<Leg> legs = new CaseLegs(store).of(tx, record);
    if (leg.state() == Leg.State.MOVED) {
      return new No(Refusal.HAS_MOVED);
    }
    Assignment to = decided(record, leg, now);
    if (to.agency().equals(leg.agency())) {
      AgencyComplaint visible = wording().visible(record.complaint(), leg.because(to), now);
      NewEntry content = TicketUpdates.opening(visible, to.agency());
      CaseRecord routed = leg.lead() ? record.assigned(to) : record;
      return sameAgency(entry, content, routed, absent, now);
    }
    if (!absent) {
      return new No(
          entry.cause() == ParkedCause.DAMAGED ? Refusal.ASK_FAR_END : Refusal.KEEP_CONTENT,
          leg.agency().value());
    }
    if (CaseLegs.open(legs).stream().anyMatch(it -> it.agency().equals(to.agency()))) {
      return new No(Refusal.HAS_TICKET, to.agency().value());
    }
    LegPlan plan = LegPlan.transfer(legs, to, Leg.OTHER_MAPPING, now);
    return otherAgency(tx, entry.lane().orElseThrow(), plan, record, now);
  }

  private static boolean isAbsent(Held entry, ReplayWish wish) {
    return wish.absent() || entry.cause() == ParkedCause.NOTHING_THERE;
  }

  private AgencyWording wording() {
    return new AgencyWording(mappings);
  }

  /** The leg that an entry is of; of a damaged one the newest with its agency. */
  private static Optional<Leg> legOf(Held entry, List<Leg> legs, AgencyCode agency) {
    return entry
        .sound()
        .flatMap(ReplayPlanner::numberOf)
        .map(number -> CaseLegs.find(legs, agency, number))
        .orElseGet(() -> CaseLegs.newest(legs, agency));
  }

  private static Optional<Integer> numberOf(Envelope entry) {
    try {
      return Optional.of(ModelJson.readAgencyComplaint(entry.payload()).facts().leg());
    } catch (IllegalArgumentException e) {
      return Optional.empty(); // it cannot be used as it is, which is why it is made anew
    }
  }

  /**
   * Who has it by the mapping that counts now. What a person decided is not decided anew, nor who
   * has a part of a case beside the agency that leads.
   */
  private Assignment decided(CaseRecord record, Leg leg, Instant now) {
    boolean stays = !leg.lead() || leg.why().rule().equals(Assignment.PERSON);
    return stays
        ? leg.why()
        : ComplaintIntake.assignment(ComplaintIntake.route(mappings.at(now), record.complaint()));
  }

  private ReplayPlan sameAgency(
      Held entry, NewEntry content, CaseRecord routed, boolean absent, Instant now) {
    if (absent) {
      return new Rendered(content, State.WAITING, now, routed);
    }
    if (entry.cause() == ParkedCause.MAY_BE_THERE) {
      return new No(Refusal.KEEP_CONTENT, content.lane().target());
    }
    // Of a damaged one even the key is not known: it is looked up by the complaint, or not at all.
    DeliveryTarget target = targetOf(content.lane()).orElseThrow();
    Envelope sought = sought(entry.id(), content);
    return target.canLookUp(sought) && !target.honoursKeys(sought)
        ? new Rendered(content, State.UNCERTAIN, settled(entry, now), routed)
        : new No(Refusal.ASK_FAR_END, content.lane().target());
  }

  private ReplayPlan otherAgency(Tx tx, Lane old, LegPlan plan, CaseRecord record, Instant now) {
    Leg opened = plan.opened().get(0);
    AgencyComplaint visible = wording().visible(record.complaint(), opened, now);
    NewEntry content = TicketUpdates.opening(visible, opened.agency());
    if (targetOf(content.lane()).isEmpty()) {
      return new No(Refusal.NO_TARGET, content.lane().target());
    }
    Optional<AgencyTicket> ticket =
        store.links().ticketsOf(tx, old.complaint()).stream()
            .filter(
                it ->
                    it.agency().value().equals(old.target()) || it.agency().equals(opened.agency()))
            .findFirst();
    return ticket.isPresent()
        ? new No(Refusal.HAS_TICKET, ticket.get().agency().value())
        : new Rerouted(content, record.assigned(opened.why()), opened.why(), plan);
  }

  private Optional<CaseRecord> caseOf(Tx tx, TrackingId id) {
    try {
      return store.complaints().find(tx, id);
    } catch (CorruptRowException | SealException e) {
      return Optional.empty();
    }
  }

  /** What would go out by a plan, to be shown; uncertain if the plan makes it so. */
  static Optional<Envelope> wouldSend(Held entry, ReplayPlan plan) {
    if (plan instanceof Rendered rendered) {
      return Optional.of(shown(sought(entry.id(), rendered.content()), rendered.next()));
    }
    if (plan instanceof Rerouted rerouted) {
      return Optional.of(sought(entry.id(), rerouted.content()));
    }
    return plan instanceof AsItIs as
        ? entry.sound().map(it -> shown(it, as.next()))
        : Optional.empty();
  }

  private static Envelope shown(Envelope it, State next) {
    return new Envelope(
        it.id(),
        it.lane(),
        it.operation(),
        it.key(),
        it.payload(),
        it.attempts(),
        it.lookUps(),
        it.epoch(),
        next == State.UNCERTAIN,
        it.confirmedTwins());
  }

  private static Envelope sought(long id, NewEntry content) {
    return new Envelope(
        id,
        content.lane(),
        content.operation(),
        content.key(),
        content.payload(),
        0,
        0,
        0,
        false,
        0);
  }
}
