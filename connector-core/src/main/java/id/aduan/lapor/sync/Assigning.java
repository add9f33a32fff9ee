package id.aduan.lapor.sync;

import id.aduan.lapor.audit.AuditEntry;
import id.aduan.lapor.audit.AuditEntry.Action;
import id.aduan.lapor.complaint.AgencyCode;
import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.mapping.Mappings;
import id.aduan.lapor.store.Tx;
import id.aduan.lapor.sync.CaseAnswer.Done;
import id.aduan.lapor.sync.CaseAnswer.Refusal;
import id.aduan.lapor.sync.CaseRecord.Assignment;
import id.aduan.lapor.sync.Waitings.Kind;
import id.aduan.lapor.sync.Waitings.Waiting;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Gives an open case to agencies by a person's word, all in the caller's transaction. What the
 * portal was to be asked before is taken back first, so that a later word is not undone by an
 * earlier one; where it may have been carried out, nothing is done. Safe for use by many threads.
 */
final class Assigning {
  private final CaseStore store;
  private final Mappings mappings;
  private final CoordinatorRules rules;
  private final Set<AgencyCode> agencies;
  private final LegWork work;
  private final GivingBack givingBack;

  /**
   * Makes it.
   *
   * @param agencies those that there are
   */
  Assigning(
      CaseStore store,
      IntakeParts parts,
      CoordinatorRules rules,
      Set<AgencyCode> agencies,
      GivingBack givingBack) {
    this.store = store;
    this.mappings = parts.mappings();
    this.rules = rules;
    this.agencies = agencies;
    this.work = new LegWork(store, parts);
    this.givingBack = givingBack;
  }

  /** The first of them that there is not. */
  Optional<AgencyCode> stranger(List<AgencyCode> codes) {
    return codes.stream().filter(code -> !agencies.contains(code)).findFirst();
  }

  /** Who has a case, the one that leads first, and for what it waits. */
  private record Held(List<AgencyCode> agencies, List<Waiting> waiting) {}

  private Held held(Tx tx, CaseRecord record) {
    List<AgencyCode> having =
        CaseLegs.open(work.legs(tx, record)).stream()
            .sorted(Comparator.comparing(leg -> !leg.lead()))
            .map(Leg::agency)
            .toList();
    return new Held(having, store.waitings().of(tx, record.complaint().id()));
  }

  private boolean isReturned(Tx tx, CaseRecord record, Held held) {
    return held.agencies().stream()
        .anyMatch(agency -> store.returns().isWaiting(tx, record.complaint().id(), agency));
  }

  private Optional<CaseAnswer> unverified(CaseRecord record) {
    boolean verified =
        DeliverGate.decide(rules.deliver(), record.complaint().status(), false)
            != DeliverGate.UNVERIFIED;
    return verified
        ? Optional.empty()
        : Optional.of(
            CaseAnswer.refused(Refusal.NOT_VERIFIED, record.complaint().status().stage().name()));
  }

  /** As {@link CaseDesk#confirm}. */
  CaseAnswer confirm(Tx tx, CaseRecord record, Optional<String> shown, Operator by, Instant now) {
    Optional<CaseAnswer> unverified = unverified(record);
    if (unverified.isPresent()) {
      return unverified.get();
    }
    Held held = held(tx, record);
    Optional<String> proposed =
        held.waiting().stream()
            .filter(it -> it.kind() == Kind.CONFIRMATION)
            .map(Waiting::detail)
            .findFirst();
    if (proposed.isPresent()) {
      return proposed(tx, record, proposed.get(), shown, by, now);
    }
    boolean waits = !held.waiting().isEmpty() || isReturned(tx, record, held);
    if (shown.isPresent() || record.assigned().isEmpty() || held.agencies().isEmpty() || !waits) {
      return CaseAnswer.refused(Refusal.NOTHING_WAITS);
    }
    Decision left = new Decision(held.agencies(), record.assigned().get(), Done.LEFT);
    return placed(tx, record, left, by, now);
  }

  private CaseAnswer proposed(
      Tx tx, CaseRecord record, String detail, Optional<String> shown, Operator by, Instant now) {
    Optional<Proposal> proposal = Proposal.parse(detail);
    Optional<AgencyCode> stranger = proposal.flatMap(it -> stranger(it.agencies()));
    if (proposal.isEmpty() || stranger.isPresent()) {
      String who = stranger.map(AgencyCode::value).orElse("");
      return CaseAnswer.refused(Refusal.NOTHING_PROPOSED, who);
    }
    String mark = Proposal.mark(detail);
    if (!shown.equals(Optional.of(mark))) {
      Refusal refusal = shown.isEmpty() ? Refusal.NOT_SHOWN : Refusal.PROPOSAL_CHANGED;
      return CaseAnswer.refused(refusal, mark + ": " + detail);
    }
    List<AgencyCode> to = proposal.get().agencies();
    Decision decision = new Decision(to, proposal.get().assignment(), Done.CONFIRMED);
    return placed(tx, record, decision, by, now);
  }

