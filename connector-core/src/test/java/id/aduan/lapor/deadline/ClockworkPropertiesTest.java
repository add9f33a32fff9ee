package id.aduan.lapor.deadline;

import static id.aduan.lapor.deadline.Cases.CLOCKWORK;
import static id.aduan.lapor.deadline.Cases.ID;
import static org.assertj.core.api.Assertions.assertThat;

import id.aduan.lapor.complaint.Classification;
import id.aduan.lapor.deadline.Clock.State;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Predicate;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Tag;

/** What holds of any events of any case, seen on many by chance; the seed is in each failure. */
@Tag("C21")
class ClockworkPropertiesTest {
  private static final Instant FIRST = Instant.parse("2026-01-05T02:00:00Z");
  private static final int RUNS = 300;
  private static final int EVENTS_MAX = 25;

  private static final List<CaseEvent> ALL = List.of(CaseEvent.values());
  private static final List<CaseEvent> ORDINARY =
      List.copyOf(EnumSet.range(CaseEvent.RECEIVED, CaseEvent.EXTENDED));

  private final Classification.Kind[] kinds = Classification.Kind.values();

  @RepeatedTest(RUNS)
  void neitherTheOrderOfEventsNorAnEchoChangesAnything(RepetitionInfo run) {
    Random random = new Random(run.getCurrentRepetition());
    CaseFacts facts = facts(random);
    List<Occurrence> events = events(random);
    CaseClocks expected = CLOCKWORK.compute(ID, facts, events, List.of());

    List<Occurrence> other = new ArrayList<>(events);
    events.stream().filter(event -> random.nextBoolean()).forEach(other::add);
    Collections.shuffle(other, random);

    assertThat(CLOCKWORK.compute(ID, facts, other, List.of())).as(given(run)).isEqualTo(expected);
    assertThat(CLOCKWORK.compute(ID, facts, other, expected.clocks()))
        .as(given(run))
        .isEqualTo(expected);
  }

  @RepeatedTest(RUNS)
  void eventsOneByOneGiveTheSameClocksAsAllAtOnce(RepetitionInfo run) {
    Random random = new Random(run.getCurrentRepetition());
    CaseFacts facts = facts(random);
    List<Occurrence> events = events(random);

    CaseClocks step = CLOCKWORK.compute(ID, facts, List.of(), List.of());
    for (int i = 1; i <= events.size(); i++) {
      step = CLOCKWORK.compute(ID, facts, events.subList(0, i), step.clocks());
    }

    assertThat(step).as(given(run)).isEqualTo(CLOCKWORK.compute(ID, facts, events, List.of()));
  }

  @RepeatedTest(RUNS)
  void toClassifyAnewAndBackChangesNoClockThatApplies(RepetitionInfo run) {
    Random random = new Random(run.getCurrentRepetition());
    CaseFacts facts = facts(random);
    CaseFacts others = facts(random);
    CaseClocks before = CLOCKWORK.compute(ID, facts, events(random), List.of());

    CaseClocks away = CLOCKWORK.compute(ID, others, before.events(), before.clocks());
    CaseClocks back = CLOCKWORK.compute(ID, facts, before.events(), away.clocks());

    assertThat(back.clocks())
        .as(given(run))
        .filteredOn(clock -> clock.state() != State.REPLACED)
        .isEqualTo(before.clocks());
  }

  @RepeatedTest(RUNS)
  void aPauseThatEndsOnTheDayItBeginsMovesNoDueDay(RepetitionInfo run) {
    Random random = new Random(run.getCurrentRepetition());
    CaseFacts facts = facts(random);
    Instant start = FIRST.plus(Duration.ofDays(random.nextInt(300)));
    Instant morning = start.plus(Duration.ofDays(1 + random.nextInt(20)));
    List<Occurrence> events = new ArrayList<>(List.of(Occurrence.of(CaseEvent.RECEIVED, start)));
    CaseClocks plain = CLOCKWORK.compute(ID, facts, events, List.of());

    events.add(Occurrence.of(CaseEvent.WAITING_FOR_REPORTER, morning));
    events.add(
        Occurrence.of(
            CaseEvent.REPORTER_REPLIED, morning.plus(Duration.ofHours(random.nextInt(12)))));
    CaseClocks paused = CLOCKWORK.compute(ID, facts, events, List.of());

    for (Clock clock : plain.clocks()) {
      if (clock.rule().startsWith("sp4n.")) {
        assertThat(Cases.clock(paused, clock.rule()).due()).as(given(run)).isEqualTo(clock.due());
      }
    }
  }

