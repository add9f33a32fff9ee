package id.aduan.lapor.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("C9")
@Tag("C10")
class TargetPaceTest {
  private static final Instant NOW = Instant.parse("2026-11-23T04:00:00Z");
  private final TargetPace pace = new TargetPace(4);

  @Test
  void a_target_that_is_well_takes_up_to_its_concurrency() {
    pace.begun(3);

    assertThat(pace.room(NOW)).isEqualTo(1);
  }

  @Test
  void a_target_in_trouble_is_left_alone_and_then_probed_by_one_entry() {
    pace.troubled(NOW, RetryPolicy.DEFAULT, Duration.ZERO);

    assertThat(pace.room(NOW.plusMillis(4_999))).isZero();
    assertThat(pace.room(NOW.plusSeconds(5))).isEqualTo(1);
  }

  @Test
  void each_trouble_in_a_row_doubles_the_pause_up_to_five_minutes() {
    Instant now = NOW;
    for (int trouble = 0; trouble < 30; trouble++) {
      pace.troubled(now, RetryPolicy.DEFAULT, Duration.ZERO);
      now = pace.notBefore();
    }

    pace.troubled(now, RetryPolicy.DEFAULT, Duration.ZERO);

    assertThat(Duration.between(now, pace.notBefore())).isEqualTo(Duration.ofMinutes(5));
  }

  @Test
  void the_far_ends_own_wish_counts_up_to_a_day() {
    pace.troubled(NOW, RetryPolicy.DEFAULT, Duration.ofDays(365));

    assertThat(pace.notBefore()).isEqualTo(NOW.plus(Duration.ofDays(1)));
  }

  @Test
  void an_answer_ends_the_trouble() {
    pace.troubled(NOW, RetryPolicy.DEFAULT, Duration.ofHours(1));

    pace.well();

    assertThat(pace.room(NOW)).isEqualTo(4);
  }

  @Test
  void a_target_that_is_attached_again_begins_anew_but_counts_what_is_still_under_way() {
    pace.begun(3);
    pace.troubled(NOW, RetryPolicy.DEFAULT, Duration.ZERO);

    TargetPace renewed = pace.renewed(5);

    assertThat(renewed.room(NOW)).isEqualTo(2);
  }
}
