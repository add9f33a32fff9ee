package id.aduan.lapor.delivery;

import id.aduan.lapor.audit.AuditEntry;
import id.aduan.lapor.audit.AuditEntry.Action;
import id.aduan.lapor.delivery.DeliveryResult.RetryLater;
import id.aduan.lapor.delivery.Pace.Sign;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One attempt at one entry: send it, or look it up where an earlier end is unknown, and record what
 * follows in one transaction with what the far end now has and what this says of it. Safe for use
 * by many threads.
 */
final class Attempt {
  private static final Logger LOG = LoggerFactory.getLogger(Attempt.class);
  private final DeliveryStore stores;
  private final RetryPolicy policy;
  private final World world;
  private final Breakers breakers;

  Attempt(DeliveryStore stores, RetryPolicy policy, World world) {
    this.stores = stores;
    this.policy = policy;
    this.world = world;
    this.breakers = new Breakers(policy.limits().breaker(), world.clock());
  }

  /**
   * What came of an attempt.
   *
   * @param recorded whether it counts: otherwise the entry was claimed again meanwhile (C17)
   * @param told for whoever counts; empty when nobody was called, or it does not count
   */
  record End(boolean recorded, Optional<Attempted> told, List<Alert> alerts) {}

  /** What was learnt, before it is recorded. */
  private record Learnt(Settlement settlement, Sign sign, Duration wish) {
    static Learnt nothing(Settlement settlement) {
      return new Learnt(settlement, Sign.NOTHING, Duration.ZERO);
    }
  }

  End make(DeliveryTarget target, Pace pace, Claimed claimed) {
    Envelope envelope = claimed.envelope();
    Instant begun = world.now();
    boolean canLookUp = target.canLookUp(envelope);
    boolean repeats = target.honoursKeys(envelope);
    if (envelope.uncertain() && !repeats && !canLookUp) {
      Learnt nobody = Learnt.nothing(Settlement.ofNobodyToAsk(envelope, begun));
      return record(target, pace, envelope, nobody, Optional.empty());
    }
    if (claimed.share().lookUpsOnly() && !canLookUp) {
      Instant later = begun.plus(policy.probeCap());
      return giveBack(envelope, later);
    }
    boolean sought = envelope.uncertain() && (!repeats || claimed.share().lookUpsOnly());
    Learnt learnt = sought ? lookUp(target, claimed) : send(target, claimed, canLookUp || repeats);
    if (learnt.settlement().next() == State.DISCARDED) {
      return record(target, pace, envelope, learnt, Optional.empty());
    }
    Attempted told =
        new Attempted(
            envelope.lane().target(),
            learnt.settlement().result(),
            learnt.settlement().targetTrouble(),
            Duration.between(begun, world.now()));
    return record(target, pace, envelope, learnt, Optional.of(told));
  }

  private Learnt send(DeliveryTarget target, Claimed claimed, boolean canLookUp) {
    Envelope envelope = claimed.envelope();
    DeliveryResult result = deliver(target, envelope);
    Settlement settlement =
        Settlement.ofAttempt(
            envelope, result, canLookUp, policyFor(claimed), world.now(), world.chance());
    if (result instanceof DeliveryResult.Obsolete) {
      return Learnt.nothing(settlement); // nothing was sent, so that it says nothing of the target
    }
    Duration wish =
        result instanceof RetryLater later ? later.after().orElse(Duration.ZERO) : Duration.ZERO;
    Optional<Sign> sign = target.isRecipients(result) ? Optional.of(Sign.WELL) : signOf(result);
    return learnt(claimed, settlement, sign, wish);
  }

  private Learnt lookUp(DeliveryTarget target, Claimed claimed) {
    Envelope envelope = claimed.envelope();
    Lookup lookup = ask(target, envelope);
    Settlement settlement =
        Settlement.ofLookup(envelope, lookup, policyFor(claimed), world.now(), world.chance());
    Optional<Sign> sign =
        lookup instanceof Lookup.CannotTell cannot
            ? cannot.targetTrouble() ? Optional.of(Sign.TROUBLE) : Optional.empty()
            : Optional.of(Sign.WELL);
    return learnt(claimed, settlement, sign, Duration.ZERO);
  }

  private RetryPolicy policyFor(Claimed claimed) {
    return claimed.share().probe() ? policy.sparing() : policy;
  }

  /**
   * A failure of the entry alone says something of its target too, if it is one of many; that an
   * entry fails again and again says something of the entry. A probe that fails is a trouble.
   *
   * @param sign empty for a failure of the entry
   */
  private Learnt learnt(
      Claimed claimed, Settlement settlement, Optional<Sign> sign, Duration wish) {
    Envelope envelope = claimed.envelope();
    String name = envelope.lane().target();
    if (sign.isPresent()) {
      if (sign.get() == Sign.WELL) {
        breakers.succeeded(name);
        return new Learnt(settlement, Sign.WELL, wish);
      }
      return new Learnt(settlement, sign.get(), wish);
    }
    if (claimed.share().probe()) {
      return new Learnt(settlement.ofProbe(envelope), Sign.TROUBLE, wish);
    }
    boolean opens = envelope.attempts() <= 1 && breakers.failed(name);
    return new Learnt(settlement, opens ? Sign.BREAKER : Sign.NOTHING, wish);
  }

