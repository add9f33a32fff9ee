package id.aduan.lapor.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import id.aduan.lapor.delivery.DeliveryResult.Unknown;
import id.aduan.lapor.faults.Happened;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class OutageTest extends EngineRig {
  private static final int COMPLAINTS = 100;
  private static final int CHANGES = 3;

  @Test
  @Tag("C9")
  @Tag("C10")
  @Tag("C8")
  @Tag("F29")
  void an_agency_that_is_down_for_a_week_loses_nothing_and_drains_at_its_rate() {
    Instant back = BEGIN.plus(Duration.ofDays(7));
    RateLimit limit = new RateLimit(10, Duration.ofSeconds(1));
    attach(
        "dishub",
        Pace.of(policy, 8, Optional.of(limit)),
        (envelope, at) ->
            at.isBefore(back) ? DeliveryResult.targetTrouble("connection refused") : accepted());
    for (int complaint = 0; complaint < COMPLAINTS; complaint++) {
      for (int version = 1; version <= CHANGES; version++) {
        enqueue("dishub", complaint, version);
      }
    }

    runUntil(BEGIN.plus(Duration.ofDays(3)).plusSeconds(100));
    Instant left = state("dishub").spell().notBefore();
    int troubles = state("dishub").spell().troubles();
    restart();
    assertThat(state("dishub").spell().troubles()).isEqualTo(troubles).isGreaterThan(800);
    assertThat(round.run()).isEqualTo(left);
    runUntil(back);
    List<Call> probes = List.copyOf(calls);
    Map<State, Long> waiting = counts();
    runUntil(back.plus(Duration.ofMinutes(10)));

    assertThat(probes).hasSizeBetween(2_016, 2_600);
    assertThat(waiting).containsOnlyKeys(State.WAITING);
    assertThat(waiting).containsEntry(State.WAITING, (long) COMPLAINTS * CHANGES);
    assertThat(counts()).containsOnlyKeys(State.DONE);
    List<Call> drained = calls.subList(probes.size(), calls.size());
    assertThat(drained).hasSize(COMPLAINTS * CHANGES);
    drained.stream()
        .collect(Collectors.groupingBy(Call::complaint))
        .values()
        .forEach(lane -> assertThat(lane).extracting(Call::payload).containsExactly("1", "2", "3"));
    Map<Instant, Long> bySecond =
        drained.stream()
            .collect(
                Collectors.groupingBy(
                    it -> it.at().truncatedTo(ChronoUnit.SECONDS),
                    TreeMap::new,
                    Collectors.counting()));
    assertThat(bySecond.values()).allMatch(calls -> calls <= 10);
    assertThat(Duration.between(drained.get(0).at(), drained.get(drained.size() - 1).at()))
        .isBetween(Duration.ofSeconds(29), Duration.ofSeconds(31));
    assertThat(alerts)
        .extracting(Alert::kind)
        .containsExactly(
            Alert.Kind.ENTRIES_LATE,
            Alert.Kind.ENTRIES_LATE,
            Alert.Kind.ENTRIES_LATE,
            Alert.Kind.ENTRIES_LATE,
            Alert.Kind.RECOVERED);
    Happened.times("F29", probes.size(), "connections refused in a week");
  }

  @Test
  @Tag("C10")
  @Tag("F38")
  void a_storm_of_failures_opens_the_breaker_and_a_probe_closes_it() {
    Instant back = BEGIN.plus(Duration.ofHours(2));
    attach(
        "dishub",
        4,
        (envelope, at) -> at.isBefore(back) ? new Unknown("answered with 500") : accepted());
    for (int complaint = 0; complaint < 200; complaint++) {
      enqueue("dishub", complaint, 1);
    }

    runUntil(BEGIN.plusSeconds(60));
    assertThat(calls).hasSizeLessThan(25);
    assertThat(state("dishub").inTrouble()).isTrue();
    assertThat(alerts).extracting(Alert::kind).containsExactly(Alert.Kind.BREAKER_OPENED);
    runUntil(back);
    assertThat(counts()).doesNotContainKey(State.PARKED);
    runUntil(back.plus(Duration.ofHours(2)));

    assertThat(counts()).containsOnlyKeys(State.DONE);
    assertThat(alerts).extracting(Alert::kind).contains(Alert.Kind.RECOVERED);
    Happened.times(
        "F38", calls.stream().filter(call -> call.at().isBefore(back)).count(), "answers 500");
  }

  @Test
  @Tag("C10")
  void recipients_that_fail_keep_no_other_waiting_and_are_given_up_in_the_end() {
    attachOfMany(
        "notify-webhook",
        4,
        (envelope, at) ->
            Integer.parseInt(envelope.lane().complaint().value()) % 2 == 0
                ? DeliveryResult.entryTrouble("answered with 500")
                : accepted());
    for (int complaint = 0; complaint < 200; complaint++) {
      enqueue("notify-webhook", complaint, 1);
    }

    runUntil(BEGIN.plusSeconds(60));
    assertThat(counts()).containsEntry(State.DONE, 100L);
    assertThat(state("notify-webhook").inTrouble()).isFalse();
    runUntil(BEGIN.plus(Duration.ofDays(7)));

    assertThat(counts()).containsEntry(State.DONE, 100L).containsEntry(State.PARKED, 100L);
    assertThat(alerts).isEmpty();
  }

  @Test
  @Tag("C10")
  void repetitions_stay_within_their_budget_and_first_attempts_go_before_them() {
    policy =
        policy.with(
            new RetryPolicy.Limits(
                Duration.ofDays(3),
                new RetryBudget(10, 10),
                new BreakerPolicy(100, 1_000, Duration.ofMinutes(1))));
    restart();
    Set<String> failing = new HashSet<>();
    attach(
        "dishub",
        8,
        (envelope, at) -> {
          if (Integer.parseInt(envelope.lane().complaint().value()) % 2 == 0) {
            failing.add(envelope.lane().complaint().value());
            return DeliveryResult.entryTrouble("odd");
          }
          return accepted();
        });
    for (int complaint = 0; complaint < 400; complaint++) {
      enqueue("dishub", complaint, 1);
    }

    runFor(Duration.ofMinutes(2));

    assertThat(failing).hasSize(200);
    // 10 to begin with, 10 in each of two minutes, and a tenth of 400 first attempts.
    assertThat(calls.size() - 400).isBetween(20, 10 + 20 + 40);
    assertThat(counts()).containsEntry(State.DONE, 200L);
  }

  @Test
  @Tag("C9")
  @Tag("C11")
  void an_entry_that_never_goes_through_is_parked_and_no_trouble_of_its_target() {
    attach(
        "dishub",
        4,
        (envelope, at) ->
            envelope.lane().complaint().value().equals("9000000")
                ? DeliveryResult.entryTrouble("odd")
                : accepted());
    enqueue("dishub", 0, 1);

    runFor(Duration.ofDays(2));
    enqueue("dishub", 1, 1);
    runFor(Duration.ofMinutes(1));

    assertThat(calls).hasSize(21);
    assertThat(counts()).containsEntry(State.PARKED, 1L).containsEntry(State.DONE, 1L);
    assertThat(alerts).isEmpty();
  }

  @Test
  @Tag("C9")
  void an_entry_keeps_its_attempts_while_its_target_is_in_trouble() {
    attach(
        "dishub",
        1,
        (envelope, at) ->
            at.equals(BEGIN)
                ? DeliveryResult.targetTrouble("connection refused")
                : DeliveryResult.entryTrouble("half awake"));
    enqueue("dishub", 0, 1);

    runFor(Duration.ofDays(1));

    assertThat(calls).hasSizeGreaterThan(100);
    assertThat(counts()).containsOnlyKeys(State.WAITING);
  }
}
