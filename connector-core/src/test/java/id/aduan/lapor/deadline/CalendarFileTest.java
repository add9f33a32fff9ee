package id.aduan.lapor.deadline;

import static id.aduan.lapor.deadline.Calendars.amended;
import static id.aduan.lapor.deadline.Calendars.office;
import static id.aduan.lapor.deadline.Calendars.on;
import static id.aduan.lapor.deadline.Calendars.workingDays;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import id.aduan.lapor.deadline.DayOff.Kind;
import id.aduan.lapor.yaml.Problem;
import id.aduan.lapor.yaml.Problems;
import id.aduan.lapor.yaml.YamlFile;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CalendarFileTest {
  private static final LocalDate ELECTION = LocalDate.parse("2026-12-09");

  private final WorkingCalendar shipped = WorkingCalendar.indonesia();

  @ParameterizedTest(name = "before {0} was added, {1} + {2} was {3}")
  @CsvSource(
      textBlock =
          """
          2024-11-27, 2024-11-26, 3, 2024-11-29, 2024-12-02
          2025-08-18, 2025-08-15, 5, 2025-08-22, 2025-08-25
          """)
  void aDayAddedInMidYearMovesTheDueDate(
      String added, String received, int amount, LocalDate before, LocalDate after)
      throws IOException {
    WorkingCalendar asKnownThen = whole(shippedWithout(added));

    assertThat(due(asKnownThen, received, amount)).isEqualTo(before);
    assertThat(due(shipped, received, amount)).isEqualTo(after);
    assertThat(asKnownThen.version()).isNotEqualTo(shipped.version());
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          2024-11-27, holiday,      2024-11-26, 3, 2024-12-02
          2025-08-18, cuti_bersama, 2025-08-15, 5, 2025-08-25
          """)
  void aFileOfTwoLinesAddsADay(
      String added, String kind, String received, int amount, LocalDate due) throws IOException {
    Problems problems = new Problems();
    CalendarDraft draft = whole(shippedWithout(added)).draft();
    String yaml =
        "days:\n  - {day: %s, kind: %s, name: Libur, basis: Keppres}".formatted(added, kind);

    CalendarFile.amend(YamlFile.parse("own.yaml", yaml.getBytes(UTF_8), problems), draft);

    assertThat(problems.isEmpty()).isTrue();
    assertThat(due(draft.build(), received, amount)).isEqualTo(due);
  }

  @Test
  void anAddedDayIsExplainedByItsOwnDecree() {
    WorkingCalendar calendar =
        amended(
            """
            version: bintan-2026-12-03
            days:
              - {day: 2026-12-09, kind: holiday, name: Pemilihan, basis: Keppres 41/2026}
              - {day: 2026-12-10, kind: cuti_bersama, name: Cuti}
            """);

    assertThat(calendar.dayOff(ELECTION))
        .contains(new DayOff(ELECTION, Kind.HOLIDAY, "Pemilihan", "Keppres 41/2026"));
    assertThat(calendar.dayOff(ELECTION.plusDays(1)).orElseThrow().basis())
        .isEqualTo("dasar tidak disebut");
    assertThat(calendar.version()).startsWith("id-2026-09-17+bintan-2026-12-03~");
    assertThat(calendar.countingCutiBersama().isWorkingDay(ELECTION.plusDays(1))).isTrue();
  }

  @Test
  void aDayThatWasWithdrawnCountsAgain() {
    LocalDate jointLeave = LocalDate.parse("2026-12-24");
    WorkingCalendar calendar = amended("days: [{day: 2026-12-24, kind: working, basis: SKB}]");

    assertThat(shipped.isWorkingDay(jointLeave)).isFalse();
    assertThat(calendar.isWorkingDay(jointLeave)).isTrue();
    assertThat(due(calendar, "2026-12-23", 1)).isEqualTo(jointLeave);
  }

  @Test
  void aYearOfAFileStandsInPlaceOfTheShippedOne() {
    WorkingCalendar calendar =
        amended(
            """
            years:
              - year: 2027
                status: official
                basis: SKB 2027
                holidays:
                  - {day: 2027-01-01, name: Tahun Baru}
                cuti_bersama:
                  - {day: 2027-01-04, name: Cuti Bersama}
            """);

    assertThat(calendar.isWorkingDay(LocalDate.parse("2027-01-05"))).isTrue();
    assertThat(calendar.dayOff(LocalDate.parse("2027-01-04")).orElseThrow().basis())
        .isEqualTo("SKB 2027");
    assertThat(calendar.isWorkingDay(LocalDate.parse("2026-12-25"))).isFalse();
    assertThat(office(calendar).due(workingDays(1), on("2026-12-31"), List.of()).certainty())
        .isEqualTo(Certainty.FINAL);
  }

  @Test
  void allFaultsOfACalendarAreToldAtOnce() {
    Problems problems = new Problems();
    String yaml =
        """
        years:
          - year: 2026
            status: sure
            basis: SKB
            holiday: []
            holidays:
              - {day: 2025-01-01, name: Tahun Baru}
              - {day: 2026-02-30}
              - {day: 17-02-2026, name: Imlek}
              - {day: 2026-03-01, name: Satu}
              - {day: 2026-02-17, name: Imlek}
            cuti_bersama:
              - {day: 2026-02-17, name: Imlek}
          - year: 2026
            status: official
            basis: SKB
          - {year: -1, status: official, basis: SKB}
        """;

    CalendarFile.whole(
        YamlFile.parse("c.yaml", yaml.getBytes(UTF_8), problems), new CalendarDraft());

    assertThat(problems.list())
        .extracting(Problem::toString)
        .containsExactly(
            "c.yaml:1:1: the key 'version' is missing",
            "c.yaml:3:13: unknown value for 'status': 'sure' (known: official, provisional)",
            "c.yaml:5:5: unknown key: 'holiday' (did you mean 'holidays'?)",
            "c.yaml:7:15: the day 2025-01-01 is not in the year 2026",
            "c.yaml:8:15: 'day' must be a day, but is '2026-02-30'"
                + " (year-month-day, such as 2026-12-31)",
            "c.yaml:9:15: 'day' must be a day, but is '17-02-2026'"
                + " (year-month-day, such as 2026-12-31)",
            "c.yaml:11:15: the day 2026-02-17 stands after 2026-03-01 (put the days in order)",
            "c.yaml:13:15: the day 2026-02-17 is written twice (the first is on line 11)",
            "c.yaml:14:5: the year 2026 is written twice",
            "c.yaml:17:12: 'year' must be a whole number from 2000 to 2100, but is '-1'");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          version: v1 | c.yaml:1:1: the key 'days' is missing
          version: 'a b'\\ndays: [] | c.yaml:1:10: a version must not be 'a b' (letters, digits, '.', '_' and '-', at most 64, such as bintan-2026-12-01)
          days: [{kind: holiday, name: Libur}] | c.yaml:1:8: the key 'day' is missing
          days: [{day: 2026-12-09, name: Libur}] | c.yaml:1:8: the key 'kind' is missing
          days: [{day: 2026-12-09, kind: holiday}] | c.yaml:1:8: the key 'name' is missing
          days: [{day: 2026-12-09, kind: libur, name: Libur}] | c.yaml:1:32: unknown value for 'kind': 'libur' (known: holiday, cuti_bersama, working)
          days: [{day: 2206-12-09, kind: working}] | c.yaml:1:14: the day 2206-12-09 is not between 2000 and 2100 (look at the year)
          days: [{day: 2026-12-09, kind: working, nama: Libur}] | c.yaml:1:41: unknown key: 'nama' (did you mean 'name'?)
          days: 2026-12-09 | c.yaml:1:7: 'days' must be a list, each item with '-', but is one value
          """)
  void aFaultOfAFileIsFound(String yaml, String fault) {
    Problems problems = new Problems();
    byte[] bytes = yaml.replace("\\n", "\n").getBytes(UTF_8);

    CalendarFile.amend(YamlFile.parse("c.yaml", bytes, problems), shipped.draft());

    assertThat(problems.list()).extracting(Problem::toString).containsExactly(fault);
  }

  private static LocalDate due(WorkingCalendar calendar, String received, int amount) {
    return office(calendar).due(workingDays(amount), on(received), List.of()).date();
  }

  private static WorkingCalendar whole(String yaml) {
    Problems problems = new Problems();
    CalendarDraft draft = new CalendarDraft();
    CalendarFile.whole(YamlFile.parse("c.yaml", yaml.getBytes(UTF_8), problems), draft);
    problems.throwIfAny();
    return draft.build();
  }

  private static String shippedWithout(String day) throws IOException {
    try (InputStream in =
        Objects.requireNonNull(WorkingCalendar.class.getResourceAsStream("calendar-id.yaml"))) {
      String text = new String(in.readAllBytes(), UTF_8);
      return text.lines().filter(line -> !line.contains("day: " + day)).collect(joining("\n"));
    }
  }
}
