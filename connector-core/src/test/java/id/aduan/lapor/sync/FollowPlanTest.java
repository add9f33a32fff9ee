package id.aduan.lapor.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.aduan.lapor.complaint.Status.Stage;
import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.sync.Follow.Phase;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FollowPlanTest {
  private static final Instant NOW = Instant.parse("2026-11-23T04:00:00Z");
  private static final TrackingId ID = new TrackingId("9200001");
  private final FollowPlan plan =
      new FollowPlan(FollowSettings.DEFAULT, new SplittableRandom(20261123));

  private Follow open() {
    return plan.changed(ID, Stage.VERIFIED, NOW);
  }

  @ParameterizedTest
  @CsvSource({
    "UNVERIFIED, OPEN, PT15M",
    "IN_PROGRESS, OPEN, PT15M",
    "UNKNOWN, OPEN, PT15M",
    "CLOSED, CLOSED, P14D",
    "ARCHIVED, CLOSED, P14D",
    "REJECTED, CLOSED, P14D"
  })
  void after_a_change_its_stage_says_when_it_is_read(Stage stage, Phase phase, Duration every) {
    Follow follow = plan.changed(ID, stage, NOW);

    assertThat(follow.phase()).isEqualTo(phase);
    assertThat(follow.every()).isEqualTo(every);
    assertThat(Duration.between(NOW, follow.dueAt()))
        .isBetween(every.multipliedBy(4).dividedBy(5), every.multipliedBy(6).dividedBy(5));
  }

  @Test
  void without_a_change_each_pause_is_twice_the_last_up_to_the_longest() {
    Follow follow = open();
    for (String every : new String[] {"PT30M", "PT1H", "PT2H", "PT4H", "PT8H", "PT12H", "PT12H"}) {
      follow = plan.unchanged(plan.asked(follow, NOW), NOW);
      assertThat(follow.every()).isEqualTo(Duration.parse(every));
    }
  }

  @Test
  void cases_that_changed_together_are_not_read_together() {
    Set<Instant> moments = new HashSet<>();
    for (int i = 0; i < 100; i++) {
      moments.add(open().dueAt());
    }
    assertThat(moments).hasSizeGreaterThan(95);
  }

  @Test
  void a_closed_one_is_read_no_more_after_its_last_reading() {
    Follow closed = plan.changed(ID, Stage.CLOSED, NOW);

    Follow told = plan.unchanged(closed, NOW);
    Follow last = plan.asked(closed, closed.dueAt());
    Follow ended = plan.unchanged(last, closed.dueAt());

    assertThat(told).isEqualTo(closed);
    assertThat(last.phase()).isEqualTo(Phase.LAST);
    assertThat(ended.phase()).isEqualTo(Phase.ENDED);
    assertThat(ended.dueAt()).isEqualTo(Follow.NEVER);
  }

  @Test
  void an_ended_one_that_was_missed_once_and_is_there_is_read_no_more() {
    Follow ended = plan.unchanged(plan.absent(ID, Optional.empty(), NOW), NOW);

    assertThat(ended.phase()).isEqualTo(Phase.ENDED);
    assertThat(ended.dueAt()).isEqualTo(Follow.NEVER);
    assertThat(ended.absentSince()).isEmpty();
  }

  @Test
  void a_closed_one_that_was_missed_once_and_is_there_keeps_its_last_look() {
    Follow closed = plan.changed(ID, Stage.CLOSED, NOW);
    Follow absent = plan.absent(ID, Optional.of(closed), NOW);

    Follow back = plan.unchanged(plan.asked(absent, absent.dueAt()), absent.dueAt());

    assertThat(back.phase()).isEqualTo(Phase.CLOSED);
    assertThat(back.dueAt()).isAfter(NOW.plus(Duration.ofDays(11)));
    assertThat(back.absentSince()).isEmpty();
  }

  @Test
  void once_following_is_off_a_closed_one_is_not_due_for_ever() {
    FollowPlan off = new FollowPlan(FollowSettings.OFF, new SplittableRandom(1));

    Follow after = off.unchanged(plan.changed(ID, Stage.CLOSED, NOW), NOW);

    assertThat(after.dueAt()).isEqualTo(Follow.NEVER);
  }

  @ParameterizedTest(name = "absent for {0}, others told {1} later: {2}")
  @CsvSource({
    "PT59M, PT1M, false",
    "PT61M, PT1M, true",
    "PT61M, PT0S, false",
    "PT61M, -PT1M, false"
  })
  void one_is_gone_when_the_portal_has_said_so_for_long_and_tells_of_others(
      Duration absent, Duration told, boolean gone) {
    Follow follow = plan.absent(ID, Optional.of(open()), NOW);

    assertThat(plan.isGone(follow, Optional.of(NOW.plus(told)), NOW.plus(absent))).isEqualTo(gone);
    assertThat(plan.isGone(follow, Optional.empty(), NOW.plus(absent))).isFalse();
    assertThat(plan.isGone(open(), Optional.of(NOW.plus(told)), NOW.plus(absent))).isFalse();
  }

  @Test
  void pauses_that_shrink_are_refused() {
    Duration hour = Duration.ofHours(1);
    assertThatThrownBy(() -> new FollowSettings(true, hour, hour.dividedBy(2), hour, hour, 50))
        .hasMessageContaining("PT1H is more than PT30M");
  }
}
