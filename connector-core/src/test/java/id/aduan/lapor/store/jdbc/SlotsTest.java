package id.aduan.lapor.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import id.aduan.lapor.delivery.Schedule;
import id.aduan.lapor.delivery.Schedule.CatchUp;
import id.aduan.lapor.delivery.Turns;
import id.aduan.lapor.faults.Happened;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Slots are raced for in the store. */
@Tag("C16")
class SlotsTest extends StoreRig {
  private static final Schedule MINUTELY =
      new Schedule("poll.portal", Duration.ofMinutes(1), CatchUp.ONE);

  private volatile Instant now = NOW;

  private Turns node(String name) {
    return node(name, Duration.ZERO);
  }

  private Turns node(String name, Duration ahead) {
    return new Turns(store, store.slots(), name, () -> now.plus(ahead));
  }

  private int slots() {
    return store.read(
        tx ->
            JdbcTx.of(tx)
                .first("select count(*) from lapor_slot", row -> row.getInt(1))
                .orElseThrow());
  }

  @Test
  @Tag("F68")
  void of_many_nodes_that_race_for_a_slot_one_runs_it() throws Exception {
    AtomicInteger runs = new AtomicInteger();
    List<Callable<Integer>> racers = new ArrayList<>();
    for (int i = 0; i < 16; i++) {
      Turns node = node("node-" + i);
      racers.add(() -> node.run(MINUTELY, runs::incrementAndGet));
    }
    ExecutorService threads = Executors.newFixedThreadPool(racers.size());
    try {
      for (int slot = 1; slot <= 20; slot++) {
        for (Future<Integer> end : threads.invokeAll(racers)) {
          end.get();
        }
        assertThat(runs).hasValue(slot);
        now = now.plus(MINUTELY.every());
      }
    } finally {
      threads.shutdownNow();
    }
    Happened.times("F68", 20, "slots that sixteen nodes raced for");
  }

  @Test
  @Tag("F50")
  void nodes_whose_clocks_differ_by_half_an_hour_run_each_slot_once() {
    List<Instant> ran = Collections.synchronizedList(new ArrayList<>());
    Duration ahead = Duration.ofMinutes(30);
    Turns one = node("one");
    Turns other = node("other", ahead);

    for (int minute = 0; minute < 60; minute++) {
      one.run(MINUTELY, () -> ran.add(now));
      other.run(MINUTELY, () -> ran.add(now.plus(ahead)));
      now = now.plus(MINUTELY.every());
    }

    assertThat(ran).hasSize(90).doesNotHaveDuplicates();
    Happened.times("F50", ran.size(), "slots of nodes half an hour apart");
  }

  @Test
  @Tag("F68")
  void a_node_that_dies_with_a_slot_costs_that_slot_alone() {
    AtomicInteger runs = new AtomicInteger();
    store.inTransaction(tx -> store.slots().take(tx, "poll.portal", NOW, "dead", NOW));

    assertThat(node("alive").run(MINUTELY, runs::incrementAndGet)).isZero();
    now = now.plus(MINUTELY.every());

    assertThat(node("alive").run(MINUTELY, runs::incrementAndGet)).isOne();
    Happened.times("F68", 1, "a node dead with a slot");
  }

  @Test
  void schedules_do_not_take_each_others_slots() {
    Schedule other = new Schedule("poll.dishub", MINUTELY.every(), CatchUp.ONE);

    assertThat(node("one").run(MINUTELY, () -> {})).isOne();
    assertThat(node("one").run(other, () -> {})).isOne();
  }

  @Test
  @Tag("C22")
  void slots_of_days_ago_are_forgotten() {
    Schedule hourly = new Schedule("recap", Duration.ofHours(1), CatchUp.ONE);
    Turns node = node("one");

    for (int hour = 0; hour < 100; hour++) {
      node.run(hourly, () -> {});
      now = now.plus(hourly.every());
    }

    assertThat(slots()).isEqualTo(49);
  }
}
