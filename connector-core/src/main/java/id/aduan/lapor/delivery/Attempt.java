package id.aduan.lapor.delivery;

import id.aduan.lapor.audit.AuditEntry;
import id.aduan.lapor.audit.AuditEntry.Action;
import id.aduan.lapor.audit.AuditTrail;
import id.aduan.lapor.delivery.DeliveryResult.RetryLater;
import id.aduan.lapor.store.Store;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One attempt at one entry: send it, or look it up where an earlier end is unknown, and record what
 * follows in one transaction with what the far end now has. Safe for use by many threads.
 */
public final class Attempt {
  private static final Logger LOG = LoggerFactory.getLogger(Attempt.class);
  private final Store store;
  private final Outbox outbox;
  private final AuditTrail audit;
  private final RetryPolicy policy;
  private final InstantSource time;
  private final RandomGenerator chance;

  public Attempt(
      Store store,
      Outbox outbox,
      AuditTrail audit,
      RetryPolicy policy,
      InstantSource time,
      RandomGenerator chance) {
    this.store = store;
    this.outbox = outbox;
    this.audit = audit;
    this.policy = policy;
    this.time = time;
    this.chance = chance;
  }

  /**
   * What an attempt says about the target.
   *
   * @param told for whoever counts; empty when the attempt does not count
   */
  record End(
      boolean targetTrouble, boolean targetAnswered, Duration wish, Optional<Attempted> told) {
    static final End NOTHING_LEARNT = new End(false, false, Duration.ZERO, Optional.empty());
  }

  End make(DeliveryTarget target, Envelope envelope) {
    Instant begun = time.instant();
    Duration wish = Duration.ZERO;
    Settlement settlement;
    if (envelope.uncertain() && !target.honoursKeys(envelope) && !target.canLookUp(envelope)) {
      var unused = record(target, envelope, Settlement.ofNobodyToAsk(envelope, begun));
      return End.NOTHING_LEARNT; // nobody was called
    }
    if (envelope.uncertain() && !target.honoursKeys(envelope)) {
      Lookup lookup = lookUp(target, envelope);
      settlement = Settlement.ofLookup(envelope, lookup, policy, time.instant(), chance);
    } else {
      DeliveryResult result = send(target, envelope);
      if (result instanceof RetryLater later) {
        wish = later.after().orElse(Duration.ZERO);
      }
      boolean canLookUp = target.canLookUp(envelope) || target.honoursKeys(envelope);
      settlement =
          Settlement.ofAttempt(envelope, result, canLookUp, policy, time.instant(), chance);
    }
    Duration took = Duration.between(begun, time.instant());
    boolean trouble = settlement.targetTrouble();
    Attempted end = new Attempted(envelope.lane().target(), settlement.result(), trouble, took);
    boolean recorded = record(target, envelope, settlement);
    boolean answered = settlement.next() == State.DONE || settlement.next() == State.PARKED;
    return new End(trouble, answered, wish, Optional.of(end).filter(it -> recorded));
  }

  /** Puts an entry back as it was claimed: its target was detached before anything was sent. */
  void giveBack(Envelope envelope) {
    Instant now = time.instant();
    var unused =
        store.inTransaction(
            tx -> outbox.settle(tx, envelope, Settlement.notBegun(envelope, now), now));
  }

  private static DeliveryResult send(DeliveryTarget target, Envelope envelope) {
    try {
      return target.deliver(envelope);
    } catch (RuntimeException | LinkageError | StackOverflowError e) {
      LOG.error("{} ended with {}", envelope, e.getClass().getName());
      return new DeliveryResult.Unknown("the adapter failed with " + e.getClass().getName());
    }
  }

  private static Lookup lookUp(DeliveryTarget target, Envelope envelope) {
    try {
      return target.lookUp(envelope);
    } catch (RuntimeException | LinkageError | StackOverflowError e) {
      LOG.error("looking up {} ended with {}", envelope, e.getClass().getName());
      return new Lookup.CannotTell("the adapter failed with " + e.getClass().getName(), false);
    }
  }

  /** Whether it counts. */
  private boolean record(DeliveryTarget target, Envelope envelope, Settlement settlement) {
    Instant now = time.instant();
    boolean recorded =
        store.inTransaction(
            tx -> {
              if (!outbox.settle(tx, envelope, settlement, now)) {
                return false;
              }
              if (settlement.next() == State.DONE) {
                target.accepted(tx, envelope, settlement.reference());
              } else {
                audit.append(tx, story(envelope, settlement, now));
              }
              return true;
            });
    if (!recorded) {
      LOG.warn("{} was claimed again meanwhile; this end of it does not count", envelope);
    }
    return recorded;
  }

  private static AuditEntry story(Envelope envelope, Settlement settlement, Instant now) {
    Action action =
        switch (settlement.next()) {
          case PARKED -> Action.PARKED;
          case UNCERTAIN -> Action.OUTCOME_UNKNOWN;
          case WAITING, SENDING, LOOKING_UP, DONE, DISCARDED -> Action.DELIVERY_DELAYED;
        };
    return new AuditEntry(
        now,
        "engine",
        action,
        envelope.lane().complaint().value(),
        envelope.lane().target() + ": " + settlement.code() + ": " + settlement.detail());
  }
}
