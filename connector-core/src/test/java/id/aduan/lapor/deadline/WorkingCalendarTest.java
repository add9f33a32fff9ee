package id.aduan.lapor.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.aduan.lapor.deadline.DayOff.Kind;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkingCalendarTest {

  private static final ZoneId WIB = ZoneId.of("Asia/Jakarta");

  private final WorkingCalendar calendar = WorkingCalendar.indonesia();

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
  void theLastDayInTimeSkipsHolidaysAndJointLeave(
      LocalDate received,
      int workingDays,
      LocalDate due,
      LocalDate dueIfCounted,
      Certainty certainty) {
    DueDate off = calendar.dueDate(received, WIB, workingDays);
    DueDate counted = calendar.countingCutiBersama().dueDate(received, WIB, workingDays);

    assertThat(off.date()).isEqualTo(due);
    assertThat(off.certainty()).isEqualTo(certainty);
    assertThat(counted.date()).isEqualTo(dueIfCounted);
    assertThat(counted.certainty()).isEqualTo(certainty);
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          2024, 238, 248
          2025, 237, 248
          2026, 240, 248
          2027, 242, 250
          """)
  void aYearHasItsNumberOfWorkingDays(int year, int off, int counted) {
    LocalDate first = LocalDate.of(year, 1, 1);

    assertThat(first.datesUntil(first.plusYears(1)).filter(calendar::isWorkingDay)).hasSize(off);
    assertThat(
            first
                .datesUntil(first.plusYears(1))
                .filter(calendar.countingCutiBersama()::isWorkingDay))
        .hasSize(counted);
  }

  @ParameterizedTest(name = "{0} + {1} is {2} {3}")
  @CsvSource(
      textBlock =
          """
          2025-12-31,  1, 2026-01-02, FINAL
          2024-12-31,  1, 2025-01-02, FINAL
          2023-12-29,  1, 2024-01-02, PROVISIONAL
          2023-12-28,  1, 2023-12-29, PROVISIONAL
          2026-12-31,  1, 2027-01-04, PROVISIONAL
          2027-12-30,  1, 2027-12-31, PROVISIONAL
          2027-12-31,  1, 2028-01-03, PROVISIONAL
          2030-03-29, 14, 2030-04-18, PROVISIONAL
          """)
  void yearsThatAreAnnouncedOrUnknownMakeTheDayProvisional(
      LocalDate received, int workingDays, LocalDate due, Certainty certainty) {
    DueDate found = calendar.dueDate(received, WIB, workingDays);

    assertThat(found.date()).isEqualTo(due);
    assertThat(found.certainty()).isEqualTo(certainty);
  }

  @ParameterizedTest(name = "{0} in {1}")
  @CsvSource(
      textBlock =
          """
          2026-11-23T16:59:59Z, Asia/Jakarta,  2026-11-23, 2026-11-24, 2026-11-24T16:59:59Z
          2026-11-23T17:00:00Z, Asia/Jakarta,  2026-11-24, 2026-11-25, 2026-11-25T16:59:59Z
          2026-11-23T15:59:59Z, Asia/Makassar, 2026-11-23, 2026-11-24, 2026-11-24T15:59:59Z
          2026-11-23T16:00:00Z, Asia/Makassar, 2026-11-24, 2026-11-25, 2026-11-25T15:59:59Z
          2026-11-23T14:59:59Z, Asia/Jayapura, 2026-11-23, 2026-11-24, 2026-11-24T14:59:59Z
          2026-11-23T15:00:00Z, Asia/Jayapura, 2026-11-24, 2026-11-25, 2026-11-25T14:59:59Z
          2026-11-20T17:00:00Z, Asia/Jakarta,  2026-11-21, 2026-11-23, 2026-11-23T16:59:59Z
          2026-11-22T12:00:00Z, Asia/Jakarta,  2026-11-22, 2026-11-23, 2026-11-23T16:59:59Z
          """)
  void theDayOfReceiptAndTheEndOfTheDayAreThoseOfTheAgencysZone(
      Instant received, ZoneId zone, LocalDate receivedOn, LocalDate due, Instant endOfDay) {
    DueDate found = calendar.dueDate(received, zone, 1);

    assertThat(found.date()).isEqualTo(due);
    assertThat(found.at()).isEqualTo(endOfDay);
    assertThat(found.zone()).isEqualTo(zone);
  }

  @Test
  void aDueDateExplainsEachDayThatDidNotCount() {
    DueDate due = calendar.dueDate(LocalDate.parse("2026-05-12"), WIB, 5);

    assertThat(due.calendarVersion()).isEqualTo("id-2026-09-17");
  }

  @Test
  void aDayAddedLateNamesItsOwnDecree() {
    assertThat(calendar.dayOff(LocalDate.parse("2025-08-18")))
        .get()
        .satisfies(day -> assertThat(day.kind()).isEqualTo(Kind.CUTI_BERSAMA))
        .satisfies(day -> assertThat(day.basis()).contains("added late"));
  }

  @Test
  void theVersionTellsWhetherJointLeaveCounts() {
    assertThat(calendar.countingCutiBersama().version())
        .isEqualTo("id-2026-09-17+cuti-bersama-counts");
  }

  @ParameterizedTest
  @CsvSource({"0", "-1", "1001"})
  void aLimitOutOfBoundsIsRefused(int workingDays) {
    LocalDate day = LocalDate.of(2026, 1, 1);

    assertThatThrownBy(() -> calendar.dueDate(day, WIB, workingDays))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            String.format(Locale.ROOT, "working days must be 1 to 1000, not %d", workingDays));
  }
}
