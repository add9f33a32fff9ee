package id.aduan.lapor.deadline;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import id.aduan.lapor.yaml.Problem;
import id.aduan.lapor.yaml.Problems;
import id.aduan.lapor.yaml.YamlFile;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CalendarFileTest {

  private static final ZoneId WIB = ZoneId.of("Asia/Jakarta");

  private final Problems problems = new Problems();

  @ParameterizedTest(name = "before {0} was added, {1} + {2} was {3}")
  @CsvSource(
      textBlock =
          """
          2024-11-27, 2024-11-26, 3, 2024-11-29, 2024-12-02
          2025-08-18, 2025-08-15, 5, 2025-08-22, 2025-08-25
          """)
  void aDayAddedInMidYearMovesTheDueDate(
      String added, LocalDate received, int workingDays, LocalDate before, LocalDate after)
      throws IOException {
    WorkingCalendar asKnownThen = read(shippedWithout(added));

    assertThat(asKnownThen.dueDate(received, WIB, workingDays).date()).isEqualTo(before);
    assertThat(WorkingCalendar.indonesia().dueDate(received, WIB, workingDays).date())
        .isEqualTo(after);
  }

  @Test
  void allFaultsOfACalendarAreToldAtOnce() {
    read(
        """
        years:
          - year: 2026
            status: sure
            basis: SKB
            holiday: []
            holidays:
              - {day: 2025-01-01, name: Tahun Baru}
              - {day: 2026-02-17}
              - {day: 17-02-2026, name: Imlek}
            cuti_bersama:
              - {day: 2026-02-17, name: Imlek}
          - year: 2026
            status: official
            basis: SKB
        """);

    assertThat(problems.list())
        .extracting(Problem::toString)
        .containsExactly(
            "c.yaml:1:1: the key 'version' is missing",
            "c.yaml:3:13: unknown value for 'status': 'sure' (known: official, provisional)",
            "c.yaml:5:5: unknown key: 'holiday' (did you mean 'holidays'?)",
            "c.yaml:7:9: the day 2025-01-01 is not in the year 2026",
            "c.yaml:8:9: the key 'name' is missing",
            "c.yaml:9:15: 'day' must be a day, but is '17-02-2026'"
                + " (year-month-day, such as 2026-12-31)",
            "c.yaml:11:9: the day 2026-02-17 is written twice",
            "c.yaml:12:5: the year 2026 is written twice");
  }

  private WorkingCalendar read(String yaml) {
    return CalendarFile.read(YamlFile.parse("c.yaml", yaml.getBytes(UTF_8), problems));
  }

  private static String shippedWithout(String day) throws IOException {
    try (InputStream in =
        Objects.requireNonNull(WorkingCalendar.class.getResourceAsStream("calendar-id.yaml"))) {
      String text = new String(in.readAllBytes(), UTF_8);
      return text.lines().filter(line -> !line.contains("day: " + day)).collect(joining("\n"));
    }
  }
}
