package id.aduan.lapor.sync;

import id.aduan.lapor.audit.AuditEntry;
import id.aduan.lapor.audit.AuditEntry.Action;
import id.aduan.lapor.complaint.AgencyCode;
import id.aduan.lapor.complaint.Complaint;
import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.failure.CorruptRowException;
import id.aduan.lapor.mapping.Mappings;
import id.aduan.lapor.privacy.SealException;
import id.aduan.lapor.store.Tx;
import id.aduan.lapor.sync.CaseAnswer.Done;
import id.aduan.lapor.sync.CaseAnswer.Refusal;
import id.aduan.lapor.sync.CaseRecord.Assignment;
import id.aduan.lapor.sync.Waitings.Kind;
import id.aduan.lapor.sync.Waitings.Waiting;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the coordinator (admin koordinator) does with cases: says which agencies have one, confirms
 * what the rules propose, gives one back on the portal (CMP-07, D13). Each act is one transaction
 * with its person and reason in the audit trail.
 *
 * <p>Refuses by its answer and changes nothing then, also where the case has changed meanwhile.
 * Fails with {@link id.aduan.lapor.failure.StoreException} when the store cannot keep it. Done
 * twice, the second time changes nothing. Safe for use by many threads.
 */
public final class CaseDesk {
  /** The most agencies that have a case at once. */
  public static final int AGENCIES_MAX = 10;

  private final CaseStore store;
  private final Mappings mappings;
  private final CoordinatorRules rules;
  private final Set<AgencyCode> agencies;
  private final LegWork work;
  private final GivingBack givingBack;
  private final InstantSource time;

  /**
   * Makes it.
   *
   * @param agencies those that there are
   */
  public CaseDesk(
      CaseStore store,
      IntakeParts parts,
      CoordinatorRules rules,
      Set<AgencyCode> agencies,
      InstantSource time) {
    this.store = store;
    this.mappings = parts.mappings();
    this.rules = rules;
    this.agencies = Set.copyOf(agencies);
    this.work = new LegWork(store, parts);
    this.givingBack = new GivingBack(store, rules, parts.wake());
    this.time = time;
  }

  /** What waits. */
  public CaseQueue.Page list(CaseQueue.Filter filter) {
    return store.read(tx -> new CaseQueue(store).list(tx, filter));
  }

  /**
   * Gives a case to exactly these agencies; what others have of it they have no more.
   *
   * @param to the first leads; empty to confirm what the rules propose, or to leave it where it is
   */
  public CaseAnswer assign(TrackingId id, List<AgencyCode> to, Operator by) {
    List<AgencyCode> wanted = to.stream().distinct().toList();
    Optional<AgencyCode> stranger = stranger(wanted);
    if (stranger.isPresent()) {
      return CaseAnswer.refused(Refusal.UNKNOWN_AGENCY, stranger.get().value());
    }
    if (wanted.size() > AGENCIES_MAX) {
      return CaseAnswer.refused(Refusal.TOO_MANY_AGENCIES, Integer.toString(AGENCIES_MAX));
    }
    return with(id, (tx, record) -> assign(tx, record, wanted, by, time.instant()));
  }

  /**
   * Has the portal take a case back, or pass it on to another institution; there that is one call
   * (portal-wire 2.6). It is asked for by the engine, and the agencies that have it here keep it
   * until the portal has done so.
   *
   * @param institution the portal's number of it; empty for the one that the case came from
   * @param by with a reason, which stands on the portal beside it
   */
  public CaseAnswer giveBack(TrackingId id, Optional<String> institution, Operator by) {
    Optional<CaseAnswer> refusal = givingBack.refusal(institution, by);
    return refusal.isPresent()
        ? refusal.get()
        : with(id, (tx, record) -> giveBack(tx, record, institution, by, time.instant()));
  }

  private Optional<AgencyCode> stranger(List<AgencyCode> codes) {
    return codes.stream().filter(code -> !agencies.contains(code)).findFirst();
  }

  /** Does something with a case. */
  @FunctionalInterface
  private interface Act {
    CaseAnswer on(Tx tx, CaseRecord record);
  }

  private CaseAnswer with(TrackingId id, Act act) {
    return store.inTransaction(
        tx -> {
          try {
            Optional<CaseRecord> found = store.complaints().find(tx, id);
            return found
                .flatMap(record -> refusal(tx, record))
                .orElseGet(
                    () ->
                        found
                            .map(record -> act.on(tx, record))
                            .orElseGet(() -> CaseAnswer.refused(Refusal.UNKNOWN)));
          } catch (CorruptRowException | SealException e) {
            return CaseAnswer.refused(Refusal.DAMAGED);
          }
        });
  }

  private Optional<CaseAnswer> refusal(Tx tx, CaseRecord record) {
    Complaint complaint = record.complaint();
    if (Following.isMarked(store, tx, complaint.id())) {
      return Optional.of(CaseAnswer.refused(Refusal.GONE));
    }
    return StatusEvents.ends(complaint.status())
        ? Optional.of(CaseAnswer.refused(Refusal.ENDED, complaint.status().stage().name()))
        : Optional.empty();
  }