  /** As {@link CaseDesk#assign}. */
  CaseAnswer give(Tx tx, CaseRecord record, List<AgencyCode> wanted, Operator by, Instant now) {
    Optional<CaseAnswer> unverified = unverified(record);
    if (unverified.isPresent()) {
      return unverified.get();
    }
    Held held = held(tx, record);
    AgencyCode lead = wanted.get(0);
    TrackingId id = record.complaint().id();
    boolean asked = GivingBack.isPending(store, tx, id) && !isAsked(tx, id, lead);
    if (wanted.equals(held.agencies())
        && held.waiting().isEmpty()
        && !asked
        && !isReturned(tx, record, held)) {
      return CaseAnswer.refused(Refusal.ALREADY_THERE, Proposal.names(wanted));
    }
    Assignment why =
        new Assignment(lead, Assignment.PERSON, by.actor(), mappings.at(now).version());
    return placed(tx, record, new Decision(wanted, why, Done.ASSIGNED), by, now);
  }

  /** Who is to have a case from now on, why, and what that is called. */
  private record Decision(List<AgencyCode> to, Assignment why, Done done) {
    AgencyCode lead() {
      return to.get(0);
    }
  }

  private boolean isAsked(Tx tx, TrackingId id, AgencyCode lead) {
    return reach(lead).filter(number -> givingBack.isAsked(tx, id, number, lead)).isPresent();
  }

  /** The portal's number of an agency that it reaches by a forwarding alone. */
  private Optional<String> reach(AgencyCode agency) {
    return Optional.ofNullable(rules.reach().get(agency));
  }

  private CaseAnswer placed(Tx tx, CaseRecord record, Decision decision, Operator by, Instant now) {
    TrackingId id = record.complaint().id();
    Optional<CaseAnswer> refusal = onPortal(tx, record, decision, by, now);
    if (refusal.isPresent()) {
      return refusal.get();
    }
    boolean left = decision.done() == Done.LEFT;
    String names = Proposal.names(decision.to());
    String what = by.because(left ? "left with " + names : names);
    store.audit().append(tx, new AuditEntry(now, by.actor(), Action.ASSIGNED, id.value(), what));
    CaseRecord unused =
        work.assign(tx, record, decision.to(), decision.why(), LegWork.By.of(by), now);
    for (Kind kind : Kind.values()) {
      boolean unusedSettled = store.waitings().settle(tx, id, kind, now);
    }
    List<AgencyCode> unasked =
        left
            ? List.of()
            : decision.to().stream()
                .skip(1)
                .filter(agency -> reach(agency).filter(it -> !isThere(record, it)).isPresent())
                .toList();
    return CaseAnswer.of(decision.done(), names, unasked);
  }

  private static boolean isThere(CaseRecord record, String institution) {
    return GivingBack.isWith(record, institution);
  }

  /** Has the portal asked for what was decided, and for nothing else; or says why it cannot be. */
  private Optional<CaseAnswer> onPortal(
      Tx tx, CaseRecord record, Decision decision, Operator by, Instant now) {
    TrackingId id = record.complaint().id();
    AgencyCode lead = decision.lead();
    if (isAsked(tx, id, lead)) {
      return Optional.empty();
    }
    Optional<String> elsewhere =
        reach(lead)
            .filter(number -> decision.done() != Done.LEFT)
            .filter(number -> !isThere(record, number));
    if (elsewhere.isPresent() && !givingBack.isPossible()) {
      return Optional.of(CaseAnswer.refused(Refusal.NO_FORWARDING, lead.value()));
    }
    Optional<CaseAnswer> kept = givingBack.takeBack(tx, id, by, now);
    if (kept.isPresent() || elsewhere.isEmpty()) {
      return kept;
    }
    // What a person gives as a reason is meant for this house; on the portal everybody reads it.
    boolean asks =
        givingBack.ask(tx, record, elsewhere.get(), Optional.of(lead), GivingBack.PASSED_ON, now);
    return asks ? Optional.empty() : Optional.of(CaseAnswer.refused(Refusal.ALREADY_ASKED));
  }
}
