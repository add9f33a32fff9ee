package id.aduan.lapor.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import id.aduan.lapor.faults.Happened;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("C21")
class OnwardTimeTest {
  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
  private Instant machine = NOON;
  private long nanos = -77;
  private final OnwardTime time = new OnwardTime(() -> machine, () -> nanos);

  private Instant after(Duration passed) {
    machine = machine.plus(passed);
    nanos += passed.toNanos();
    return time.instant();
  }

  @Test
  void it_goes_with_the_clock_below_it() {
    assertThat(time.instant()).isEqualTo(NOON);
    assertThat(after(Duration.ofSeconds(9))).isEqualTo(NOON.plusSeconds(9));
  }

  @Test
  @Tag("F49")
  void a_clock_that_is_put_ahead_is_followed() {
    time.instant();
    machine = machine.plus(Duration.ofDays(1));

    assertThat(after(Duration.ZERO)).isEqualTo(NOON.plus(Duration.ofDays(1)));
    Happened.times("F49", 1, "a clock put a day ahead");
  }

  @Test
  @Tag("F49")
  void after_a_clock_was_put_back_what_is_due_in_five_minutes_is_due_in_ten() {
    time.instant();
    machine = machine.minus(Duration.ofDays(1));

    assertThat(after(Duration.ZERO)).isEqualTo(NOON);
    assertThat(after(Duration.ofMinutes(10))).isEqualTo(NOON.plus(Duration.ofMinutes(5)));
    Happened.times("F49", 1, "a clock put back by a day");
  }

  @Test
  @Tag("F49")
  void the_two_agree_again_in_the_end() {
    time.instant();
    machine = machine.minusSeconds(60);

    after(Duration.ofSeconds(60));
    assertThat(after(Duration.ofSeconds(90))).isEqualTo(machine);
    assertThat(after(Duration.ofSeconds(1))).isEqualTo(machine);
    Happened.times("F49", 1, "a clock put back by a minute");
  }

  @Test
  void only_the_machines_own_clock_is_taken_so() {
    assertThat(World.of(InstantSource.system(), new Random(1)).time())
        .isInstanceOf(OnwardTime.class);
    assertThat(World.of(() -> NOON, new Random(1)).time()).isNotInstanceOf(OnwardTime.class);
  }
}
