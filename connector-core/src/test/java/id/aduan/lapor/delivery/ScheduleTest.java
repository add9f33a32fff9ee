package id.aduan.lapor.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import id.aduan.lapor.delivery.Schedule.CatchUp;
import id.aduan.lapor.faults.Happened;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@Tag("C16")
class ScheduleTest {
  private static final Instant NOON = Instant.parse("2026-11-26T12:00:00Z");
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private static Schedule everyMinute(CatchUp catchUp) {
    return new Schedule("poll.portal", MINUTE, catchUp);
  }

  private static Instant at(String time) {
    return Instant.parse("2026-11-26T" + time + "Z");
  }

  @ParameterizedTest(name = "{0}: taken {1}, now {2}")
  @CsvSource(
      nullValues = "nothing",
      textBlock =
          """
          ONE,  nothing,  12:00:20, 12:00:00
          ONE,  12:00:00, 12:00:59, nothing
          ONE,  12:00:00, 12:01:00, 12:01:00
          ONE,  12:00:00, 17:03:07, 17:03:00
          ONE,  12:00:00, 11:59:59, nothing
          ALL,  nothing,  12:00:20, 12:00:00
          ALL,  12:00:00, 12:03:07, 12:01:00 12:02:00 12:03:00
          ALL,  12:00:00, 11:00:00, nothing
          NONE, nothing,  12:00:20, 12:00:00
          NONE, 12:00:00, 17:03:07, 17:03:00
          NONE, 12:00:00, 11:00:00, nothing
          """)
  @Tag("F52")
  void what_is_due_follows_from_what_was_taken_and_the_policy(
      CatchUp catchUp, String taken, String now, String due) {
    Optional<Instant> newest = Optional.ofNullable(taken).map(ScheduleTest::at);

    assertThat(everyMinute(catchUp).due(newest, at(now)))
        .isEqualTo(
            due == null ? List.of() : Stream.of(due.split(" ")).map(ScheduleTest::at).toList());
    Happened.times("F52", 1, "a time that went on without us, or back");
  }

  @Test
  void with_none_a_slot_that_is_long_past_waits_for_the_next_one() {
    Schedule daily = new Schedule("recap", Duration.ofDays(1), CatchUp.NONE);
    Instant midnight = at("00:00:00");
    Optional<Instant> yesterday = Optional.of(midnight.minus(Duration.ofDays(1)));

    assertThat(daily.due(yesterday, midnight.plus(Schedule.LATE_MAX))).containsExactly(midnight);
    assertThat(daily.due(yesterday, NOON)).isEmpty();
    assertThat(daily.next(NOON)).isEqualTo(midnight.plus(Duration.ofDays(1)));
  }

  @Test
  void a_long_absence_is_made_up_for_in_bounded_portions() {
    Schedule schedule = everyMinute(CatchUp.ALL);
    Instant later = NOON.plus(MINUTE.multipliedBy(Schedule.CATCH_UP_MAX + 30));

    List<Instant> first = schedule.due(Optional.of(NOON), later);
    List<Instant> rest = schedule.due(Optional.of(first.get(first.size() - 1)), later);

    assertThat(first).hasSize(Schedule.CATCH_UP_MAX);
    assertThat(rest).hasSize(30).endsWith(later);
  }

  /** Nodes whose clocks differ by up to an hour and jump, each awake now and then. */
  @ParameterizedTest
  @EnumSource(CatchUp.class)
  @Tag("F49")
  @Tag("F50")
  void whatever_the_clocks_do_no_slot_comes_twice_and_none_before_its_time(CatchUp catchUp) {
    long seed = new Random().nextLong();
    System.out.println("seed " + seed);
    Random chance = new Random(seed);
    int count = 0;
    int jumps = 0;
    for (int run = 0; run < 200; run++) {
      Duration every = Duration.ofSeconds(1 + chance.nextInt(7200));
      Race race = new Race(new Schedule("s", every, catchUp), chance);

      for (int step = 0; step < 100; step++) {
        race.step();
      }

      assertThat(race.fired).as("seed %d", seed).doesNotHaveDuplicates();
      count += race.fired.size();
      jumps += race.jumps;
    }
    assertThat(count).as("seed %d", seed).isGreaterThan(200);
    Happened.times("F49", jumps, "clocks that jumped up to a day");
    Happened.times("F50", 200, "times three nodes whose clocks differ by up to two hours");
  }

  @Test
  @Tag("F49")
  void a_clock_that_jumps_a_day_ahead_and_back_costs_no_slot_and_repeats_none() {
    Schedule schedule = everyMinute(CatchUp.ONE);
    List<Instant> expected = new ArrayList<>();
    TreeSet<Instant> taken = new TreeSet<>();
    List<Instant> fired = new ArrayList<>();
    for (int minute = 0; minute < 120; minute++) {
      Instant now = NOON.plus(MINUTE.multipliedBy(minute));
      expected.add(now);
      if (minute == 60) {
        Instant ahead = now.plus(Duration.ofDays(1));
        expected.add(ahead);
        fire(schedule, ahead, taken, fired);
      }
      fire(schedule, now, taken, fired);
      fire(schedule, now.minus(Duration.ofMinutes(30)), new TreeSet<>(taken), new ArrayList<>());
    }

    assertThat(fired).containsExactlyInAnyOrderElementsOf(expected);
    Happened.times("F49", 121, "clocks a day ahead, or half an hour back");
  }

  private static void fire(
      Schedule schedule, Instant now, NavigableSet<Instant> taken, List<Instant> fired) {
    for (Instant slot : schedule.due(Optional.ofNullable(taken.floor(now)), now)) {
      if (taken.add(slot)) {
        fired.add(slot);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"PT0S", "PT-1S", "PT0.0001S", "P400D"})
  void an_interval_that_no_clock_can_keep_is_refused(Duration every) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Schedule("s", every, CatchUp.ONE))
        .withMessageContaining("a schedule's interval is from PT0.001S");
  }

  /** Three nodes, the slots that they took, and what each step must keep to. */
  private static final class Race {
    private final Schedule schedule;
    private final Random chance;
    private final Duration[] offsets;
    private final TreeSet<Instant> taken = new TreeSet<>();
    private final List<Instant> fired = new ArrayList<>();
    private Instant real = NOON;
    private int jumps;

    Race(Schedule schedule, Random chance) {
      this.schedule = schedule;
      this.chance = chance;
      this.offsets = new Duration[] {skew(3600), skew(3600), skew(3600)};
    }

    private Duration skew(int secondsMax) {
      return Duration.ofSeconds(chance.nextInt(2 * secondsMax + 1) - (long) secondsMax);
    }

    void step() {
      real = real.plusMillis(chance.nextLong(schedule.every().toMillis() * 2));
      int node = chance.nextInt(offsets.length);
      if (chance.nextInt(20) == 0) {
        offsets[node] = skew(86_400);
        jumps++;
      }
      Instant now = real.plus(offsets[node]);

      List<Instant> due = schedule.due(Optional.ofNullable(taken.floor(now)), now);

      assertThat(due).isSorted().allSatisfy(slot -> assertThat(slot).isBeforeOrEqualTo(now));
      assertThat(due).allSatisfy(slot -> assertThat(schedule.slotOf(slot)).isEqualTo(slot));
      assertThat(due).noneMatch(taken::contains);
      if (schedule.catchUp() != CatchUp.ALL) {
        assertThat(due).hasSizeLessThanOrEqualTo(1);
      }
      taken.addAll(due);
      fired.addAll(due);
    }
  }
}
