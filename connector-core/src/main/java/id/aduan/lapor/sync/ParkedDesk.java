package id.aduan.lapor.sync;

import id.aduan.lapor.audit.AuditEntry;
import id.aduan.lapor.audit.AuditEntry.Action;
import id.aduan.lapor.complaint.AgencyCode;
import id.aduan.lapor.deadline.CaseClocks;
import id.aduan.lapor.deadline.CaseEvent;
import id.aduan.lapor.deadline.Occurrence;
import id.aduan.lapor.delivery.Envelope;
import id.aduan.lapor.delivery.Lane;
import id.aduan.lapor.delivery.ParkedEntries.Held;
import id.aduan.lapor.delivery.State;
import id.aduan.lapor.store.Tx;
import id.aduan.lapor.sync.ParkedAnswer.Done;
import id.aduan.lapor.sync.ParkedAnswer.Refusal;
import id.aduan.lapor.sync.ReplayPlan.AsItIs;
import id.aduan.lapor.sync.ReplayPlan.No;
import id.aduan.lapor.sync.ReplayPlan.Rendered;
import id.aduan.lapor.sync.ReplayPlan.Rerouted;
import id.aduan.lapor.sync.ReplayPlan.There;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * What a person does with deliveries that wait for one (C12): lets go, settles or discards an
 * entry, each in one transaction with its line in the audit trail. What was let go is delivered by
 * the engine like everything else, in the order of its lane and at the agency's pace.
 *
 * <p>Refuses by its answer and changes nothing then. Fails with {@link
 * id.aduan.lapor.failure.StoreException} when the store cannot keep it. Safe for use by many
 * threads; done twice, the second time is refused as unknown.
 */
public final class ParkedDesk {
  private final CaseStore store;
  private final ReplayPlanner planner;
  private final Timekeeper timekeeper;
  private final CaseNotices notices;
  private final InstantSource time;
  private final Runnable wake;

  /**
   * Makes it.
   *
   * @param wake called after a commit that let something go; must not block
   */
  public ParkedDesk(
      CaseStore store,
      ReplayPlanner planner,
      Timekeeper timekeeper,
      CaseNotices notices,
      InstantSource time,
      Runnable wake) {
    this.store = store;
    this.planner = planner;
    this.timekeeper = timekeeper;
    this.notices = notices;
    this.time = time;
    this.wake = wake;
  }

  /** What {@link #replay} would answer now; changes nothing. */
  public ParkedAnswer plan(long id, ReplayWish wish) {
    return store.read(
        tx ->
            store
                .parked()
                .find(tx, id)
                .map(entry -> told(entry, planner.plan(tx, entry, wish, time.instant())))
                .orElseGet(ParkedDesk::unknown));
  }

  /** Lets an entry go. */
  public ParkedAnswer replay(long id, ReplayWish wish, Operator by) {
    return store.inTransaction(
        tx ->
            store
                .parked()
                .find(tx, id)
                .map(entry -> replay(tx, entry, wish, by, time.instant()))
                .orElseGet(ParkedDesk::unknown));
  }

  private ParkedAnswer replay(Tx tx, Held entry, ReplayWish wish, Operator by, Instant now) {
    ReplayPlan plan = planner.plan(tx, entry, wish, now);
    ParkedAnswer answer = told(entry, plan);
    if (plan instanceof AsItIs as) {
      store.parked().release(tx, entry, as.next(), as.dueAt());
    } else if (plan instanceof Rendered as) {
      store.parked().release(tx, entry, as.next(), as.dueAt(), as.content());
      store.complaints().save(tx, as.routed());
      leads(tx, as.routed());
    } else if (plan instanceof Rerouted to) {
      answer = reroute(tx, entry, to, by, now);
    } else if (plan instanceof There there) {
      settle(tx, entry, there.reference(), now);
    }
    if (answer.done()) {
      String what = what(entry, answer.code(), wish);
      audit(tx, now, by, Action.REPLAYED, subject(entry), by.because(what));
      tx.afterCommit(wake);
    }
    return answer;
  }

  /** Who leads has it by what was decided now; a leg without a row has no other reason. */
  private void leads(Tx tx, CaseRecord routed) {
    store.legs().of(tx, routed.complaint().id()).stream()
        .filter(Leg::lead)
        .map(leg -> leg.because(routed.assigned().orElse(leg.why())))
        .forEach(leg -> store.legs().save(tx, leg));
  }

