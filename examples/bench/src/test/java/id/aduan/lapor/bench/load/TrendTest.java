package id.aduan.lapor.bench.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import id.aduan.lapor.bench.load.Trend.Point;
import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TrendTest {
  /** So many values of a figure that is read every ten seconds. */
  private static Trend of(int values, IntToDoubleFunction figure) {
    return Trend.of(
        IntStream.range(0, values)
            .mapToObj(i -> new Point(i / 360.0, figure.applyAsDouble(i)))
            .toList());
  }

  @Test
  void a_figure_that_rises_all_the_time_grows() {
    Trend trend = of(48, i -> 300 + 0.5 * i);

    assertThat(trend.slopePerHour()).isCloseTo(180, within(1e-6));
    assertThat(trend.grows(0.01, 0.03, 0)).isTrue();
  }

  @Test
  void one_that_falls_or_stays_does_not() {
    assertThat(of(48, i -> 300 - 0.5 * i).grows(0.01, 0.03, 0)).isFalse();
    assertThat(of(48, i -> 300).z()).isZero();
    assertThat(of(48, i -> 300).grows(0.01, 0.03, 0)).isFalse();
  }

  @Test
  void one_that_goes_up_and_down_by_chance_does_not() {
    SplittableRandom chance = new SplittableRandom(2101);

    assertThat(of(48, i -> 300 + 40 * chance.nextDouble()).grows(0.01, 0, 0)).isFalse();
  }

  @Test
  void a_leak_is_seen_through_what_goes_up_and_down() {
    SplittableRandom chance = new SplittableRandom(2101);

    assertThat(of(2_880, i -> 300 + 40 * chance.nextDouble() + i / 72.0).grows(0.01, 0.03, 0))
        .isTrue();
  }

  @Test
  void two_percent_an_hour_are_too_much_in_hours_and_are_not_told_from_nothing_in_minutes() {
    IntToDoubleFunction figure = i -> 300 * (1 + 0.02 * i / 360.0);

    assertThat(of(2_700, figure).grows(0.01, 0.03, 0)).isTrue();
    assertThat(of(48, figure).grows(0.01, 0.03, 0)).isFalse();
  }

  @Test
  void a_small_rise_in_all_is_always_allowed() {
    assertThat(of(48, i -> i < 24 ? 1 : 2).grows(0.01, 0.03, 0)).isTrue();
    assertThat(of(48, i -> i < 24 ? 1 : 2).grows(0.01, 0.03, 2)).isFalse();
  }

  @Test
  void so_few_values_have_no_trend() {
    assertThatIllegalArgumentException().isThrownBy(() -> of(3, i -> i));
  }
}
