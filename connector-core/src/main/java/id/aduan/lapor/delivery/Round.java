package id.aduan.lapor.delivery;

import id.aduan.lapor.store.Tx;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One round of the engine: keep the leases of what is under way, take over what others left, claim
 * what is due and may be claimed, hand it out. A plain method on time, chance, store and executor
 * as they were handed in; {@link Dispatcher} calls it again and again. One thread at a time.
 */
final class Round {
  /** As long as a node may be silent before others take over what it has claimed (C18). */
  static final Duration LEASE = Duration.ofSeconds(30);

  private static final Duration RENEW_EVERY = Duration.ofSeconds(10);
  private static final Duration SWEEP_EVERY = Duration.ofSeconds(1);
  private static final Duration AGES_EVERY = Duration.ofMinutes(1);
  // What is due and could not be claimed, as a row that somebody holds, is not asked for at once.
  private static final Duration HELD_UP = Duration.ofMillis(100);
  private static final Duration REFUSED = Duration.ofSeconds(1);

  private final DeliveryStore stores;
  private final RetryPolicy policy;
  private final World world;
  private final Roster roster;
  private final Jobs jobs;
  private final Map<String, Instant> quietUntil = new HashMap<>();
  private @Nullable Instant sweptAt;
  private @Nullable Instant agesAt;
  private @Nullable Instant handOutAt;

  Round(DeliveryStore stores, RetryPolicy policy, World world, Roster roster, Jobs jobs) {
    this.stores = stores;
    this.policy = policy;
    this.world = world;
    this.roster = roster;
    this.jobs = jobs;
  }

  /** What a transaction of this round came to. */
  private record Plan(
      List<Claimed> claimed,
      List<Job> renewed,
      List<String> off,
      List<Alert> alerts,
      Map<String, Instant> quietUntil) {}

  /**
   * Does it for every target.
   *
   * @return when there may be more to do though nothing happens meanwhile; {@link Instant#MAX} for
   *     never
   */
  Instant run() {
    return run(roster.all().keySet());
  }

  /**
   * Does it. Targets that nobody has woken and at which nothing is due yet are passed over, but for
   * a look at all of them once a second: other nodes wake nobody here.
   *
   * @param woken the targets at which something may have become due or allowed
   * @return when there may be more to do though nothing happens meanwhile; {@link Instant#MAX} for
   *     never
   */
  Instant run(Set<String> woken) {
    Instant now = world.now();
    long leaseEndNanos = world.nanos().getAsLong() + LEASE.toNanos();
    boolean ages = agesAt == null || !now.isBefore(agesAt);
    boolean idle = handOutAt != null && now.isBefore(handOutAt);
    jobs.takeBackStale(now);
    List<Job> renewing = jobs.toRenew(now, LEASE, RENEW_EVERY);
    Map<String, Integer> here = jobs.byTarget();
    Set<String> looked = idle ? Set.of() : toLookAt(woken, now);
    Plan plan = stores.store().inTransaction(tx -> plan(tx, now, renewing, here, ages, looked));
    agesAt = ages ? now.plus(AGES_EVERY) : agesAt;
    // What was woken and not looked at is looked at with all others.
    sweptAt = idle ? null : looked.containsAll(roster.all().keySet()) ? now : sweptAt;
    quietUntil.putAll(plan.quietUntil());
    plan.renewed().forEach(job -> job.renewed(now.plus(LEASE), leaseEndNanos));
    plan.off().forEach(jobs::interrupt);
    jobs.tell(plan.alerts());
    boolean refused = false;
    for (Claimed claimed : plan.claimed()) {
      refused |= !jobs.begin(new Job(claimed, now.plus(LEASE), leaseEndNanos));
    }
    handOutAt = refused ? now.plus(REFUSED) : idle ? handOutAt : null;
    return handOutAt != null
        ? handOutAt
        : roster.all().keySet().stream()
            .map(name -> quietUntil.getOrDefault(name, now))
            .min(Comparator.naturalOrder())
            .orElse(Instant.MAX);
  }

