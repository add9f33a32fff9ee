package id.aduan.lapor.deadline;

import static id.aduan.lapor.deadline.Calendars.shipped;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.aduan.lapor.deadline.DayOff.Kind;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WorkingCalendarTest {
  private static final LocalDate SATURDAY = LocalDate.parse("2026-11-28");

  private final WorkingCalendar calendar = WorkingCalendar.indonesia();

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
    assertThat(daysOf(year).filter(calendar::isWorkingDay)).hasSize(off);
    assertThat(daysOf(year).filter(calendar.countingCutiBersama()::isWorkingDay)).hasSize(counted);
  }

  private static Stream<LocalDate> daysOf(int year) {
    LocalDate first = LocalDate.of(year, 1, 1);
    return first.datesUntil(first.plusYears(1));
  }

  @Test
  void allDaysOfTheDecreesAreThere() {
    List<DayOff> national =
        LocalDate.of(2024, 1, 1)
            .datesUntil(LocalDate.of(2028, 1, 1))
            .flatMap(day -> calendar.dayOff(day).stream())
            .filter(day -> day.kind() != Kind.WEEKEND)
            .toList();

    assertThat(national).hasSize(108);
    assertThat(national).filteredOn(day -> day.kind() == Kind.CUTI_BERSAMA).hasSize(37);
    assertThat(national).allSatisfy(day -> assertThat(day.basis()).containsAnyOf("SKB", "Keppres"));
  }

  @Test
  void aDayAddedLateNamesItsOwnDecree() {
    assertThat(calendar.dayOff(LocalDate.parse("2025-08-18")))
        .get()
        .satisfies(day -> assertThat(day.kind()).isEqualTo(Kind.CUTI_BERSAMA))
        .satisfies(day -> assertThat(day.basis()).contains("added late"));
  }

  @Test
  void anOfficeMayWorkSixDaysOrAnyOthers() {
    WorkingCalendar sixDays =
        shipped(draft -> draft.weekdays(EnumSet.complementOf(EnumSet.of(DayOfWeek.SUNDAY))));
    WorkingCalendar weekendShift =
        shipped(draft -> draft.weekdays(EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY)));

    assertThat(sixDays.isWorkingDay(SATURDAY)).isTrue();
    assertThat(sixDays.isWorkingDay(SATURDAY.plusDays(1))).isFalse();
    assertThat(weekendShift.isWorkingDay(SATURDAY)).isTrue();
    assertThat(weekendShift.dayOff(SATURDAY.plusDays(2)))
        .contains(new DayOff(SATURDAY.plusDays(2), Kind.WEEKEND, "Senin", "CAL-03"));
  }

  @Test
  void anOfficesOwnDayOffStaysOneWhereJointLeaveCounts() {
    LocalDate jointLeave = LocalDate.parse("2026-12-24");
    DayOff own = new DayOff(jointLeave, Kind.OFFICE, "Hari jadi kabupaten", "Perbup 1/2026");
    WorkingCalendar counted = shipped(draft -> draft.off(own)).countingCutiBersama();

    assertThat(calendar.countingCutiBersama().isWorkingDay(jointLeave)).isTrue();
    assertThat(counted.dayOff(jointLeave)).contains(own);
  }

  @Test
  void whatIsSaidLaterOfADayStands() {
    LocalDate day = LocalDate.parse("2026-11-24");
    DayOff off = new DayOff(day, Kind.HOLIDAY, "Libur", "Keppres 41/2026");
    WorkingCalendar offAfterAll =
        shipped(
            draft -> {
              draft.working(day);
              draft.off(off);
            });
    WorkingCalendar worksAfterAll =
        shipped(
            draft -> {
              draft.off(off);
              draft.working(day);
            });

    assertThat(offAfterAll.dayOff(day)).contains(off);
    assertThat(worksAfterAll.isWorkingDay(day)).isTrue();
  }

  @Test
  void theVersionNamesTheLabelAndTheContent() {
    assertThat(calendar.version()).isEqualTo("id-2026-09-17~918f48a7");
    assertThat(WorkingCalendar.indonesia().version()).isEqualTo(calendar.version());
  }

  @Test
  void calendarsThatDifferInAnythingHaveDifferentVersions() {
    LocalDate day = LocalDate.parse("2026-11-24");
    DayOff off = new DayOff(day, Kind.HOLIDAY, "Libur", "Keppres 41/2026");

    assertThat(
            List.of(
                calendar.version(),
                calendar.countingCutiBersama().version(),
                shipped(draft -> draft.off(off)).version(),
                shipped(draft -> draft.off(new DayOff(day, Kind.OFFICE, "Libur", ""))).version(),
                shipped(draft -> draft.working(SATURDAY)).version(),
                shipped(draft -> draft.clearYear(2026, true)).version(),
                shipped(draft -> draft.weekdays(EnumSet.of(DayOfWeek.MONDAY))).version()))
        .doesNotHaveDuplicates()
        .allMatch(version -> version.startsWith("id-2026-09-17~"));
  }

  @Test
  void theOrderInWhichDaysWereSaidChangesNothing() {
    LocalDate first = LocalDate.parse("2028-01-01");
    DayOff a = new DayOff(first, Kind.HOLIDAY, "Tahun Baru", "SKB");
    DayOff b = new DayOff(first.plusDays(3), Kind.HOLIDAY, "Libur", "SKB");
    WorkingCalendar oneWay = shipped(draft -> List.of(a, b).forEach(draft::off));
    WorkingCalendar otherWay = shipped(draft -> List.of(b, a).forEach(draft::off));

    assertThat(oneWay).isEqualTo(otherWay).hasSameHashCodeAs(otherWay).isNotEqualTo(calendar);
  }

  @Test
  void aCalendarReadsBackWhatItWrote() {
    WorkingCalendar own =
        shipped(
                draft -> {
                  draft.label("bintan");
                  draft.weekdays(EnumSet.of(DayOfWeek.MONDAY, DayOfWeek.SATURDAY));
                  draft.working(SATURDAY);
                })
            .countingCutiBersama();

    WorkingCalendar read = WorkingCalendar.fromJson(own.toJson());

    assertThat(read).isEqualTo(own);
    assertThat(read.version()).startsWith("id-2026-09-17+bintan~");
    assertThat(daysOf(2026)).allMatch(day -> read.dayOff(day).equals(own.dayOff(day)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{}",
        "[]",
        "{\"version\":\"v\",\"label\":\"l\"}",
        "{\"version\":\"v\",\"label\":\"l\",\"data\":{\"weekdays\":[],\"cutiBersamaCounts\":false,"
            + "\"officialYears\":[],\"daysOff\":[],\"workingDays\":[]}}"
      })
  void whatIsNoCalendarIsRefused(String json) {
    byte[] bytes = json.getBytes(java.nio.charset.StandardCharsets.UTF_8);

    assertThatThrownBy(() -> WorkingCalendar.fromJson(bytes))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
