package id.aduan.lapor.sync;

import static org.assertj.core.api.Assertions.assertThat;

import id.aduan.lapor.faults.Happened;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Since when news may be missing is told, and a gap is filled. */
@Tag("C5")
class GapTest extends CareRig {
  @ParameterizedTest
  @ValueSource(strings = {"PT72H", "P40D"})
  void a_gap_of_any_length_is_told_and_filled(Duration outage) {
    know(portal.files());
    Instant last = now;
    downUntil = now.plus(outage);
    while (now.isBefore(downUntil)) {
      now = now.plus(outage.dividedBy(60));
      if (portal.rows.size() % 2 == 0) {
        portal.changes("9200000");
      }
      portal.files();
      poll.pollOnce();
    }
    assertThat(gap().since()).isEqualTo(last);
    assertThat(gap().seconds()).isGreaterThanOrEqualTo(outage.toSeconds());

    for (int i = 0; i < 2; i++) { // two intervals: the list has several pages
      poll.pollOnce();
      now = now.plus(Duration.ofMinutes(1));
    }

    portal.rows.forEach((id, row) -> assertThat(find(id)).isEqualTo(row.state.complaint()));
    assertThat(gap().seconds()).isLessThanOrEqualTo(120);
  }

  @Test
  @Tag("F58")
  void what_the_portal_dates_into_the_future_hides_nothing() {
    String ahead = portal.files();
    know(ahead);
    Instant real = now;
    now = real.plus(Duration.ofHours(8)); // the portal's clock only: nothing of ours runs
    portal.changes(ahead);
    now = real.plusSeconds(60);
    poll.pollOnce();
    String after = portal.files();
    now = now.plusSeconds(60);

    poll.pollOnce();

    assertThat(find(after)).isNotNull();
    Happened.times("F58", 1, "a change dated into the future");
  }

  @Test
  @Tag("F58")
  void polls_reach_back_twice_as_far_as_anything_appeared_late() {
    know(portal.files());
    now = now.plus(Duration.ofHours(2));
    String late = portal.files();
    portal.row(late).shownFrom = now.plus(Duration.ofMinutes(9));
    now = now.plus(Duration.ofMinutes(8));
    portal.changes("9200000");
    poll.pollOnce();
    now = now.plus(Duration.ofMinutes(2));

    poll.pollOnce();

    assertThat(find(late)).isNotNull();
    assertThat(lateness()).isEqualTo(Duration.ofMinutes(8));
    assertThat(PollSettings.DEFAULT.overlap(lateness())).isEqualTo(Duration.ofMinutes(16));
    assertThat(PollSettings.DEFAULT.overlap(Duration.ZERO)).isEqualTo(Duration.ofMinutes(10));
    assertThat(PollSettings.DEFAULT.overlap(Duration.ofDays(9))).isEqualTo(Duration.ofDays(2));
    Happened.times("F58", 1, "a change that appeared late");
  }

  @Test
  void how_late_something_appeared_is_forgotten_after_a_week_without_another() {
    note(Duration.ofHours(5));
    now = now.plus(Duration.ofDays(6));
    note(Duration.ofMinutes(1));
    now = now.plus(Duration.ofDays(6));
    assertThat(lateness()).isEqualTo(Duration.ofHours(5));
    now = now.plus(Duration.ofDays(1));
    assertThat(lateness()).isZero();
  }

  private void note(Duration late) {
    boolean unused =
        store.inTransaction(
            tx -> {
              Lateness.note(store, tx, late, now);
              return true;
            });
  }

  @Test
  void a_portal_without_a_list_is_not_polled() throws Exception {
    with(false);

    poll.pollOnce();
    poll.pollOnce();

    assertThat(calls).isZero();
    assertThat(gaps()).isEmpty();
  }

  private Gaps.Gap gap() {
    return gaps().stream().filter(it -> it.source().equals(Gaps.LIST)).findFirst().orElseThrow();
  }
}
