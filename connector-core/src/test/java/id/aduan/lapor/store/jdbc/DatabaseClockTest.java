package id.aduan.lapor.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("C21")
class DatabaseClockTest {
  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
  private final AtomicLong nanos = new AtomicLong(-77);
  private final DatabaseClock clock = new DatabaseClock(nanos::get);

  private void set(Instant time) {
    clock.set(time.getEpochSecond() * 1_000_000 + time.getNano() / 1_000);
  }

  private Instant after(Duration passed) {
    nanos.addAndGet(passed.toNanos());
    return clock.instant();
  }

  @Test
  void it_shows_the_databases_time_and_goes_on_by_itself() {
    set(NOON);

    assertThat(after(Duration.ZERO)).isEqualTo(NOON);
    assertThat(after(Duration.ofSeconds(9))).isEqualTo(NOON.plusSeconds(9));
  }

  @Test
  void a_database_that_jumps_ahead_is_followed() {
    set(NOON);
    after(Duration.ofSeconds(1));
    set(NOON.plusSeconds(3_600));

    assertThat(after(Duration.ZERO)).isEqualTo(NOON.plusSeconds(3_600));
  }

  @Test
  void a_database_that_goes_back_makes_it_slow_and_never_go_back() {
    set(NOON);
    assertThat(after(Duration.ofSeconds(100))).isEqualTo(NOON.plusSeconds(100));
    set(NOON.plusSeconds(40));

    assertThat(after(Duration.ZERO)).isEqualTo(NOON.plusSeconds(100));
    assertThat(after(Duration.ofSeconds(60))).isEqualTo(NOON.plusSeconds(130));
    assertThat(after(Duration.ofSeconds(60))).isEqualTo(NOON.plusSeconds(160));
    assertThat(after(Duration.ofSeconds(60))).isEqualTo(NOON.plusSeconds(220));
  }
}
