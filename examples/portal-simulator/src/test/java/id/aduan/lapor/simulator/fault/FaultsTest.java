package id.aduan.lapor.simulator.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class FaultsTest {
  private final List<Faults.Hit> told = new ArrayList<>();
  private final Faults faults = new Faults(7, told::add);

  @Test
  void nothing_happens_that_was_not_ordered() {
    assertThat(faults.hit(FaultKind.STATUS, Place.DETAIL, "1")).isEmpty();
    assertThat(told).isEmpty();
  }

  @Test
  void it_happens_where_it_was_ordered_and_as_often() {
    faults.add(Fault.of(FaultKind.STATUS).at(Place.DETAIL).times(2));

    assertThat(faults.hit(FaultKind.STATUS, Place.LIST, "")).isEmpty();
    assertThat(occasions(4)).containsExactly(true, true, false, false);
    assertThat(told).extracting(Faults.Hit::number).containsExactly(1, 2);
    assertThat(faults.standing()).singleElement().matches(StandingFault::isSpent);
  }

  @Test
  void the_first_occasions_may_pass() {
    faults.add(Fault.of(FaultKind.STATUS).skip(2).times(1));

    assertThat(occasions(4)).containsExactly(false, false, true, false);
  }

  @Test
  void the_same_seed_decides_the_same_and_about_as_often_as_asked() {
    faults.add(Fault.of(FaultKind.STATUS).withChance(0.3));
    List<Boolean> first = occasions(1000);
    faults.reset(7);
    faults.add(Fault.of(FaultKind.STATUS).withChance(0.3));

    assertThat(occasions(1000)).isEqualTo(first);
    assertThat(first.stream().filter(each -> each).count()).isBetween(230L, 370L);
  }

  @Test
  void another_seed_decides_otherwise() {
    faults.add(Fault.of(FaultKind.STATUS).withChance(0.5));
    List<Boolean> first = occasions(100);
    faults.reset(8);
    faults.add(Fault.of(FaultKind.STATUS).withChance(0.5));

    assertThat(occasions(100)).isNotEqualTo(first);
    assertThat(faults.seed()).isEqualTo(8);
  }

  @Test
  void a_removed_fault_does_not_happen() {
    String id = faults.add(Fault.of(FaultKind.STATUS));

    assertThat(faults.remove(id)).isTrue();
    assertThat(faults.remove(id)).isFalse();
    assertThat(occasions(1)).containsExactly(false);
  }

  @Test
  void more_than_the_bound_are_refused() {
    IntStream.range(0, Faults.STANDING_MAX)
        .forEach(each -> faults.add(Fault.of(FaultKind.LATENCY)));

    assertThatThrownBy(() -> faults.add(Fault.of(FaultKind.LATENCY)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("100 faults");
  }

  @Test
  void a_clock_may_be_fast_or_slow() {
    faults.add(Fault.of(FaultKind.CLOCK_SKEW).at(Place.STAMP).with("by", "-PT1H30M"));
    Instant real = Instant.parse("2026-11-23T04:00:00Z");

    assertThat(faults.time(real, Place.STAMP)).isEqualTo(real.minus(Duration.ofMinutes(90)));
    assertThat(faults.time(real, Place.PUSH)).isEqualTo(real);
  }

  static Stream<Executable> wrongOrders() {
    return Stream.of(
        () -> Fault.of(FaultKind.WITHOUT_ID).at(Place.LIST),
        () -> Fault.of(FaultKind.STATUS).with("status", "200"),
        () -> Fault.of(FaultKind.STATUS).with("what", "1"),
        () -> Fault.of(FaultKind.LOST_REQUEST).with("what", "1"),
        () -> Fault.of(FaultKind.STATUS).times(-1),
        () -> Fault.of(FaultKind.STATUS).skip(Fault.COUNT_MAX + 1),
        () -> Fault.of(FaultKind.STATUS).withChance(0),
        () -> Fault.of(FaultKind.STATUS).withChance(1.1),
        () -> Fault.of(FaultKind.STATUS).withChance(Double.NaN),
        () -> Fault.of(FaultKind.STATUS).with("retryAfter", "1\r\nX: y"),
        () -> Fault.of(FaultKind.CLOCK_SKEW).with("by", "an hour"));
  }

  @ParameterizedTest
  @MethodSource("wrongOrders")
  void a_wrong_order_is_refused_in_one_line(Executable order) {
    assertThatThrownBy(order::execute)
        .isInstanceOf(IllegalArgumentException.class)
        .message()
        .doesNotContain("\n\n")
        .contains(": ");
  }

  @ParameterizedTest
  @EnumSource(FaultKind.class)
  void every_kind_has_a_place_and_defaults_that_it_takes(FaultKind kind) {
    Fault fault = Fault.of(kind);
    for (Parameter each : kind.parameters()) {
      fault = fault.with(each.name(), each.otherwise());
    }

    assertThat(kind.places()).isNotEmpty();
    assertThat(fault.sentence()).startsWith(kind.word());
    assertThat(FaultKind.named(kind.word())).contains(kind);
  }

  private List<Boolean> occasions(int count) {
    return IntStream.range(0, count)
        .mapToObj(each -> faults.hit(FaultKind.STATUS, Place.DETAIL, "1").isPresent())
        .toList();
  }
}
