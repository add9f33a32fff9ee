package id.aduan.lapor.store.jdbc;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import id.aduan.lapor.delivery.Alert;
import id.aduan.lapor.faults.Happened;
import id.aduan.lapor.mapping.Mapping;
import id.aduan.lapor.sync.MappingDesk;
import id.aduan.lapor.sync.MappingDesk.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** From when on a mapping counts, on one node and on several that run. */
@Tag("D8")
class MappingSwitchTest extends MappingDeskRig {
  @Test
  void a_version_decides_from_its_moment_on_and_no_earlier() {
    Node node = started("1", "dishub");
    Instant midnight = NOW.plus(Duration.ofHours(13));

    Outcome outcome = node.desk().apply(order("2", "dinkes", Optional.of(midnight)));

    assertThat(outcome).isEqualTo(new Outcome.Applies("2", midnight, Optional.empty()));
    assertThat(counting(node)).isEqualTo("1");
    now = midnight.minusMillis(1);
    assertThat(counting(node)).isEqualTo("1");
    assertThat(counting(started("1", "dishub"))).isEqualTo("1");
    now = midnight;
    assertThat(counting(node)).isEqualTo("2");
    assertThat(counting(started("1", "dishub"))).isEqualTo("2");
  }

  @Test
  void a_moment_that_has_passed_or_is_too_far_ahead_is_refused() {
    Node node = started("1", "dishub");

    Outcome past = node.desk().apply(order("2", "dinkes", Optional.of(NOW.minusMillis(1))));
    Instant far = NOW.plus(MappingDesk.AHEAD_MAX).plusMillis(1);
    Outcome ahead = node.desk().apply(order("2", "dinkes", Optional.of(far)));

    assertThat(List.of(past, ahead)).containsOnly(new Outcome.BadMoment());
    assertThat(trail()).hasSize(1);
  }

  @Test
  void the_one_that_counts_is_not_applied_again_and_an_older_one_may_come_back() {
    Node node = started("1", "dishub");
    now = now.plusSeconds(1);
    node.desk().apply(order("2", "dinkes", Optional.empty()));
    now = now.plusSeconds(1);

    Outcome same = node.desk().apply(order("2", "dinkes", Optional.empty()));
    Outcome back = node.desk().apply(order("1", "dishub", Optional.empty()));

    assertThat(same).isEqualTo(new Outcome.Counts("2", NOW.plusSeconds(1), Optional.empty()));
    assertThat(back).isEqualTo(new Outcome.Applies("1", now, Optional.empty()));
    assertThat(counting(node)).isEqualTo("1");
    assertThat(node.mappings().at(now.minusMillis(1)).version()).isEqualTo("2");
  }

  @Test
  @Tag("C16")
  void another_node_takes_up_what_was_applied_when_it_looks() {
    Node first = started("1", "dishub");
    Node second = started("1", "dishub");
    assertThat(second.desk().takeUp()).isFalse();

    first.desk().apply(order("2", "dinkes", Optional.empty()));

    assertThat(counting(second)).isEqualTo("1");
    assertThat(second.desk().takeUp()).isTrue();
    assertThat(counting(second)).isEqualTo("2");
    assertThat(second.desk().takeUp()).isFalse();
  }

  @Test
  @Tag("F2")
  void a_version_that_was_written_down_counts_though_its_process_died_before_it_switched() {
    started("1", "dishub");
    Node dying = node("1", "dishub");
    dying.desk().apply(order("2", "dinkes", Optional.empty()));
    store.close();

    store = stores.open();

    assertThat(counting(started("1", "dishub"))).isEqualTo("2");
    Happened.times("F2", 1, "a node gone between two steps");
  }

  @Test
  void a_node_without_the_agency_keeps_what_counted_and_says_so() {
    byte[] file = alone("1", "dishub").getBytes(UTF_8);
    Node first = node(file);
    first.desk().begin();
    agencies = List.of("dishub");
    Node second = node(file);
    second.desk().begin();

    first.desk().apply(order("2", "dinkes", Optional.empty()));

    assertThat(second.desk().takeUp()).isTrue();
    assertThat(counting(second)).isEqualTo("1");
    assertThat(second.mappings().version("2")).isEmpty();
    assertThat(alerts).singleElement().extracting(Alert::code).isEqualTo("LC-MAPPING-UNUSABLE");
    assertThat(alerts.get(0).text()).contains("version 2").contains("dinkes");
    assertThat(second.desk().takeUp()).isFalse();
  }

  @Test
  void while_it_is_switched_whoever_decides_gets_the_old_one_or_the_new_one_whole()
      throws Exception {
    Node node = started("1", "dishub");
    AtomicBoolean ended = new AtomicBoolean();
    CountDownLatch begun = new CountDownLatch(2);
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      List<Future<Integer>> deciding = new ArrayList<>();
      for (int i = 0; i < 2; i++) {
        deciding.add(threads.submit(() -> decide(node, begun, ended)));
      }
      begun.await();
      for (int version = 2; version < 20; version++) {
        String agency = version % 2 == 0 ? "dinkes" : "dishub";
        node.desk().apply(order("" + version, agency, Optional.empty()));
      }
      ended.set(true);

      for (Future<Integer> each : deciding) {
        assertThat(each.get()).isPositive();
      }
    } finally {
      threads.shutdownNow();
    }
    assertThat(counting(node)).isEqualTo("19");
  }

  /** Even versions say dinkes, odd ones dishub: never the one's number with the other's agency. */
  private int decide(Node node, CountDownLatch begun, AtomicBoolean ended) {
    int decisions = 0;
    while (!ended.get()) {
      Mapping mapping = node.mappings().at(now);
      var routing = mapping.route(Optional.empty(), Optional.empty());
      boolean even = Integer.parseInt(routing.version()) % 2 == 0;
      assertThat(routing.agency()).isEqualTo(even ? "dinkes" : "dishub");
      decisions++;
      begun.countDown();
    }
    return decisions;
  }
}