  private Set<String> toLookAt(Set<String> woken, Instant now) {
    boolean sweep =
        sweptAt == null || now.isBefore(sweptAt) || !now.isBefore(sweptAt.plus(SWEEP_EVERY));
    return roster.all().keySet().stream()
        .filter(
            name ->
                sweep
                    || woken.contains(name)
                    || !now.isBefore(quietUntil.getOrDefault(name, Instant.MIN)))
        .collect(Collectors.toSet());
  }

  private Plan plan(
      Tx tx,
      Instant now,
      List<Job> renewing,
      Map<String, Integer> here,
      boolean ages,
      Set<String> looked) {
    // First what is ours: a clock that jumped must not give it away.
    List<Envelope> kept =
        stores.claims().renew(tx, renewing.stream().map(Job::envelope).toList(), now, LEASE);
    var unused = stores.claims().recover(tx, now, now.plus(policy.lookupSettle()));
    List<Job> renewed = renewing.stream().filter(job -> kept.contains(job.envelope())).toList();
    Map<String, TargetState> states = stores.targets().all(tx);
    Map<String, Integer> underWay = stores.claims().underWay(tx);
    List<Claimed> claimed = new ArrayList<>();
    List<Alert> alerts = new ArrayList<>();
    Map<String, Turn> turns = new HashMap<>();
    for (Map.Entry<String, Roster.Attached> entry : roster.all().entrySet()) {
      String name = entry.getKey();
      Pace pace = entry.getValue().pace();
      TargetState before = states.getOrDefault(name, TargetState.unknown(name));
      TargetState near = pace.within(before, now);
      Pace.Change change =
          ages
              ? pace.waited(near, stores.claims().oldestWaiting(tx, name), now)
              : new Pace.Change(near, List.of());
      alerts.addAll(change.alerts());
      int busy = Math.max(underWay.getOrDefault(name, 0), here.getOrDefault(name, 0));
      TargetState after = change.state();
      if (looked.contains(name)) {
        Turn turn = claim(tx, name, pace, after, busy, now);
        claimed.addAll(turn.claimed());
        after = turn.state();
        turns.put(name, turn);
      }
      if (!after.equals(before)) {
        stores.targets().put(tx, after);
      }
    }
    List<String> off =
        here.keySet().stream()
            .filter(
                name ->
                    Optional.ofNullable(states.get(name)).filter(TargetState::isOff).isPresent())
            .toList();
    return new Plan(claimed, renewed, off, alerts, quietUntil(tx, turns, now));
  }

  private record Turn(List<Claimed> claimed, TargetState state, Share left) {}

  private Turn claim(Tx tx, String name, Pace pace, TargetState state, int busy, Instant now) {
    Share share = pace.share(state, busy, now);
    List<Envelope> some =
        share.max() == 0 ? List.of() : stores.claims().claim(tx, name, share, now, LEASE);
    int repeats = (int) some.stream().filter(Envelope::isRepeat).count();
    TargetState after =
        some.isEmpty() ? state : pace.claimed(state, some.size() - repeats, repeats, now);
    Share left = pace.share(after, busy + some.size(), now);
    return new Turn(some.stream().map(it -> new Claimed(it, share)).toList(), after, left);
  }

  /** Asked when all is claimed, so that claims at many targets are written at once. */
  private Map<String, Instant> quietUntil(Tx tx, Map<String, Turn> turns, Instant now) {
    Map<String, Instant> quiet = new HashMap<>();
    turns.forEach(
        (name, turn) -> {
          Instant again = turn.left().again();
          if (turn.left().max() > 0) {
            Instant due = stores.claims().nextDue(tx, name, turn.left()).orElse(Instant.MAX);
            again = earlier(again, due.isAfter(now) ? due : now.plus(HELD_UP));
          }
          quiet.put(name, again);
        });
    return quiet;
  }

  private static Instant earlier(Instant a, Instant b) {
    return a.isBefore(b) ? a : b;
  }
}
