package id.aduan.lapor.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

@Tag("C10")
class TokenBucketTest {
  private static final Instant NOW = Instant.parse("2026-11-23T04:00:00Z");

  /** Whoever takes all there is, whenever, never has more than the limit in any span. */
  @Property
  void no_span_holds_more_calls_than_the_limit(
      @ForAll @IntRange(min = 1, max = 500) int callsMax,
      @ForAll @IntRange(min = 1, max = 120) int seconds,
      @ForAll @Size(min = 1, max = 200) List<@IntRange(min = 0, max = 5_000) Integer> waits) {
    Duration per = Duration.ofSeconds(seconds);
    TokenBucket bucket = new RateLimit(callsMax, per).bucket();
    Deque<Instant> begun = new ArrayDeque<>();
    Instant now = NOW;
    long fullAt = 0;
    for (int wait : waits) {
      now = now.plusMillis(wait);
      int free = bucket.free(fullAt, now);
      fullAt = bucket.taken(fullAt, free, now);
      for (int i = 0; i < free; i++) {
        begun.add(now);
      }
      Instant from = now.minus(per);
      begun.removeIf(at -> !at.isAfter(from));

      assertThat(begun.size()).isLessThanOrEqualTo(callsMax);
    }
  }

  @Property
  void what_is_empty_has_a_token_at_the_time_it_tells_and_not_before(
      @ForAll @IntRange(min = 1, max = 500) int callsMax,
      @ForAll @LongRange(min = 0, max = 3_600_000_000L) long fullAfterMicros) {
    TokenBucket bucket = new RateLimit(callsMax, Duration.ofMinutes(1)).bucket();
    long fullAt = NOW.toEpochMilli() * 1_000 + fullAfterMicros;

    Instant free = bucket.freeAt(fullAt, NOW);

    assertThat(bucket.free(fullAt, NOW) > 0).isEqualTo(free.equals(NOW));
    if (free.isAfter(NOW) && fullAfterMicros <= bucket.burst() * bucket.microsPerToken()) {
      assertThat(bucket.free(fullAt, free)).isPositive();
      assertThat(bucket.free(fullAt, free.minusNanos(1_000))).isZero();
    }
  }

  @Property
  void a_clock_that_was_put_back_costs_no_more_than_one_full_bucket(
      @ForAll @IntRange(min = 1, max = 500) int callsMax) {
    TokenBucket bucket = new RateLimit(callsMax, Duration.ofSeconds(1)).bucket();
    long fullAt = bucket.taken(0, bucket.burst(), NOW.plusSeconds(86_400));

    Instant free = bucket.freeAt(fullAt, NOW);

    assertThat(Duration.between(NOW, free)).isLessThanOrEqualTo(Duration.ofSeconds(1));
  }

  @Property
  void a_share_of_the_first_attempts_is_earned_for_repetitions(
      @ForAll @IntRange(min = 0, max = 100) int percent) {
    RetryBudget budget = new RetryBudget(percent, 10);
    TokenBucket bucket = budget.bucket();
    long spent = bucket.taken(0, 10, NOW);

    long earned = bucket.put(spent, budget.earned(100), NOW);

    assertThat(bucket.free(spent, NOW)).isZero();
    assertThat(bucket.free(earned, NOW)).isEqualTo(Math.min(10, percent));
  }
}
