package id.aduan.lapor.deadline;

import static id.aduan.lapor.deadline.Calendars.WIB;
import static id.aduan.lapor.deadline.Calendars.calendarDays;
import static id.aduan.lapor.deadline.Calendars.countingReceiptDay;
import static id.aduan.lapor.deadline.Calendars.office;
import static id.aduan.lapor.deadline.Calendars.on;
import static id.aduan.lapor.deadline.Calendars.workingDays;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.aduan.lapor.deadline.Limit.Unit;
import id.aduan.lapor.faults.Happened;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("C21")
class OfficeDueTest {
  private static final List<Pause> NONE = List.of();

  private final WorkingCalendar calendar = WorkingCalendar.indonesia();
  private final Office office = office(calendar);

  @ParameterizedTest(name = "{0} + {1} working days is {2}, or {3} with joint leave counted")
  @CsvSource(
      textBlock =
          """
          2024-11-26,  3, 2024-12-02, 2024-12-02, FINAL
          2025-08-15,  5, 2025-08-25, 2025-08-22, FINAL
          2025-08-15, 14, 2025-09-08, 2025-09-04, FINAL
          2026-03-13,  3, 2026-03-25, 2026-03-18, FINAL
          2026-03-13,  5, 2026-03-27, 2026-03-23, FINAL
          2026-03-13, 14, 2026-04-10, 2026-04-06, FINAL
          2026-03-13, 60, 2026-06-24, 2026-06-15, FINAL
          2026-05-12,  5, 2026-05-21, 2026-05-20, FINAL
          2026-05-13, 14, 2026-06-09, 2026-06-05, FINAL
          2026-11-23,  3, 2026-11-26, 2026-11-26, FINAL
          2026-11-23,  5, 2026-11-30, 2026-11-30, FINAL
          2026-11-23, 10, 2026-12-07, 2026-12-07, FINAL
          2026-11-23, 14, 2026-12-11, 2026-12-11, FINAL
          2026-11-23, 60, 2027-02-22, 2027-02-18, PROVISIONAL
          2026-12-18, 10, 2027-01-07, 2027-01-06, PROVISIONAL
          2026-12-23,  1, 2026-12-28, 2026-12-24, FINAL
          """)
  @Tag("F51")
  void theLastDayInTimeSkipsHolidaysAndJointLeave(
      String received, int amount, LocalDate due, LocalDate dueIfCounted, Certainty certainty) {
    DueDate off = office.due(workingDays(amount), on(received), NONE);
    DueDate counted =
        office(calendar.countingCutiBersama()).due(workingDays(amount), on(received), NONE);

    assertThat(off.date()).isEqualTo(due);
    assertThat(off.certainty()).isEqualTo(certainty);
    assertThat(counted.date()).isEqualTo(dueIfCounted);
    assertThat(counted.certainty()).isEqualTo(certainty);
    assertThat(off.calendarVersion()).isEqualTo(calendar.version());
    assertThat(counted.calendarVersion()).isNotEqualTo(calendar.version());
    Happened.times("F51", 1, "a day by a calendar with holidays");
  }

  @ParameterizedTest(name = "{0} + {1} is {2} {3}")
  @CsvSource(
      textBlock =
          """
          2025-12-31,    1, 2026-01-02, FINAL
          2024-12-31,    1, 2025-01-02, FINAL
          2023-12-29,    1, 2024-01-02, PROVISIONAL
          2023-12-28,    1, 2023-12-29, PROVISIONAL
          2026-12-31,    1, 2027-01-04, PROVISIONAL
          2027-12-30,    1, 2027-12-31, PROVISIONAL
          2027-12-31,    1, 2028-01-03, PROVISIONAL
          2030-03-29,   14, 2030-04-18, PROVISIONAL
          2027-12-31, 1000, 2031-10-31, PROVISIONAL
          """)
  @Tag("F51")
  void yearsThatAreAnnouncedOrUnknownMakeTheDayProvisional(
      String received, int amount, LocalDate due, Certainty certainty) {
    DueDate found = office.due(workingDays(amount), on(received), NONE);

    assertThat(found.date()).isEqualTo(due);
    assertThat(found.certainty()).isEqualTo(certainty);
    Happened.times("F51", 1, "a day beyond the year that is decreed");
  }

