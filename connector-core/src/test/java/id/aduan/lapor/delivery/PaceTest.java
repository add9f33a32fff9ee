package id.aduan.lapor.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import id.aduan.lapor.delivery.Pace.Change;
import id.aduan.lapor.delivery.Pace.Sign;
import id.aduan.lapor.delivery.TargetState.Mode;
import id.aduan.lapor.delivery.TargetState.Standing;
import id.aduan.lapor.faults.Happened;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("C9")
@Tag("C10")
class PaceTest {
  private static final Instant NOW = Instant.parse("2026-11-23T04:00:00Z");
  private static final TargetState WELL = TargetState.unknown("dishub");
  private final RandomGenerator chance = new SplittableRandom(1);
  private final Pace pace = Pace.of(RetryPolicy.DEFAULT, 4, Optional.empty());

  private Change troubled(TargetState state, Sign sign, Duration wish, Instant now) {
    return pace.ended(state, sign, wish, now, chance);
  }

  private TargetState troubled(TargetState state, Instant now) {
    return troubled(state, Sign.TROUBLE, Duration.ZERO, now).state();
  }

  @Test
  void a_target_that_is_well_takes_up_to_its_concurrency() {
    assertThat(pace.share(WELL, 3, NOW).max()).isEqualTo(1);
    assertThat(pace.share(WELL, 4, NOW).max()).isZero();
  }

  @Test
  void a_target_in_trouble_is_left_alone_and_then_probed_by_one_entry_over_all_nodes() {
    TargetState state = troubled(WELL, NOW);
    Instant probe = state.spell().notBefore();

    assertThat(probe).isBetween(NOW.plusSeconds(4), NOW.plusSeconds(5));
    assertThat(pace.share(state, 0, probe.minusMillis(1)).max()).isZero();
    assertThat(pace.share(state, 0, probe.minusMillis(1)).again()).isEqualTo(probe);
    assertThat(pace.share(state, 0, probe).max()).isEqualTo(1);
    assertThat(pace.share(state, 0, probe).probe()).isTrue();
    assertThat(pace.share(state, 1, probe).max()).isZero();
  }

  /** By a day and an hour here, since a far end may wish for a day. */
  @Test
  @Tag("F49")
  void a_clock_that_was_put_back_delays_a_target_by_its_own_longest_wait_at_most() {
    Pace rated =
        Pace.of(RetryPolicy.DEFAULT, 4, Optional.of(new RateLimit(2, Duration.ofMinutes(1))));
    TargetState spent = rated.claimed(troubled(WELL, NOW), 2, 0, NOW);
    Instant back = NOW.minus(Duration.ofHours(25));

    TargetState near = rated.within(spent, back);

    assertThat(near.spell().notBefore()).isEqualTo(back.plus(Duration.ofDays(1)));
    assertThat(near.spell().troubles()).isEqualTo(spent.spell().troubles());
    assertThat(rated.within(near.with(TargetState.Spell.NONE), back).spell())
        .isEqualTo(TargetState.Spell.NONE);
    Instant filled = back.plus(Duration.ofMinutes(1));
    TargetState well = near.with(TargetState.Spell.NONE);
    assertThat(rated.share(well, 0, filled).max()).isPositive();
    assertThat(rated.share(well, 0, filled).repeatsMax()).isPositive();
    Happened.times("F49", 1, "a clock put back by 25 hours");
  }

  @Test
  void a_clock_that_goes_on_leaves_a_state_as_it_is() {
    TargetState state = pace.claimed(troubled(WELL, NOW), 1, 2, NOW);

    assertThat(pace.within(state, NOW)).isEqualTo(state);
    assertThat(pace.within(state, NOW.plusSeconds(3))).isEqualTo(state);
  }

  @Test
  void each_trouble_in_a_row_doubles_the_pause_up_to_five_minutes() {
    TargetState state = WELL;
    Instant now = NOW;
    List<Duration> pauses = new ArrayList<>();
    for (int trouble = 0; trouble < 12; trouble++) {
      state = troubled(state, now);
      pauses.add(Duration.between(now, state.spell().notBefore()));
      now = state.spell().notBefore();
    }

    for (int i = 0; i < pauses.size(); i++) {
      Duration most = Duration.ofSeconds(Math.min(300, 5L << i));
      assertThat(pauses.get(i)).isBetween(most.multipliedBy(4).dividedBy(5), most);
    }
  }

  @Test
  void what_failed_together_is_one_trouble() {
    TargetState state = troubled(WELL, NOW);
    TargetState again = troubled(state, NOW.plusMillis(20));

    assertThat(again.spell().troubles()).isEqualTo(1);
    assertThat(again.spell().notBefore()).isEqualTo(state.spell().notBefore());
  }

  @Test
  @Tag("F37")
  void the_far_ends_own_wish_is_never_undercut_and_counts_up_to_a_day() {
    Instant hour = wished(Duration.ofHours(1));
    Instant year = wished(Duration.ofDays(365));

    assertThat(hour).isBetween(NOW.plusSeconds(3_600), NOW.plusSeconds(3_601));
    assertThat(year).isBetween(NOW.plusSeconds(86_400), NOW.plusSeconds(86_401));
    assertThat(wished(Duration.ofSeconds(-3))).isAfter(NOW.plusSeconds(3));
    Happened.times("F37", 3, "wishes for a pause");
  }

  private Instant wished(Duration wish) {
    return troubled(WELL, Sign.TROUBLE, wish, NOW).state().spell().notBefore();
  }

