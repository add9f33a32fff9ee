package id.aduan.lapor.sync;

import id.aduan.lapor.agency.TicketChange;
import id.aduan.lapor.audit.AuditEntry;
import id.aduan.lapor.audit.AuditEntry.Action;
import id.aduan.lapor.complaint.AgencyCode;
import id.aduan.lapor.complaint.Complaint;
import id.aduan.lapor.complaint.Status;
import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.failure.CorruptRowException;
import id.aduan.lapor.mapping.Routing;
import id.aduan.lapor.privacy.SealException;
import id.aduan.lapor.store.Tx;
import id.aduan.lapor.sync.CaseRecord.Assignment;
import id.aduan.lapor.sync.Waitings.Kind;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What of a case is the coordinator's (D13): whether it goes out by itself, what waits for a
 * person, and what ends that. All in the caller's transaction. Safe for use by many threads.
 */
final class Coordination {
  private static final String ACTOR = "engine";
  private static final Logger LOG = LoggerFactory.getLogger(Coordination.class);

  /** What is of no use any more once a case has ended; a difference may begin with that. */
  private static final Set<Kind> OF_OPEN_CASES =
      Set.of(Kind.DEFAULT, Kind.CONFIRMATION, Kind.DISAGREEMENT);

  private final CaseStore store;
  private final CaseNotices notices;
  private final Unfamiliar unfamiliar;
  private final DeliverMode mode;

  /** For what the portal tells. */
  Coordination(CaseStore store, IntakeParts parts, DeliverMode mode) {
    this(store, parts.notices(), parts.unfamiliar(), mode);
  }

  /** For what agencies tell. */
  Coordination(CaseStore store, CaseNotices notices) {
    this(store, notices, Unfamiliar.UNHEARD, DeliverMode.AUTOMATIC);
  }

  private Coordination(
      CaseStore store, CaseNotices notices, Unfamiliar unfamiliar, DeliverMode mode) {
    this.store = store;
    this.notices = notices;
    this.unfamiliar = unfamiliar;
    this.mode = mode;
  }

  /**
   * Whether a case that no agency has goes out now. Where it waits for a person, that is kept with
   * the agencies that the rules propose; where it goes out, what a person should look at is.
   */
  boolean letsOut(Tx tx, CaseRecord record, Routing routing, Instant now) {
    Status status = record.complaint().status();
    switch (DeliverGate.decide(mode, status, routing.confirm())) {
      case WITHHELD -> audit(tx, now, Action.WITHHELD, record, status.raw());
      case UNVERIFIED -> audit(tx, now, Action.WITHHELD, record, "not verified: " + status.raw());
      case CONFIRMATION -> {
        boolean disposed = routing.reason() == Routing.Rule.INSTITUTION;
        if (disposed || !GivingBack.isGiven(store, tx, record)) {
          waits(tx, record, Kind.CONFIRMATION, Proposal.of(routing).text(), now);
        }
      }
      case OUT -> {
        goesOut(tx, record, routing, now);
        return true;
      }
    }
    return false;
  }

  /** A case that nobody here has and that does not go out by itself, unless the portal has it. */
  void asks(Tx tx, CaseRecord record, Routing routing, Instant now) {
    if (!GivingBack.isGiven(store, tx, record)) {
      waits(tx, record, Kind.CONFIRMATION, Proposal.of(routing).text(), now);
    }
  }

  /** It goes out once more after all, so that nobody is asked to whom. */
  void goesAgain(Tx tx, CaseRecord record, Instant now) {
    settle(tx, record.complaint().id(), Kind.CONFIRMATION, now);
  }

  private void goesOut(Tx tx, CaseRecord record, Routing routing, Instant now) {
    boolean unused = store.waitings().settle(tx, record.complaint().id(), Kind.CONFIRMATION, now);
    if (routing.reason() == Routing.Rule.DEFAULT) {
      waits(tx, record, Kind.DEFAULT, routing.agency(), now);
    }
    disagreement(Optional.empty(), List.of(), routing)
        .ifPresent(detail -> waits(tx, record, Kind.DISAGREEMENT, detail, now));
  }

  /**
   * The portal told something new of a case.
   *
   * @param after the case as it is now, with whom it is now with
   * @param legs its legs as they are now
   * @param routing what the rules say of it now
   */
  void changed(
      Tx tx,
      CaseRecord before,
      CaseRecord after,
      Supplier<List<Leg>> legs,
      Supplier<Routing> routing,
      Instant now) {
    Complaint old = before.complaint();
    Complaint newer = after.complaint();
    if (!Transitions.isExpected(old.status().stage(), newer.status().stage())) {
      String what = old.status().stage() + " -> " + newer.status().stage();
      audit(tx, now, Action.UNEXPECTED_TRANSITION, after, what);
      unfamiliar.transition(tx);
    }
    if (StatusEvents.ends(newer.status())) {
      OF_OPEN_CASES.forEach(kind -> settle(tx, newer.id(), kind, now));
    } else if (after.assigned().isPresent()) {
      reconsider(tx, before, after, legs, routing, now);
    }
    if (!old.status().equals(newer.status())) {
      differences(tx, after, legs.get(), now);
    }
  }

