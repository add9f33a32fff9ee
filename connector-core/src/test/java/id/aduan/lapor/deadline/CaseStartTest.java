package id.aduan.lapor.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import id.aduan.lapor.deadline.Clock.Mark;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CaseStartTest {
  private static final Instant ARRIVAL = Instant.parse("2026-11-23T03:00:00Z");

  @ParameterizedTest(name = "the portal said {0}")
  @CsvSource(
      textBlock =
          """
          2026-11-20T01:00:00Z, 2026-11-20T01:00:00Z,
          2026-11-23T03:05:00Z, 2026-11-23T03:00:00Z,
          2026-11-23T03:05:01Z, 2026-11-23T03:00:00Z, START_IN_FUTURE
          2031-01-01T00:00:00Z, 2026-11-23T03:00:00Z, START_IN_FUTURE
          2011-12-31T17:00:00Z, 2011-12-31T17:00:00Z,
          2011-12-31T16:59:59Z, 2026-11-23T03:00:00Z, START_TOO_EARLY
          1970-01-01T00:00:00Z, 2026-11-23T03:00:00Z, START_TOO_EARLY
          ,                     2026-11-23T03:00:00Z, START_MISSING
          """)
  void aTimeThatCannotBeBelievedStartsTheClocksAtTheArrival(
      Instant portal, Instant start, Mark mark) {
    assertThat(CaseStart.of(Optional.ofNullable(portal), ARRIVAL))
        .isEqualTo(new CaseStart(start, Optional.ofNullable(mark)));
  }

  @Test
  void theMarkIsInTheEventAndNoOtherDetailIsTakenForOne() {
    Occurrence event = CaseStart.of(Optional.empty(), ARRIVAL).received();

    assertThat(event.event()).isEqualTo(CaseEvent.RECEIVED);
    assertThat(event.at()).isEqualTo(ARRIVAL);
    assertThat(CaseStart.markOf(event)).contains(Mark.START_MISSING);
    assertThat(CaseStart.markOf(Occurrence.of(CaseEvent.RECEIVED, ARRIVAL))).isEmpty();
    assertThat(
            CaseStart.markOf(
                new Occurrence(CaseEvent.ARRIVED, ARRIVAL, Optional.empty(), "START_MISSING", "")))
        .isEmpty();
  }
}