  private CaseAnswer assign(
      Tx tx, CaseRecord record, List<AgencyCode> wanted, Operator by, Instant now) {
    boolean verified =
        DeliverGate.decide(rules.deliver(), record.complaint().status(), false)
            != DeliverGate.UNVERIFIED;
    if (!verified) {
      return CaseAnswer.refused(Refusal.NOT_VERIFIED, record.complaint().status().stage().name());
    }
    List<AgencyCode> having =
        CaseLegs.open(work.legs(tx, record)).stream()
            .sorted(Comparator.comparing(leg -> !leg.lead()))
            .map(Leg::agency)
            .toList();
    List<Waiting> waiting = store.waitings().of(tx, record.complaint().id());
    return wanted.isEmpty()
        ? confirm(tx, record, new Held(having, waiting), by, now)
        : give(tx, record, wanted, new Held(having, waiting), by, now);
  }

  /** Who has a case, the one that leads first, and for what it waits. */
  private record Held(List<AgencyCode> agencies, List<Waiting> waiting) {}

  private boolean isReturned(Tx tx, CaseRecord record, Held held) {
    return held.agencies().stream()
        .anyMatch(agency -> store.returns().isWaiting(tx, record.complaint().id(), agency));
  }

  private CaseAnswer confirm(Tx tx, CaseRecord record, Held held, Operator by, Instant now) {
    Optional<Waiting> proposed =
        held.waiting().stream().filter(it -> it.kind() == Kind.CONFIRMATION).findFirst();
    if (proposed.isPresent()) {
      Optional<Proposal> proposal = Proposal.parse(proposed.get().detail());
      Optional<AgencyCode> stranger = proposal.flatMap(it -> stranger(it.agencies()));
      if (proposal.isEmpty() || stranger.isPresent()) {
        String who = stranger.map(AgencyCode::value).orElse("");
        return CaseAnswer.refused(Refusal.NOTHING_PROPOSED, who);
      }
      List<AgencyCode> to = proposal.get().agencies();
      return placed(
          tx, record, new Decision(to, proposal.get().assignment(), Done.CONFIRMED), by, now);
    }
    if (record.assigned().isEmpty()
        || held.agencies().isEmpty()
        || (held.waiting().isEmpty() && !isReturned(tx, record, held))) {
      return CaseAnswer.refused(Refusal.NOTHING_WAITS);
    }
    Decision left = new Decision(held.agencies(), record.assigned().get(), Done.LEFT);
    return placed(tx, record, left, by, now);
  }

  private CaseAnswer give(
      Tx tx, CaseRecord record, List<AgencyCode> wanted, Held held, Operator by, Instant now) {
    boolean nothingNew = wanted.equals(held.agencies()) && held.waiting().isEmpty();
    if (nothingNew && !isReturned(tx, record, held)) {
      return CaseAnswer.refused(Refusal.ALREADY_THERE, Proposal.names(wanted));
    }
    AgencyCode lead = wanted.get(0);
    Optional<String> institution = Optional.ofNullable(rules.reach().get(lead));
    Optional<String> elsewhere = institution.filter(number -> !GivingBack.isWith(record, number));
    if (elsewhere.isPresent() && !givingBack.isPossible()) {
      return CaseAnswer.refused(Refusal.NO_FORWARDING, lead.value());
    }
    String version = mappings.at(now).version();
    Assignment why = new Assignment(lead, Assignment.PERSON, by.actor(), version);
    Decision given = new Decision(wanted, why, Done.ASSIGNED);
    CaseAnswer answer = placed(tx, record, given, by, now);
    if (elsewhere.isPresent()) {
      boolean unused = givingBack.ask(tx, record, elsewhere.get(), Optional.of(lead), by, now);
    }
    return answer;
  }

  /** Who is to have a case from now on, why, and what that is called. */
  private record Decision(List<AgencyCode> to, Assignment why, Done done) {}

  private CaseAnswer placed(Tx tx, CaseRecord record, Decision decision, Operator by, Instant now) {
    TrackingId id = record.complaint().id();
    String names = Proposal.names(decision.to());
    String what = decision.done() == Done.LEFT ? "left with " + names : names;
    audit(tx, now, by, Action.ASSIGNED, id, by.because(what));
    CaseRecord unused =
        work.assign(tx, record, decision.to(), decision.why(), LegWork.By.of(by), now);
    settle(tx, id, now);
    return CaseAnswer.of(decision.done(), names);
  }

  private void settle(Tx tx, TrackingId id, Instant now) {
    for (Kind kind : Kind.values()) {
      boolean unused = store.waitings().settle(tx, id, kind, now);
    }
  }

  private CaseAnswer giveBack(
      Tx tx, CaseRecord record, Optional<String> named, Operator by, Instant now) {
    TrackingId id = record.complaint().id();
    Optional<String> institution = named.or(() -> givingBack.cameFrom(tx, record));
    if (institution.isEmpty()) {
      return CaseAnswer.refused(Refusal.NO_INSTITUTION);
    }
    if (GivingBack.isWith(record, institution.get())) {
      return CaseAnswer.refused(Refusal.ALREADY_THERE, institution.get());
    }
    // Read before anything is written: of a damaged case nothing must be.
    List<Leg> open = CaseLegs.open(work.legs(tx, record));
    if (!givingBack.ask(tx, record, institution.get(), Optional.empty(), by, now)) {
      return CaseAnswer.refused(Refusal.ALREADY_ASKED);
    }
    audit(tx, now, by, Action.GIVEN_BACK, id, by.because(institution.get()));
    settle(tx, id, now);
    open.forEach(leg -> store.returns().settle(tx, id, leg.agency(), now));
    return CaseAnswer.of(Done.ASKED_PORTAL, institution.get());
  }

  private void audit(Tx tx, Instant now, Operator by, Action action, TrackingId id, String detail) {
    store.audit().append(tx, new AuditEntry(now, by.actor(), action, id.value(), detail));
  }
}
