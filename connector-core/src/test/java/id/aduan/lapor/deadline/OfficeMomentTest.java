package id.aduan.lapor.deadline;

import static id.aduan.lapor.deadline.Calendars.WIB;
import static id.aduan.lapor.deadline.Calendars.office;
import static id.aduan.lapor.deadline.Calendars.on;
import static id.aduan.lapor.deadline.Calendars.workingDays;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.aduan.lapor.deadline.Limit.Unit;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OfficeMomentTest {
  private final Office office = office(WorkingCalendar.indonesia());

  /** Open 07:30 to 16:00: half of a day is 11:45, four fifths 14:18. */
  @ParameterizedTest(name = "{2} % of {0} {1} from Monday 2026-11-23")
  @CsvSource(
      textBlock =
          """
          # one day: the Tuesday
           1, WORKING_DAY,    0, 2026-11-24T07:30
           1, WORKING_DAY,   50, 2026-11-24T11:45
           1, WORKING_DAY,   80, 2026-11-24T14:18
           1, WORKING_DAY,  100, 2026-11-25T07:30
           1, WORKING_DAY,  150, 2026-11-25T11:45
          # five days: Tuesday to Monday
           5, WORKING_DAY,   50, 2026-11-26T11:45
           5, WORKING_DAY,   80, 2026-11-30T07:30
           5, WORKING_DAY,  100, 2026-12-01T07:30
           5, WORKING_DAY,  120, 2026-12-02T07:30
          14, WORKING_DAY,   50, 2026-12-03T07:30
          14, WORKING_DAY,   80, 2026-12-09T09:12
          # calendar days: the fifth is Saturday, the sixth Sunday, the seventh Monday
           5, CALENDAR_DAY,  50, 2026-11-26T11:45
           5, CALENDAR_DAY,  80, 2026-11-27T07:30
           5, CALENDAR_DAY,  90, 2026-11-27T11:45
           7, CALENDAR_DAY,  80, 2026-11-30T07:30
           5, CALENDAR_DAY, 100, 2026-11-30T07:30
           5, CALENDAR_DAY, 120, 2026-12-01T07:30
           7, CALENDAR_DAY, 100, 2026-12-01T07:30
          """)
  void ofDaysItLiesWithinTheHours(int amount, Unit unit, int percent, LocalDateTime moment) {
    assertThat(office.moment(new Limit(amount, unit), on("2026-11-23"), List.of(), percent))
        .isEqualTo(moment.atZone(WIB).toInstant());
  }

  @ParameterizedTest
  @CsvSource({
    "50, 2026-11-27T11:45",
    "100, 2026-12-02T07:30",
    "120, 2026-12-03T07:30",
    // The 3rd of December is paused, too.
    "140, 2026-12-07T07:30"
  })
  void pausedDaysMoveIt(int percent, LocalDateTime moment) {
    Pause early = new Pause(on("2026-11-23"), Optional.of(on("2026-11-24")));
    Pause late = new Pause(on("2026-12-03"), Optional.of(on("2026-12-04")));

    assertThat(office.moment(workingDays(5), on("2026-11-23"), List.of(late, early), percent))
        .isEqualTo(moment.atZone(WIB).toInstant());
  }

  /** One calendar day from a Friday on, which ends on the Saturday. */
  @ParameterizedTest(name = "from {0}")
  @CsvSource(
      textBlock =
          """
          2026-11-27T08:00, 2026-11-27T11:45
          2026-11-27T15:00, 2026-11-27T15:00
          2026-11-27T17:00, 2026-11-30T07:30
          """)
  void aWarningBeforeAWeekendComesInTime(LocalDateTime start, LocalDateTime moment) {
    Instant from = start.atZone(WIB).toInstant();

    assertThat(office.moment(new Limit(1, Unit.CALENDAR_DAY), from, List.of(), 50))
        .isEqualTo(moment.atZone(WIB).toInstant());
  }

  @ParameterizedTest
  @CsvSource({
    "72, CLOCK_HOUR, 50, 2026-12-26T12:00:00Z",
    "72, CLOCK_HOUR, 100, 2026-12-28T00:00:00Z",
    "1, MINUTE, 80, 2026-12-25T00:00:48Z",
    "1, MINUTE, 200, 2026-12-25T00:02:00Z"
  })
  void ofHoursAndMinutesItIsExact(int amount, Unit unit, int percent, Instant moment) {
    Instant start = Instant.parse("2026-12-25T00:00:00Z");

    assertThat(office.moment(new Limit(amount, unit), start, List.of(), percent)).isEqualTo(moment);
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 1001})
  void aPartOutOfBoundsIsRefused(int percent) {
    assertThatThrownBy(() -> office.moment(workingDays(1), on("2026-11-23"), List.of(), percent))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("percent must be 0 to 1000, not " + percent);
  }

  @ParameterizedTest(name = "{0}: next {1}")
  @CsvSource(
      textBlock =
          """
          2026-11-23T07:29:59, 2026-11-23T07:30
          2026-11-23T07:30:00, 2026-11-23T07:30
          2026-11-23T15:59:59, 2026-11-23T15:59:59
          2026-11-23T16:00:00, 2026-11-24T07:30
          2026-11-27T23:59:59, 2026-11-30T07:30
          2026-11-28T00:00:00, 2026-11-30T07:30
          2026-11-28T12:00:00, 2026-11-30T07:30
          2026-12-24T08:00:00, 2026-12-28T07:30
          2026-12-31T16:00:00, 2027-01-04T07:30
          """)
  void theNextOpeningIsNowWhileItIsOpen(LocalDateTime at, LocalDateTime next) {
    Instant instant = at.atZone(WIB).toInstant();
    Instant expected = next.atZone(WIB).toInstant();

    assertThat(office.nextOpening(instant)).isEqualTo(expected);
    assertThat(office.isOpen(instant)).isEqualTo(at.equals(next));
    assertThat(office.isOpen(expected)).isTrue();
  }
}
