package id.aduan.lapor.simulation;

import id.aduan.lapor.delivery.Claims;
import id.aduan.lapor.delivery.Envelope;
import id.aduan.lapor.delivery.IdempotencyKey;
import id.aduan.lapor.delivery.Inbox;
import id.aduan.lapor.delivery.Outbox;
import id.aduan.lapor.delivery.Outbox.NewEntry;
import id.aduan.lapor.delivery.RetryPolicy;
import id.aduan.lapor.delivery.Slots;
import id.aduan.lapor.store.Tx;
import id.aduan.lapor.store.jdbc.SteppedStore;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What is broken on purpose, to see that it is found. */
enum Plant {
  NOTHING,
  /** An end counts under whatever epoch. */
  NO_EPOCH,
  /** Who waits for a commit is told that it is kept before it is. */
  EARLY_ACKNOWLEDGEMENT,
  /** What may still be being stored is looked up, and repeated, at once. */
  NO_SETTLE_TIME,
  /** Entries of a lane do not wait for each other. */
  NO_LANES,
  /** What was told before is new. */
  NO_DEDUPLICATION(154),
  /** A slot can be taken twice. */
  NO_SLOTS;

  /** A seed that has found it; where that one goes otherwise by now, those after it are tried. */
  final long found;

  Plant() {
    this(1);
  }

  Plant(long found) {
    this.found = found;
  }

  /** Answers instead of the real part, or has it answer. */
  @FunctionalInterface
  interface Instead {
    Optional<Object> answer(String method, Object[] args);
  }

  RetryPolicy policy() {
    return this == NO_SETTLE_TIME
        ? RetryPolicy.DEFAULT.withLookupSettle(Duration.ZERO)
        : RetryPolicy.DEFAULT;
  }

  Claims in(Claims real) {
    return this != NO_EPOCH
        ? real
        : part(
            Claims.class,
            real,
            (method, args) -> {
              if (method.equals("settle")) {
                args[1] = withNewestEpoch((Tx) args[0], (Envelope) args[1]);
              }
              return Optional.empty();
            });
  }

  private static Envelope withNewestEpoch(Tx tx, Envelope it) {
    return new Envelope(
        it.id(),
        it.lane(),
        it.operation(),
        it.key(),
        it.payload(),
        it.attempts(),
        it.lookUps(),
        SteppedStore.epochOf(tx, it.id()),
        it.uncertain(),
        it.confirmedTwins());
  }

  Outbox in(Outbox real) {
    if (this != NO_LANES && this != NO_DEDUPLICATION) {
      return real;
    }
    return part(
        Outbox.class,
        real,
        (method, args) ->
            method.equals("enqueue")
                ? Optional.of(enqueued(real, (Tx) args[0], (NewEntry) args[1], (Instant) args[2]))
                : Optional.empty());
  }

  private boolean enqueued(Outbox real, Tx tx, NewEntry entry, Instant now) {
    boolean fresh = real.enqueue(tx, entry, now);
    if (this == NO_LANES) {
      SteppedStore.forgetLanes(tx);
      return fresh;
    }
    IdempotencyKey other =
        IdempotencyKey.of(entry.lane(), entry.operation(), "again " + entry.key());
    return fresh
        || real.enqueue(
            tx,
            new NewEntry(entry.lane(), entry.operation(), other, entry.payload(), entry.twin()),
            now);
  }

  /** Knows of nothing that has been before. */
  Inbox in(Inbox real) {
    return this != NO_DEDUPLICATION
        ? real
        : part(
            Inbox.class,
            real,
            (method, args) -> {
              if (method.equals("find")) {
                return Optional.of(Optional.empty());
              }
              if (!method.equals("add")) {
                return Optional.empty();
              }
              Inbox.Arrival arrival = (Inbox.Arrival) args[1];
              boolean there =
                  real.find((Tx) args[0], arrival.source(), arrival.eventId()).isPresent();
              return there ? Optional.of(Done.DONE) : Optional.empty();
            });
  }

  Slots in(Slots real) {
    return this != NO_SLOTS
        ? real
        : part(
            Slots.class,
            real,
            (method, args) -> {
              if (method.equals("newest")) {
                return Optional.of(Optional.empty());
              }
              if (method.equals("take")) {
                boolean unused =
                    real.take(
                        (Tx) args[0],
                        (String) args[1],
                        (Instant) args[2],
                        (String) args[3],
                        (Instant) args[4]);
                return Optional.of(true);
              }
              return Optional.empty();
            });
  }

  private enum Done {
    DONE
  }

  static <T> T part(Class<T> type, T real, Instead instead) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, args) -> {
              Object[] given = args == null ? new Object[0] : args;
              Optional<Object> answer = instead.answer(method.getName(), given);
              if (answer.isPresent()) {
                return answer.get() == Done.DONE ? null : answer.get();
              }
              try {
                return method.invoke(real, given);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            }));
  }
}