  private void reconsider(
      Tx tx,
      CaseRecord before,
      CaseRecord after,
      Supplier<List<Leg>> legs,
      Supplier<Routing> routing,
      Instant now) {
    Complaint old = before.complaint();
    Complaint newer = after.complaint();
    if (!before.assigned().equals(after.assigned())
        && !after.assigned().orElseThrow().rule().equals(Routing.Rule.DEFAULT.name())) {
      settle(tx, newer.id(), Kind.DEFAULT, now);
    }
    boolean bears =
        !old.disposition().equals(newer.disposition()) || !old.category().equals(newer.category());
    if (!bears) {
      return; // a person who let it stand is not asked again of the same
    }
    List<AgencyCode> with = CaseLegs.open(legs.get()).stream().map(Leg::agency).toList();
    Optional<String> detail = disagreement(after.assigned(), with, routing.get());
    if (detail.isPresent()) {
      waits(tx, after, Kind.DISAGREEMENT, detail.get(), now);
    } else {
      settle(tx, newer.id(), Kind.DISAGREEMENT, now);
    }
  }

  /** What the portal's disposition decides against: a person's word, or the rules. */
  private static Optional<String> disagreement(
      Optional<Assignment> assigned, List<AgencyCode> with, Routing routing) {
    boolean disposed = routing.reason() == Routing.Rule.INSTITUTION;
    if (assigned.filter(it -> it.rule().equals(Assignment.PERSON)).isPresent()) {
      return disposed && !with.contains(new AgencyCode(routing.agency()))
          ? Optional.of("portal " + routing.agency() + ", person " + Proposal.names(with))
          : Optional.empty();
    }
    return routing
        .disagreement()
        .filter(other -> disposed)
        .map(other -> "portal " + routing.agency() + ", rules " + other);
  }

  /** Whether a case waits as given back before a change is applied that may do so again. */
  boolean isReturned(Tx tx, TrackingId id, AgencyCode agency, TicketChange change) {
    return !change.status().isBlank() && store.returns().isWaiting(tx, id, agency);
  }

  /**
   * An agency said how far it is.
   *
   * @param returned whether it has given the case back by that, and had not before
   */
  void said(Tx tx, TrackingId id, boolean returned, Instant now) {
    try {
      Optional<CaseRecord> found = store.complaints().find(tx, id);
      if (found.isPresent()) {
        CaseRecord record = found.get();
        if (returned) {
          notices.waiting(tx, record, CaseQueue.Kind.RETURN, now);
        }
        differences(tx, record, new CaseLegs(store).of(tx, record), now);
      }
    } catch (CorruptRowException | SealException e) {
      LOG.error("{}; what differs of it is not told", e.getMessage());
    }
  }

  /** Keeps where the portal and an agency say different things, as long as they do (C13). */
  void differences(Tx tx, CaseRecord record, List<Leg> legs, Instant now) {
    Optional<String> differing = Differences.of(record.complaint().status(), legs);
    if (differing.isPresent()) {
      waits(tx, record, Kind.DIFFERENCE, differing.get(), now);
    } else {
      settle(tx, record.complaint().id(), Kind.DIFFERENCE, now);
    }
  }

  /**
   * Told to the coordinator and in the trail once, however often it is found again; a proposal once
   * more where it has changed, since what a person saw of it counts no more.
   */
  private void waits(Tx tx, CaseRecord record, Kind kind, String detail, Instant now) {
    if (OF_OPEN_CASES.contains(kind) && StatusEvents.ends(record.complaint().status())) {
      return; // nobody can decide it before the case is opened again
    }
    boolean isAnother = kind == Kind.CONFIRMATION && isAnother(tx, record, detail);
    if (store.waitings().put(tx, record.complaint().id(), kind, detail, now) || isAnother) {
      boolean differs = kind == Kind.DIFFERENCE;
      Action action = differs ? Action.DIFFERENCE : Action.COORDINATOR_WAITED_FOR;
      audit(tx, now, action, record, differs ? detail : kind + ": " + detail);
      notices.waiting(tx, record, CaseQueue.Kind.of(kind), now);
    }
  }

  private boolean isAnother(Tx tx, CaseRecord record, String detail) {
    return store.waitings().of(tx, record.complaint().id()).stream()
        .filter(it -> it.kind() == Kind.CONFIRMATION)
        .anyMatch(it -> !it.detail().equals(Waitings.cut(detail)));
  }

  /** The portal has it no more, so that nothing of it can be decided. */
  void gone(Tx tx, TrackingId id, Instant now) {
    for (Kind kind : Kind.values()) {
      settle(tx, id, kind, now);
    }
  }

  private void settle(Tx tx, TrackingId id, Kind kind, Instant now) {
    boolean unused = store.waitings().settle(tx, id, kind, now);
  }

  private void audit(Tx tx, Instant now, Action action, CaseRecord record, String detail) {
    String subject = record.complaint().id().value();
    store.audit().append(tx, new AuditEntry(now, ACTOR, action, subject, detail));
  }
}
