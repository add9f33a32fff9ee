package id.aduan.lapor.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import id.aduan.lapor.failure.WorldException;
import id.aduan.lapor.faults.Happened;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class LeaseTest extends EngineRig {
  /** Workers that have not begun yet. */
  private final Deque<Runnable> queued = new ArrayDeque<>();

  private void workersAreBusy() {
    executor = queued::add;
  }

  private void run() {
    Instant unused = round.run();
  }

  private void runQueued() {
    while (!queued.isEmpty()) {
      queued.poll().run();
    }
  }

  private boolean anotherNodeTakesOver() {
    return store.inTransaction(tx -> store.claims().recover(tx, now, now)) > 0;
  }

  @Test
  @Tag("C17")
  @Tag("C18")
  void a_claim_is_kept_as_long_as_its_node_lives_and_is_free_half_a_minute_after()
      throws InterruptedException {
    List<Thread> workers = new ArrayList<>();
    executor = work -> workers.add(new Thread(work));
    CountDownLatch called = new CountDownLatch(1);
    CountDownLatch answer = new CountDownLatch(1);
    attach(
        "dishub",
        1,
        (envelope, at) -> {
          called.countDown();
          return answered(answer);
        });
    enqueue("dishub", 1, 1);
    run();
    workers.get(0).start();
    called.await();

    for (int second = 0; second < 120; second++) {
      run();
      assertThat(anotherNodeTakesOver()).isFalse();
      now = now.plusSeconds(1);
    }
    now = now.plusSeconds(29);

    assertThat(anotherNodeTakesOver()).isTrue();
    answer.countDown();
    workers.get(0).join();
    assertThat(workers).hasSize(1);
    assertThat(fenced).containsExactly("dishub");
  }

  private static DeliveryResult answered(CountDownLatch answer) {
    try {
      answer.await();
      return accepted();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new DeliveryResult.Unknown("interrupted");
    }
  }

  @Test
  @Tag("C17")
  void what_an_executor_loses_goes_out_all_the_same() {
    executor = work -> {};
    attach("dishub", 1, (envelope, at) -> accepted());
    enqueue("dishub", 1, 1);
    run();
    assertThat(jobs.all()).hasSize(1);

    executor = Runnable::run;
    for (int second = 0; second <= 30; second++) {
      assertThat(calls).isEmpty();
      run();
      now = now.plusSeconds(1);
    }

    assertThat(calls).hasSize(1);
    assertThat(counts()).containsOnlyKeys(State.DONE);
  }

  @Test
  @Tag("C17")
  @Tag("F3")
  void a_worker_that_wakes_after_its_lease_calls_nobody_and_its_end_does_not_count() {
    workersAreBusy();
    attach("dishub", 1, (envelope, at) -> accepted());
    enqueue("dishub", 1, 1);
    run();

    now = now.plus(Round.LEASE);
    assertThat(anotherNodeTakesOver()).isTrue();
    runQueued();

    assertThat(calls).isEmpty();
    assertThat(fenced).containsExactly("dishub");
    assertThat(counts()).containsOnlyKeys(State.UNCERTAIN);
    Happened.times("F3", fenced.size(), "ends that came after their lease");
  }

  @Test
  @Tag("C17")
  @Tag("F49")
  void a_clock_that_jumps_gives_nothing_of_ours_away() {
    workersAreBusy();
    attach("dishub", 1, (envelope, at) -> accepted());
    enqueue("dishub", 1, 1);
    run();

    now = now.plus(Duration.ofDays(1));
    run();
    assertThat(anotherNodeTakesOver()).isFalse();
    runQueued();

    assertThat(counts()).containsOnlyKeys(State.DONE);
    Happened.times("F49", 1, "a clock a day ahead");
  }

  @Test
  @Tag("C11")
  void what_was_begun_three_times_and_never_ended_is_parked() {
    workersAreBusy();
    attach("dishub", 1, (envelope, at) -> accepted());
    enqueue("dishub", 1, 1);
    int begun = 0;
    for (int i = 0; i < 10 && !counts().containsKey(State.PARKED); i++) {
      run();
      begun += queued.size();
      queued.clear();
      restart();
      now = now.plus(Duration.ofMinutes(5));
      assertThat(anotherNodeTakesOver()).isTrue();
    }

    assertThat(begun).isEqualTo(3);
    List<OutboxView.Row> parked = store.read(tx -> store.outboxView().parked(tx, 9));
    assertThat(parked).extracting(OutboxView.Row::code).containsExactly(Settlement.CRASHED);
  }

  @Test
  @Tag("C11")
  void an_end_that_was_recorded_begins_the_count_anew() {
    attach("dishub", 1, (envelope, at) -> DeliveryResult.targetTrouble("connection refused"));
    enqueue("dishub", 1, 1);

    runFor(Duration.ofHours(1));

    assertThat(calls).hasSizeGreaterThan(10);
    assertThat(counts()).containsOnlyKeys(State.WAITING);
  }

  @Test
  @Tag("C18")
  @Tag("C19")
  void a_stop_gives_back_at_once_what_nobody_has_begun() {
    workersAreBusy();
    attach("dishub", 4, (envelope, at) -> accepted());
    enqueue("dishub", 1, 1);
    enqueue("dishub", 2, 1);
    run();

    jobs.takeBackAll(Duration.ofSeconds(5));
    runQueued();

    assertThat(calls).isEmpty();
    assertThat(counts()).containsOnlyKeys(State.WAITING);
    assertThat(jobs.all()).isEmpty();
  }

  @Test
  @Tag("C18")
  @Tag("F5")
  void a_stop_ends_the_claim_of_what_does_not_end_as_unknown() {
    Deque<Envelope> hanging = new ArrayDeque<>();
    attach(
        "dishub",
        1,
        (envelope, at) -> {
          hanging.add(envelope);
          // As at the deadline of a stop, while this call is under way.
          jobs.breakOffAll(Duration.ofSeconds(5));
          return accepted();
        });
    enqueue("dishub", 1, 1);

    run();

    assertThat(hanging).hasSize(1);
    assertThat(fenced).containsExactly("dishub");
    assertThat(counts()).containsOnlyKeys(State.UNCERTAIN);
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
    Happened.times("F5", hanging.size(), "calls that had not ended at a stop");
  }

  @Test
  @Tag("C11")
  @Tag("F7")
  void an_adapter_whose_classes_are_missing_costs_its_own_entries_alone() {
    int[] thrown = {0};
    attach(
        "dishub",
        1,
        (envelope, at) -> {
          thrown[0]++;
          throw thrown[0] % 2 == 0 ? new StackOverflowError() : new NoClassDefFoundError("x");
        });
    attach("dinkes", 1, (envelope, at) -> accepted());
    enqueue("dishub", 1, 1);
    enqueue("dinkes", 2, 1);
    enqueue("dinkes", 3, 1);

    runFor(Duration.ofDays(14));

    assertThat(counts()).containsOnly(entry(State.DONE, 2L), entry(State.PARKED, 1L));
    Happened.times("F7", thrown[0], "errors thrown by an adapter in a worker");
  }

  @Test
  void workers_of_the_host_that_refuse_lose_nothing_and_are_not_pressed() {
    int[] refused = {0};
    executor =
        work -> {
          refused[0]++;
          throw new RejectedExecutionException("not now");
        };
    attach("dishub", 1, (envelope, at) -> accepted());
    enqueue("dishub", 1, 1);

    runFor(Duration.ofSeconds(10));
    assertThat(refused[0]).isBetween(9, 11);
    assertThat(counts()).containsOnlyKeys(State.WAITING);
    executor = Runnable::run;
    runFor(Duration.ofSeconds(2));

    assertThat(counts()).containsOnlyKeys(State.DONE);
  }

  @Test
  void a_clock_of_the_host_that_fails_is_named() {
    World throwing =
        new World(
            () -> {
              throw new IllegalStateException("no time");
            },
            new SplittableRandom(1));

    assertThatThrownBy(throwing::now)
        .isInstanceOf(WorldException.class)
        .hasMessageContaining("IllegalStateException");
  }

  @Test
  @Tag("C10")
  @Tag("C9")
  void a_target_in_trouble_is_probed_by_one_call_over_all_nodes() {
    workersAreBusy();
    attach("dishub", 8, (envelope, at) -> DeliveryResult.targetTrouble("connection refused"));
    for (int complaint = 0; complaint < 20; complaint++) {
      enqueue("dishub", complaint, 1);
    }
    run();
    assertThat(queued).hasSize(8);
    runQueued();
    now = state("dishub").spell().notBefore();
    run();
    assertThat(queued).hasSize(1);

    Jobs ofAnotherNode = anotherNode();
    assertThat(ofAnotherNode.all()).isEmpty();
    assertThat(queued).hasSize(1);
  }

  /** Another process on the same store does a round. */
  private Jobs anotherNode() {
    DeliveryStore stores = new DeliveryStore(store, store.claims(), store.targets(), store.audit());
    World world = new World(() -> now, new SplittableRandom(2));
    Attempt attempt = new Attempt(stores, policy, world);
    Jobs others =
        new Jobs(attempt, roster, world, queued::add, new DeliveryListener() {}, target -> {});
    Instant unused = new Round(stores, policy, world, roster, others).run();
    return others;
  }
}