  @ParameterizedTest(name = "{0} in {1}")
  @CsvSource(
      textBlock =
          """
          2026-11-23T16:59:59Z, Asia/Jakarta,   2026-11-24, 2026-11-24T16:59:59Z
          2026-11-23T17:00:00Z, Asia/Jakarta,   2026-11-25, 2026-11-25T16:59:59Z
          2026-11-23T16:59:59Z, Asia/Pontianak, 2026-11-24, 2026-11-24T16:59:59Z
          2026-11-23T15:59:59Z, Asia/Makassar,  2026-11-24, 2026-11-24T15:59:59Z
          2026-11-23T16:00:00Z, Asia/Makassar,  2026-11-25, 2026-11-25T15:59:59Z
          2026-11-23T14:59:59Z, Asia/Jayapura,  2026-11-24, 2026-11-24T14:59:59Z
          2026-11-23T15:00:00Z, Asia/Jayapura,  2026-11-25, 2026-11-25T14:59:59Z
          2026-11-20T17:00:00Z, Asia/Jakarta,   2026-11-23, 2026-11-23T16:59:59Z
          2026-11-22T12:00:00Z, Asia/Jakarta,   2026-11-23, 2026-11-23T16:59:59Z
          """)
  @Tag("F51")
  void theDayOfReceiptAndTheEndOfTheDayAreThoseOfTheAgencysZone(
      Instant received, ZoneId zone, LocalDate due, Instant endOfDay) {
    DueDate found = office(calendar, zone).due(workingDays(1), received, NONE);

    assertThat(found.date()).isEqualTo(due);
    assertThat(found.at()).isEqualTo(endOfDay);
    assertThat(found.zone()).isEqualTo(zone);
    Happened.times("F51", 1, "a day in one of three zones");
  }

  @ParameterizedTest(name = "{0} + {1} {2} days is {3}, or {4} with the day of receipt")
  @CsvSource(
      textBlock =
          """
          2026-11-23,  1, WORKING_DAY,  2026-11-24, 2026-11-23
          2026-11-23,  5, WORKING_DAY,  2026-11-30, 2026-11-27
          2026-11-28,  1, WORKING_DAY,  2026-11-30, 2026-11-30
          2026-12-24,  1, WORKING_DAY,  2026-12-28, 2026-12-28
          2026-11-27,  1, CALENDAR_DAY, 2026-11-28, 2026-11-27
          2026-03-13, 14, CALENDAR_DAY, 2026-03-27, 2026-03-26
          2024-02-28,  1, CALENDAR_DAY, 2024-02-29, 2024-02-28
          2024-02-28,  2, CALENDAR_DAY, 2024-03-01, 2024-02-29
          2026-02-28,  1, CALENDAR_DAY, 2026-03-01, 2026-02-28
          2024-02-28,  2, WORKING_DAY,  2024-03-01, 2024-02-29
          2024-01-01, 366, CALENDAR_DAY, 2025-01-01, 2024-12-31
          """)
  void aSwitchCountsTheDayOfReceipt(
      String received, int amount, Unit unit, LocalDate due, LocalDate dueIfCounted) {
    Limit limit = new Limit(amount, unit);

    assertThat(office.due(limit, on(received), NONE).date()).isEqualTo(due);
    assertThat(countingReceiptDay(office).due(limit, on(received), NONE).date())
        .isEqualTo(dueIfCounted);
  }

  @Test
  void calendarDaysNeedNoDecreeToBeFinal() {
    assertThat(office.due(calendarDays(30), on("2040-01-01"), NONE).certainty())
        .isEqualTo(Certainty.FINAL);
  }

