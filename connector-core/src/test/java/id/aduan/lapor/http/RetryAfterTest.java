package id.aduan.lapor.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("C9")
class RetryAfterTest {
  private static final Instant NOW = Instant.parse("2026-11-25T07:00:00Z");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          0                             | PT0S
          120                           | PT2M
          ' 120 '                       | PT2M
          86400                         | PT24H
          1000000000000                 | PT24H
          99999999999999999999999999999 | PT24H
          Wed, 25 Nov 2026 07:05:00 GMT | PT5M
          Wed, 25 Nov 2026 06:00:00 GMT | PT0S
          Fri, 25 Dec 2026 07:00:00 GMT | PT24H
          """)
  void aWishIsBetweenNothingAndADay(String header, Duration expected) {
    assertThat(RetryAfter.parse(header, NOW)).contains(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-5", "+5", "1.5", "soon", "2026-11-25T07:05:00Z", "1e3", "\u0665"})
  void garbageIsAsGoodAsAbsent(String header) {
    assertThat(RetryAfter.parse(header, NOW)).isEmpty();
  }

  @Test
  void aDateIsMeasuredByTheClockThatWroteIt() {
    HttpReply reply =
        new HttpReply(
            503,
            Map.of(
                "date", "Wed, 25 Nov 2026 09:00:00 GMT",
                "retry-after", "Wed, 25 Nov 2026 09:01:00 GMT"),
            new byte[0]);

    assertThat(RetryAfter.of(reply, NOW)).contains(Duration.ofMinutes(1));
  }
}
