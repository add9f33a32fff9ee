package id.aduan.lapor.delivery;

import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.delivery.DeliveryResult.Accepted;
import id.aduan.lapor.delivery.Outbox.NewEntry;
import id.aduan.lapor.store.Tx;
import id.aduan.lapor.store.jdbc.JdbcStore;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.Executor;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/**
 * The engine without threads: rounds are driven one by one, deliveries run within them, and time
 * moves when nothing is left to do.
 */
abstract class EngineRig {
  static final Instant BEGIN = Instant.parse("2026-11-23T04:00:00Z");

  @TempDir Path dir;
  JdbcStore store;
  Instant now = BEGIN;
  boolean woken;
  final List<Alert> alerts = new ArrayList<>();
  final List<Call> calls = Collections.synchronizedList(new ArrayList<>());
  final List<String> fenced = new ArrayList<>();
  RetryPolicy policy = RetryPolicy.DEFAULT;
  Executor executor = Runnable::run;
  Roster roster = new Roster();
  Jobs jobs;
  Round round;

  /** A call that reached a target. */
  record Call(Instant at, String target, String complaint, String payload, boolean lookUp) {}

  @BeforeEach
  void open() {
    store = JdbcStore.sqlite(dir.resolve("lapor.db"));
    DeliveryStore stores = new DeliveryStore(store, store.claims(), store.targets(), store.audit());
    World world =
        new World(
            () -> now,
            () -> Duration.between(BEGIN, now).toNanos(),
            new SplittableRandom(20261123));
    Attempt attempt = new Attempt(stores, policy, world);
    DeliveryListener listener =
        new DeliveryListener() {
          @Override
          public void alerted(Alert alert) {
            alerts.add(alert);
          }

          @Override
          public void fenced(String target) {
            fenced.add(target);
          }
        };
    jobs =
        new Jobs(
            attempt,
            roster,
            world,
            work -> executor.execute(work),
            listener,
            target -> woken = true);
    round = new Round(stores, policy, world, roster, jobs);
  }

  @AfterEach
  void close() {
    store.close();
  }

  /** As if the process ended and another began. */
  final void restart() {
    close();
    open();
  }

  final void attach(
      String name, int concurrencyMax, BiFunction<Envelope, Instant, DeliveryResult> behaviour) {
    attach(name, Pace.of(policy, concurrencyMax, Optional.empty()), behaviour);
  }

  final void attach(
      String name, Pace pace, BiFunction<Envelope, Instant, DeliveryResult> behaviour) {
    roster.put(name, new Roster.Attached(new Target(behaviour, false), pace));
  }

  /** One whose failures are those of its recipients. */
  final void attachOfMany(
      String name, int concurrencyMax, BiFunction<Envelope, Instant, DeliveryResult> behaviour) {
    Pace pace = Pace.of(policy, concurrencyMax, Optional.empty());
    roster.put(name, new Roster.Attached(new Target(behaviour, true), pace));
  }

  final DeliveryTarget target(BiFunction<Envelope, Instant, DeliveryResult> behaviour) {
    return new Target(behaviour, false);
  }

  private final class Target implements DeliveryTarget {
    private final BiFunction<Envelope, Instant, DeliveryResult> behaviour;
    private final boolean ofMany;

    private Target(BiFunction<Envelope, Instant, DeliveryResult> behaviour, boolean ofMany) {
      this.behaviour = behaviour;
      this.ofMany = ofMany;
    }

    @Override
    public boolean isRecipients(DeliveryResult result) {
      return ofMany;
    }

    @Override
    public DeliveryResult deliver(Envelope envelope) {
      calls.add(call(envelope, false));
      return behaviour.apply(envelope, now);
    }

    @Override
    public Lookup lookUp(Envelope envelope) {
      calls.add(call(envelope, true));
      return new Lookup.Absent();
    }

    @Override
    public boolean canLookUp(Envelope envelope) {
      return true;
    }

    @Override
    public boolean honoursKeys(Envelope envelope) {
      return false;
    }

    @Override
    public void accepted(Tx tx, Envelope envelope, String reference) {}
  }

  private Call call(Envelope envelope, boolean lookUp) {
    return new Call(
        now,
        envelope.lane().target(),
        envelope.lane().complaint().value(),
        new String(envelope.payload(), StandardCharsets.UTF_8),
        lookUp);
  }

  static DeliveryResult accepted() {
    return new Accepted("TKT");
  }

  final void enqueue(String target, int complaint, int version) {
    Lane lane = new Lane(new TrackingId(Integer.toString(9_000_000 + complaint)), target);
    NewEntry entry =
        new NewEntry(
            lane,
            "open",
            IdempotencyKey.of(lane, "open", Integer.toString(version)),
            Integer.toString(version).getBytes(StandardCharsets.UTF_8),
            "");
    store.inTransaction(tx -> store.outbox().enqueue(tx, entry, now));
  }

  /** Rounds until then, each when the one before said or something ended; no round is idle. */
  final void runUntil(Instant end) {
    while (now.isBefore(end)) {
      woken = false;
      Instant again = round.run();
      if (!woken) {
        Instant next = again.isAfter(now) ? again : now.plusMillis(1);
        now = next.isBefore(end) ? next : end;
      }
    }
  }

  final void runFor(Duration span) {
    runUntil(now.plus(span));
  }

  final TargetState state(String target) {
    return store.read(tx -> store.targets().get(tx, target));
  }

  final Map<State, Long> counts() {
    return store.read(tx -> store.outboxView().counts(tx)).stream()
        .collect(
            Collectors.groupingBy(
                OutboxView.Count::state, Collectors.summingLong(OutboxView.Count::entries)));
  }

  final List<String> payloadsOf(int complaint) {
    String id = Integer.toString(9_000_000 + complaint);
    return calls.stream().filter(it -> it.complaint().equals(id)).map(Call::payload).toList();
  }
}