  /** The new opening is made from the case as it is now, so that what waited behind is in it. */
  private ParkedAnswer reroute(Tx tx, Held entry, Rerouted plan, Operator by, Instant now) {
    int discarded = store.parked().reroute(tx, entry, now);
    if (!store.outbox().enqueue(tx, plan.content(), now)) {
      // A person discarded the same content there before.
      store.outbox().enqueue(tx, plan.again(entry.id()), now);
    }
    store.complaints().save(tx, plan.routed());
    boolean ended = StatusEvents.ends(plan.routed().complaint().status());
    List<Leg> legs = ended ? LegPlan.end(plan.legs().legs(), now).legs() : plan.legs().legs();
    legs.forEach(leg -> store.legs().save(tx, leg));
    entry
        .lane()
        .map(Lane::target)
        .map(AgencyCode::new)
        .ifPresent(from -> store.returns().settle(tx, plan.routed().complaint().id(), from, now));
    audit(tx, now, by, Action.ROUTED, subject(entry), ComplaintIntake.told(plan.to()));
    Occurrence routed = Occurrence.of(CaseEvent.ROUTED, now, plan.to().agency());
    CaseClocks clocks = timekeeper.happened(tx, plan.routed(), List.of(routed), now);
    notices.routed(tx, plan.routed(), clocks, now);
    return ParkedAnswer.of(
        Done.REROUTED, plan.to().agency() + (discarded > 1 ? " +" + (discarded - 1) : ""));
  }

  private void settle(Tx tx, Held entry, String reference, Instant now) {
    Envelope envelope = entry.sound().orElseThrow();
    store.parked().accept(tx, entry, reference, now);
    planner.targetOf(envelope.lane()).orElseThrow().accepted(tx, envelope, reference);
  }

  /** Settles an entry without its far end. */
  public ParkedAnswer discard(long id, Operator by) {
    return store.inTransaction(
        tx ->
            store
                .parked()
                .find(tx, id)
                .map(entry -> discard(tx, entry, by, time.instant()))
                .orElseGet(ParkedDesk::unknown));
  }

  private ParkedAnswer discard(Tx tx, Held entry, Operator by, Instant now) {
    store.parked().discard(tx, entry, now);
    String what = entry.id() + " " + entry.operation() + " " + target(entry) + ": " + entry.code();
    audit(tx, now, by, Action.DISCARDED, subject(entry), by.because(what));
    tx.afterCommit(wake);
    return ParkedAnswer.of(Done.DISCARDED, "");
  }

  /**
   * What an entry holds, for the person who has to look; that they saw it is in the audit trail
   * before they do (S26). Empty for an entry that is unknown or damaged.
   */
  public Optional<Envelope> content(long id, Operator by) {
    return seen(id, by, entry -> entry.sound());
  }

  /**
   * What would go out if the entry were let go like this; recorded as a reading like {@link
   * #content}. Empty where nothing would; {@linkplain Envelope#uncertain() uncertain} where it may
   * have been carried out before.
   */
  public Optional<Envelope> wouldSend(long id, ReplayWish wish, Operator by) {
    return seen(id, by, entry -> Optional.of(entry).flatMap(it -> wouldSend(it, wish)));
  }

  private Optional<Envelope> wouldSend(Held entry, ReplayWish wish) {
    return store.read(
        tx -> ReplayPlanner.wouldSend(entry, planner.plan(tx, entry, wish, time.instant())));
  }

  /** Shows a part of an entry. */
  @FunctionalInterface
  private interface Part {
    Optional<Envelope> of(Held entry);
  }

  private Optional<Envelope> seen(long id, Operator by, Part part) {
    Optional<Held> found = store.read(tx -> store.parked().find(tx, id));
    Optional<Envelope> shown = found.flatMap(part::of);
    if (shown.isPresent()) {
      String what = "entry " + id + " to " + shown.get().lane().target();
      Held entry = found.orElseThrow();
      store.inTransaction(
          tx -> {
            audit(tx, time.instant(), by, Action.CONTENT_READ, subject(entry), by.because(what));
            return true;
          });
    }
    return shown;
  }

  private static ParkedAnswer told(Held entry, ReplayPlan plan) {
    if (plan instanceof No no) {
      return ParkedAnswer.refused(no.why(), no.detail());
    }
    if (plan instanceof Rerouted to) {
      return ParkedAnswer.of(Done.REROUTED, to.to().agency().value());
    }
    if (plan instanceof There) {
      return ParkedAnswer.of(Done.SETTLED, "");
    }
    State next = plan instanceof AsItIs as ? as.next() : ((Rendered) plan).next();
    return ParkedAnswer.of(
        next == State.WAITING ? Done.WAITING : Done.LOOKED_UP_FIRST, target(entry));
  }

  private static String what(Held entry, String done, ReplayWish wish) {
    return entry.id()
        + " "
        + entry.operation()
        + " "
        + target(entry)
        + ": "
        + entry.code()
        + ", "
        + done
        + (wish.newMapping() ? ", rendered anew" : "")
        + (wish.absent() ? ", found absent" : "")
        + wish.present().map(reference -> ", found present as " + reference).orElse("");
  }

  private static String target(Held entry) {
    return entry.lane().map(Lane::target).orElse("?");
  }

  /** The case, or the entry's number where the row does not say which. */
  private static String subject(Held entry) {
    return entry.lane().map(lane -> lane.complaint().value()).orElse("outbox " + entry.id());
  }

  private void audit(
      Tx tx, Instant now, Operator by, Action action, String subject, String detail) {
    store.audit().append(tx, new AuditEntry(now, by.actor(), action, subject, detail));
  }

  private static ParkedAnswer unknown() {
    return ParkedAnswer.refused(Refusal.UNKNOWN, "");
  }
}
