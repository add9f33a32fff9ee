package id.aduan.lapor.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("C12")
class ParkedFilterTest {
  private static ParkedFilter filter(
      @Nullable String target,
      @Nullable String code,
      @Nullable String since,
      @Nullable String until) {
    return new ParkedFilter(
        Optional.ofNullable(target),
        Optional.ofNullable(code),
        Optional.ofNullable(since).map(Instant::parse),
        Optional.ofNullable(until).map(Instant::parse));
  }

  @ParameterizedTest
  @CsvSource({
    "'',,,",
    "Dishub,,,",
    "'a b',,,",
    ",'',,",
    ",'a b',,",
    ",,1969-12-31T23:59:59Z,",
    ",,,+10000-01-01T00:00:00Z",
    ",,-1000000000-01-01T00:00:00Z,",
    ",,,+1000000000-12-31T23:59:59Z",
    ",,2026-12-02T00:00:00Z,2026-12-01T00:00:00Z"
  })
  void what_is_no_filter_is_never_taken_for_everything(
      @Nullable String target,
      @Nullable String code,
      @Nullable String since,
      @Nullable String until) {
    assertThatThrownBy(() -> filter(target, code, since, until))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContainingAny("Dishub", "a b");
  }

  @Test
  void the_bounds_themselves_are_filters() {
    assertThatCode(
            () ->
                filter(
                    "portal-read",
                    "event.id_reused",
                    "1970-01-01T00:00:00Z",
                    "9999-12-31T23:59:59.999Z"))
        .doesNotThrowAnyException();
    assertThat(filter(null, null, null, null)).isEqualTo(ParkedFilter.ALL);
  }
}