  private static Optional<Sign> signOf(DeliveryResult result) {
    if (result instanceof RetryLater later) {
      return switch (later.trouble()) {
        case TARGET -> Optional.of(Sign.TROUBLE);
        case CREDENTIALS -> Optional.of(Sign.REFUSAL);
        case ENTRY -> Optional.empty();
      };
    }
    return result instanceof DeliveryResult.Unknown ? Optional.empty() : Optional.of(Sign.WELL);
  }

  /** Puts an entry back as it was claimed: nothing was sent. */
  End giveBack(Envelope envelope, Instant dueAt) {
    boolean recorded =
        stores
            .store()
            .inTransaction(
                tx ->
                    stores
                        .claims()
                        .settle(tx, envelope, Settlement.notBegun(envelope, dueAt), world.now()));
    return new End(recorded, Optional.empty(), List.of());
  }

  /** The same for many; completes when it is kept. */
  CompletableFuture<Integer> giveBack(List<Envelope> envelopes, Instant dueAt) {
    Instant now = world.now();
    return stores
        .store()
        .submit(
            tx -> {
              for (Envelope envelope : envelopes) {
                boolean unused =
                    stores.claims().settle(tx, envelope, Settlement.notBegun(envelope, dueAt), now);
              }
              return envelopes.size();
            });
  }

  /**
   * Ends claims whose ends nobody will record: they may have been carried out. Completes when it is
   * kept.
   */
  CompletableFuture<Integer> breakOff(List<Envelope> envelopes) {
    Instant now = world.now();
    return stores
        .store()
        .submit(
            tx -> {
              for (Envelope envelope : envelopes) {
                Settlement settlement = Settlement.brokenOff(envelope, policy, now);
                if (stores.claims().settle(tx, envelope, settlement, now)) {
                  stores.audit().append(tx, story(envelope, settlement, now));
                }
              }
              return envelopes.size();
            });
  }

  private static DeliveryResult deliver(DeliveryTarget target, Envelope envelope) {
    try {
      return target.deliver(envelope);
    } catch (RuntimeException | LinkageError | StackOverflowError e) {
      LOG.error("{} ended with {}", envelope, e.getClass().getName());
      return new DeliveryResult.Unknown("the adapter failed with " + e.getClass().getName());
    }
  }

  private static Lookup ask(DeliveryTarget target, Envelope envelope) {
    try {
      return target.lookUp(envelope);
    } catch (RuntimeException | LinkageError | StackOverflowError e) {
      LOG.error("looking up {} ended with {}", envelope, e.getClass().getName());
      return new Lookup.CannotTell("the adapter failed with " + e.getClass().getName(), false);
    }
  }

  private End record(
      DeliveryTarget target,
      Pace pace,
      Envelope envelope,
      Learnt learnt,
      Optional<Attempted> told) {
    Settlement settlement = learnt.settlement();
    Instant now = world.now();
    End end =
        stores
            .store()
            .inTransaction(
                tx -> {
                  if (!stores.claims().settle(tx, envelope, settlement, now)) {
                    return new End(false, Optional.empty(), List.of());
                  }
                  if (settlement.next() == State.DONE) {
                    target.accepted(tx, envelope, settlement.reference());
                  } else {
                    stores.audit().append(tx, story(envelope, settlement, now));
                  }
                  TargetState before = stores.targets().get(tx, envelope.lane().target());
                  Pace.Change change =
                      pace.ended(before, learnt.sign(), learnt.wish(), now, world.chance());
                  if (!change.state().equals(before)) {
                    stores.targets().put(tx, change.state());
                  }
                  return new End(true, told, change.alerts());
                });
    if (!end.recorded()) {
      LOG.warn("{} was claimed again meanwhile; this end of it does not count", envelope);
    }
    return end;
  }

  private static AuditEntry story(Envelope envelope, Settlement settlement, Instant now) {
    Action action =
        switch (settlement.next()) {
          case PARKED -> Action.PARKED;
          case UNCERTAIN -> Action.OUTCOME_UNKNOWN;
          case DISCARDED -> Action.DISCARDED;
          default -> Action.DELIVERY_DELAYED;
        };
    return new AuditEntry(
        now,
        "engine",
        action,
        envelope.lane().complaint().value(),
        envelope.lane().target() + ": " + settlement.code() + ": " + settlement.detail());
  }
}