  @Test
  @Tag("F38")
  void targets_that_fell_together_are_not_probed_together() {
    Set<Instant> probes = new HashSet<>();
    for (int target = 0; target < 20; target++) {
      probes.add(troubled(TargetState.unknown("agency-" + target), NOW).spell().notBefore());
    }

    assertThat(probes).hasSizeGreaterThan(15);
    assertThat(probes).allMatch(at -> !at.isBefore(NOW.plusSeconds(4)));
    Happened.times("F38", 20, "targets that fell together");
  }

  @Test
  void an_answer_ends_the_trouble_and_the_drain_is_bounded_by_concurrency_alone() {
    TargetState state = troubled(WELL, NOW);
    Instant later = state.spell().notBefore();

    Change well = pace.ended(state, Sign.WELL, Duration.ZERO, later, chance);

    assertThat(well.state()).isEqualTo(WELL);
    assertThat(well.alerts()).isEmpty();
    assertThat(pace.share(well.state(), 0, NOW).max()).isEqualTo(4);
  }

  @Test
  @Tag("F37")
  void an_answer_to_what_was_begun_before_the_trouble_ends_no_pause() {
    TargetState asked = troubled(WELL, Sign.TROUBLE, Duration.ofHours(1), NOW).state();

    Change stale = pace.ended(asked, Sign.WELL, Duration.ZERO, NOW.plusSeconds(2), chance);

    assertThat(stale.state()).isEqualTo(asked);
    assertThat(pace.share(stale.state(), 0, NOW.plusSeconds(2)).max()).isZero();
    Happened.times("F37", 1, "wishes for a pause");
  }

  @Test
  void the_third_refusal_of_our_credentials_in_a_row_is_told_and_its_end_too() {
    List<Alert> alerts = new ArrayList<>();
    TargetState state = WELL;
    Instant now = NOW;
    for (int refusal = 0; refusal < 10; refusal++) {
      Change change = troubled(state, Sign.REFUSAL, Duration.ZERO, now);
      state = change.state();
      now = state.spell().notBefore();
      alerts.addAll(change.alerts());
      assertThat(alerts).hasSize(refusal < 2 ? 0 : 1);
    }
    Change nextDay = troubled(state, Sign.REFUSAL, Duration.ZERO, now.plusSeconds(86_400));
    Instant after = nextDay.state().spell().notBefore();
    Change well = pace.ended(nextDay.state(), Sign.WELL, Duration.ZERO, after, chance);

    assertThat(alerts).extracting(Alert::kind).containsExactly(Alert.Kind.CREDENTIALS_REFUSED);
    assertThat(nextDay.alerts()).hasSize(1);
    assertThat(well.alerts()).extracting(Alert::kind).containsExactly(Alert.Kind.RECOVERED);
    assertThat(well.state().told()).isEmpty();
  }

  @Test
  void an_entry_that_waits_for_three_days_is_told_once_a_day_until_it_is_gone() {
    Instant since = NOW;
    List<Instant> told = new ArrayList<>();
    TargetState state = WELL;
    for (int hour = 0; hour < 24 * 7; hour++) {
      Instant now = NOW.plus(Duration.ofHours(hour));
      Change change = pace.waited(state, Optional.of(since), now);
      state = change.state();
      change.alerts().forEach(alert -> told.add(now));
    }

    assertThat(told).hasSize(4).startsWith(NOW.plus(Duration.ofDays(3)));
    assertThat(pace.waited(state, Optional.empty(), NOW).state().told()).isEmpty();
  }

  @Test
  void a_paused_target_is_only_asked_what_became_of_what_it_got() {
    TargetState paused = WELL.with(new Standing(Mode.PAUSED, NOW, "ops", "works"));

    assertThat(pace.share(paused, 0, NOW).lookUpsOnly()).isTrue();
    assertThat(pace.share(paused, 0, NOW).max()).isEqualTo(4);
  }

  @Test
  void a_target_that_is_off_is_asked_nothing() {
    TargetState off = WELL.with(new Standing(Mode.OFF, NOW, "ops", "wrong address"));

    assertThat(pace.share(off, 0, NOW)).isEqualTo(Share.none(Instant.MAX));
  }

  @Test
  void repetitions_and_probes_are_bounded_and_first_attempts_are_not() {
    TargetState state = WELL;
    for (int i = 0; i < 10; i++) {
      state = pace.claimed(state, 0, 1, NOW);
    }

    Share share = pace.share(state, 0, NOW);

    assertThat(share.repeatsMax()).isZero();
    assertThat(share.max()).isEqualTo(4);
    assertThat(share.again()).isEqualTo(NOW.plusSeconds(6));
    TargetState inTrouble = troubled(state, NOW.minusSeconds(60));
    assertThat(pace.share(inTrouble, 0, NOW)).isEqualTo(Share.none(NOW.plusSeconds(6)));
  }

  @Test
  void a_rate_limit_spaces_what_is_claimed() {
    Pace paced =
        Pace.of(RetryPolicy.DEFAULT, 100, Optional.of(new RateLimit(2, Duration.ofSeconds(1))));

    TargetState after = paced.claimed(WELL, 1, 0, NOW);

    assertThat(paced.share(WELL, 0, NOW).max()).isEqualTo(1);
    assertThat(paced.share(after, 1, NOW)).isEqualTo(Share.none(NOW.plusMillis(500)));
  }
}