  @RepeatedTest(RUNS)
  void anEndedClockStaysEndedUnlessReopenedOrBegunAnew(RepetitionInfo run) {
    Random random = new Random(run.getCurrentRepetition());
    CaseFacts facts = facts(random);
    List<Occurrence> events = events(random);
    int known = random.nextInt(events.size() + 1);
    CaseClocks before = CLOCKWORK.compute(ID, facts, events.subList(0, known), List.of());
    List<Occurrence> quiet = new ArrayList<>(events.subList(0, known));
    events.subList(known, events.size()).stream()
        .filter(event -> event.event() != CaseEvent.REOPENED)
        .forEach(quiet::add);

    CaseClocks after = CLOCKWORK.compute(ID, facts, quiet, before.clocks());

    assertThat(after.clocks())
        .as(given(run))
        .containsAll(only(before, clock -> !clock.state().isOpen()));
  }

  @RepeatedTest(RUNS)
  void aClockIsSoundWhateverHappened(RepetitionInfo run) {
    Random random = new Random(run.getCurrentRepetition());
    List<Occurrence> events = events(random);
    CaseClocks clocks = CLOCKWORK.compute(ID, facts(random), events, List.of());

    for (Clock clock : clocks.clocks()) {
      assertThat(clock.endedAt().isPresent()).as(given(run)).isEqualTo(!clock.state().isOpen());
      assertThat(clock.nextAt().isEmpty() || clock.state() == State.RUNNING)
          .as(given(run))
          .isTrue();
      assertThat(clock.due().at()).as(given(run)).isAfter(clock.startedAt());
      clock.endedAt().ifPresent(end -> assertThat(end).isAfterOrEqualTo(clock.startedAt()));
      assertThat(only(clocks, it -> it.rule().equals(clock.rule()) && it.state().isOpen()))
          .as(given(run))
          .hasSizeLessThanOrEqualTo(1);
      assertThat(only(clocks, it -> isSame(it, clock))).as(given(run)).hasSize(1);
      assertThat(clock.period()).as(given(run)).isBetween(1, 1 + events.size());
    }
  }

  private static boolean isSame(Clock one, Clock other) {
    return one.rule().equals(other.rule()) && one.period() == other.period();
  }

  private static List<Clock> only(CaseClocks clocks, Predicate<Clock> wanted) {
    return clocks.clocks().stream().filter(wanted).toList();
  }

  private CaseFacts facts(Random random) {
    return Cases.facts(
        kinds[random.nextInt(kinds.length)],
        random.nextBoolean() ? Optional.of(Cases.POLRES) : Optional.empty());
  }

  private static List<Occurrence> events(Random random) {
    return events(random, 1);
  }

  /** In their order, so many minutes apart or more, and most of the ordinary kinds. */
  private static List<Occurrence> events(Random random, int apart) {
    List<Occurrence> events = new ArrayList<>();
    Instant at = FIRST.plus(Duration.ofDays(random.nextInt(300)));
    for (int i = random.nextInt(EVENTS_MAX); i > 0; i--) {
      List<CaseEvent> among = random.nextBoolean() ? ORDINARY : ALL;
      CaseEvent kind = among.get(random.nextInt(among.size()));
      boolean extension = kind == CaseEvent.EXTENDED;
      events.add(
          new Occurrence(
              kind,
              at,
              Optional.empty(),
              extension ? "uu14.answer" : "",
              extension ? "arsip" : ""));
      at = at.plus(Duration.ofMinutes(random.nextInt(3) == 0 ? apart : random.nextInt(1, 6000)));
    }
    return events;
  }

  private static String given(RepetitionInfo run) {
    return "seed " + run.getCurrentRepetition();
  }
}
