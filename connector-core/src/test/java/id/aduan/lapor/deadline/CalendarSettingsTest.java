package id.aduan.lapor.deadline;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import id.aduan.lapor.complaint.AgencyKind;
import id.aduan.lapor.deadline.DayOff.Kind;
import id.aduan.lapor.yaml.Problem;
import id.aduan.lapor.yaml.Problems;
import id.aduan.lapor.yaml.YamlFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CalendarSettingsTest {
  @TempDir private Path folder;

  private final CalendarSettings national = CalendarSettings.national();
  private final Problems problems = new Problems();
  private final List<Problem> notices = new ArrayList<>();

  @Test
  void whatIsNotSaidStays() {
    assertThat(read(national, "{}")).isEqualTo(national);
    assertThat(national.office(AgencyKind.OPD))
        .isEqualTo(
            new Office(
                AgencyKind.OPD,
                WorkingCalendar.indonesia(),
                ZoneId.of("Asia/Jakarta"),
                OfficeHours.USUAL,
                false));
  }

  @Test
  void aSectionSaysHowAnOfficeCounts() {
    Office office =
        read(
                national,
                """
                zone: Asia/Makassar
                hours: {opens: 08:00, closes: "14:30"}
                weekdays: [monday, tuesday, wednesday, thursday, friday, saturday]
                countReceiptDay: true
                countCutiBersama: true
                daysOff:
                  - {day: 2026-12-01, name: Hari jadi kabupaten, basis: Perbup 1/2026}
                  - {day: 2026-12-02, name: Rapat kerja}
                workingDays:
                  - {day: 2026-12-06, name: Pelayanan Minggu}
                """)
            .office(AgencyKind.VERTICAL);

    LocalDate first = LocalDate.parse("2026-12-01");
    assertThat(office.kind()).isEqualTo(AgencyKind.VERTICAL);
    assertThat(office.zone()).isEqualTo(ZoneId.of("Asia/Makassar"));
    assertThat(office.hours()).isEqualTo(new OfficeHours(LocalTime.of(8, 0), LocalTime.of(14, 30)));
    assertThat(office.countsReceiptDay()).isTrue();
    assertThat(office.calendar().dayOff(first))
        .contains(new DayOff(first, Kind.OFFICE, "Hari jadi kabupaten", "Perbup 1/2026"));
    assertThat(office.calendar().dayOff(first.plusDays(1)).orElseThrow().basis())
        .isEqualTo("keputusan instansi");
    assertThat(List.of("2026-12-05", "2026-12-06", "2026-12-24"))
        .allMatch(day -> office.calendar().isWorkingDay(LocalDate.parse(day)));
    assertThat(notices).isEmpty();
  }

  @Test
  void anAgencysKeysComeOnTopOfThoseOfAll() throws IOException {
    Files.writeString(
        folder.resolve("all.yaml"),
        """
        version: all
        days:
          - {day: 2026-12-01, kind: holiday, name: Libur}
          - {day: 2026-12-02, kind: holiday, name: Libur}
        """);
    Files.writeString(
        folder.resolve("own.yaml"), "days: [{day: 2026-12-02, kind: working, name: Tetap buka}]");
    CalendarSettings all =
        read(
            national,
            """
            zone: Asia/Jayapura
            countReceiptDay: true
            countCutiBersama: true
            calendar: all.yaml
            daysOff: [{day: 2026-12-03, name: Hari jadi}]
            """);

    CalendarSettings own =
        read(
            all,
            """
            countCutiBersama: false
            calendar: [own.yaml]
            daysOff: [{day: 2026-12-04, name: Pindahan}]
            """);

    assertThat(own.zone()).isEqualTo(ZoneId.of("Asia/Jayapura"));
    assertThat(own.countsReceiptDay()).isTrue();
    assertThat(days(own)).containsExactly(1, 3, 4, 5, 6, 12, 13, 19, 20, 24, 25, 26, 27);
    assertThat(days(all)).containsExactly(1, 2, 3, 5, 6, 12, 13, 19, 20, 25, 26, 27);
    assertThat(own.calendar().version()).startsWith("id-2026-09-17+all~");
    assertThat(own.calendar().version()).isNotEqualTo(all.calendar().version());
  }

  @Test
  void aYearOfAFileLeavesTheDaysOffThatAreAnOfficesOwn() throws IOException {
    Files.writeString(
        folder.resolve("2027.yaml"),
        """
        years:
          - {year: 2027, status: official, basis: SKB, holidays: [{day: 2027-03-01, name: Libur}]}
        """);
    CalendarSettings all = read(national, "daysOff: [{day: 2027-03-02, name: Hari jadi}]");

    WorkingCalendar calendar = read(all, "calendar: 2027.yaml").calendar();

    assertThat(calendar.dayOff(LocalDate.parse("2027-03-01"))).isPresent();
    assertThat(calendar.dayOff(LocalDate.parse("2027-03-02"))).isPresent();
    assertThat(calendar.dayOff(LocalDate.parse("2027-03-10"))).isEmpty();
  }

  private static List<Integer> days(CalendarSettings settings) {
    LocalDate first = LocalDate.parse("2026-12-01");
    return first
        .datesUntil(LocalDate.parse("2026-12-29"))
        .filter(day -> !settings.calendar().isWorkingDay(day))
        .map(LocalDate::getDayOfMonth)
        .toList();
  }

  @Test
  void aZoneBeyondIndonesiaIsNoted() {
    CalendarSettings settings = read(national, "zone: Asia/Singapore");

    assertThat(settings.zone()).isEqualTo(ZoneId.of("Asia/Singapore"));
    assertThat(notices)
        .extracting(Problem::toString)
        .containsExactly(
            "lapor.yaml:1:7: the zone 'Asia/Singapore' is none of Indonesia's"
                + " (Asia/Jakarta (WIB), Asia/Makassar (WITA), Asia/Jayapura (WIT))");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          zone: WIB | lapor.yaml:1:7: 'zone' must be a time zone, but is 'WIB' (Asia/Jakarta (WIB), Asia/Makassar (WITA), Asia/Jayapura (WIT))
          weekdays: | lapor.yaml:1:1: 'weekdays' names no day, so that no limit would ever end (write at least one, such as [monday, tuesday])
          weekdays: [] | lapor.yaml:1:1: 'weekdays' names no day, so that no limit would ever end (write at least one, such as [monday, tuesday])
          weekdays: [senin] | lapor.yaml:1:12: unknown value for 'weekdays': 'senin' (known: monday, tuesday, wednesday, thursday, friday, saturday, sunday)
          weekdays: [monday, monday] | lapor.yaml:1:20: the weekday 'monday' is written twice
          hours: {opens: 07:30} | lapor.yaml:1:8: the key 'closes' is missing
          hours: {opens: 7.30, closes: 16:00} | lapor.yaml:1:16: 'opens' must be a time of day, but is '7.30' (hours and minutes, such as 07:30)
          hours: {opens: 07:30, closes: 24:00} | lapor.yaml:1:31: 'closes' must be a time of day, but is '24:00' (hours and minutes, such as 07:30)
          hours: {opens: 16:00, closes: 07:30} | lapor.yaml:1:31: 'closes' must be after 'opens', but is '07:30' (hours past midnight cannot be said: 00:00 to 23:59)
          hours: {opens: 07:30, closes: 07:30} | lapor.yaml:1:31: 'closes' must be after 'opens', but is '07:30' (hours past midnight cannot be said: 00:00 to 23:59)
          countReceiptDay: ya | lapor.yaml:1:18: 'countReceiptDay' must be true or false, but is 'ya'
          daysOff: [{day: 2026-02-30, name: Libur}] | lapor.yaml:1:17: 'day' must be a day, but is '2026-02-30' (year-month-day, such as 2026-12-31)
          workingDays: [{day: 2026-12-02}] | lapor.yaml:1:15: the key 'name' is missing
          daysOff: [{day: 2026-12-02}] | lapor.yaml:1:11: the key 'name' is missing
          daysOff: [{day: 2026-12-02, name: A}, {day: 2026-12-01, name: B}] | lapor.yaml:1:45: the day 2026-12-01 stands after 2026-12-02 (put the days in order)
          {daysOff: [{day: 2026-12-02, name: A}], workingDays: [{day: 2026-12-02, name: B}]} | lapor.yaml:1:61: the day 2026-12-02 is written twice (the first is on line 1)
          calendar: nowhere.yaml | nowhere.yaml: cannot read this file: it does not exist
          """)
  void aFaultIsFoundWithItsPlace(String yaml, String fault) {
    read(national, yaml);

    assertThat(problems.list())
        .extracting(problem -> problem.toString().replace(folder + "/", ""))
        .containsExactly(fault);
  }

  @Test
  void moreFilesThanCanBeMeantAreRefused() {
    read(national, "calendar: [%s]".formatted("a, ".repeat(16) + "a"));

    assertThat(problems.list())
        .extracting(Problem::message)
        .containsExactly("there are more than 16 calendar files");
  }

  @Test
  void aFaultOfAFileThatTwoAgenciesReadIsToldOnce() throws IOException {
    Files.writeString(folder.resolve("own.yaml"), "days: [{day: 2026-13-01, kind: working}]");

    read(national, "calendar: own.yaml");
    read(national, "calendar: own.yaml");

    assertThat(problems.list()).hasSize(1);
  }

  private CalendarSettings read(CalendarSettings base, String yaml) {
    return base.with(
        YamlFile.parse("lapor.yaml", yaml.getBytes(UTF_8), problems), folder, problems, notices);
  }
}