  @ParameterizedTest(name = "{0} to {1}: {2}")
  @CsvSource(
      textBlock =
          """
          # ends on the day on which it begins
          2026-11-24, 2026-11-24, 2026-11-30
          # over one night, over two
          2026-11-24, 2026-11-25, 2026-12-01
          2026-11-24, 2026-11-26, 2026-12-02
          # over a weekend alone
          2026-11-27, 2026-11-29, 2026-11-30
          # from before the start
          2026-11-20, 2026-11-24, 2026-12-01
          # after the end
          2026-11-30, 2026-12-10, 2026-11-30
          # begins on the day before the last, and lasts beyond it
          2026-11-29, 2026-12-10, 2026-12-11
          # from last to first
          2026-11-26, 2026-11-24, 2026-11-30
          """)
  void aPauseMovesTheEndByItsDays(String from, String until, LocalDate due) {
    Pause pause = new Pause(on(from), Optional.of(on(until)));

    assertThat(office.due(workingDays(5), on("2026-11-23"), List.of(pause)).date()).isEqualTo(due);
  }

  @Test
  void overlappingPausesCountOnceInAnyOrder() {
    Pause first = new Pause(on("2026-11-23"), Optional.of(on("2026-11-25")));
    Pause second = new Pause(on("2026-11-24"), Optional.of(on("2026-11-26")));
    Pause within = new Pause(on("2026-11-23"), Optional.of(on("2026-11-24")));

    DueDate due = office.due(workingDays(5), on("2026-11-23"), List.of(second, within, first));

    assertThat(due.date()).isEqualTo(LocalDate.parse("2026-12-03"));
  }

  @Test
  void whileAPauseLastsTheEndStandsAsItDid() {
    Pause over = new Pause(on("2026-11-23"), Optional.of(on("2026-11-24")));
    Pause open = new Pause(on("2026-11-25"), Optional.empty());

    assertThat(office.due(workingDays(5), on("2026-11-23"), List.of(over, open)))
        .isEqualTo(office.due(workingDays(5), on("2026-11-23"), List.of(over)));
  }

  @ParameterizedTest(name = "{0} + {1} {2}")
  @CsvSource(
      textBlock =
          """
          2026-12-24T20:15:30.5Z, 72, CLOCK_HOUR, 2026-12-27T20:15:30.5Z, 2026-12-28
          2026-12-24T20:15:30.5Z,  1, MINUTE,     2026-12-24T20:16:30.5Z, 2026-12-25
          2026-12-31T16:59:30Z,    1, MINUTE,     2026-12-31T17:00:30Z,   2027-01-01
          """)
  void hoursAndMinutesStopNeitherAtNightNorOnHolidays(
      Instant start, int amount, Unit unit, Instant at, LocalDate date) {
    DueDate due = countingReceiptDay(office).due(new Limit(amount, unit), start, NONE);

    assertThat(due).isEqualTo(new DueDate(date, at, WIB, Certainty.FINAL, calendar.version()));
  }

  @Test
  void hoursStandStillForExactlyAsLongAsTheyArePaused() {
    Instant start = Instant.parse("2026-11-23T00:00:00Z");
    Pause tenMinutes =
        new Pause(
            Instant.parse("2026-11-24T01:00:00Z"),
            Optional.of(Instant.parse("2026-11-24T01:10:00Z")));
    Pause sinceBefore =
        new Pause(
            Instant.parse("2026-11-22T00:00:00Z"),
            Optional.of(Instant.parse("2026-11-23T00:00:30Z")));
    Pause after =
        new Pause(
            Instant.parse("2026-11-27T00:00:00Z"),
            Optional.of(Instant.parse("2026-11-28T00:00:00Z")));

    assertThat(
            office
                .due(new Limit(72, Unit.CLOCK_HOUR), start, List.of(after, tenMinutes, sinceBefore))
                .at())
        .isEqualTo("2026-11-26T00:10:30Z");
  }

  @ParameterizedTest
  @CsvSource({
    "0, WORKING_DAY, 'days must be 1 to 1000, not 0'",
    "-1, CALENDAR_DAY, 'days must be 1 to 1000, not -1'",
    "1001, WORKING_DAY, 'days must be 1 to 1000, not 1001'",
    "0, MINUTE, 'a time must be 1 to 100,000, not 0'",
    "100001, CLOCK_HOUR, 'a time must be 1 to 100,000, not 100001'"
  })
  void aLimitOutOfBoundsIsRefused(int amount, Unit unit, String message) {
    assertThatThrownBy(() -> office.due(new Limit(amount, unit), on("2026-01-01"), NONE))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }
}
