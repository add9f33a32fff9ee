package id.aduan.lapor.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.aduan.lapor.deadline.Limit.Unit;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * 100,000 random cases by {@code make nightly}, 40,000 in each build, against a count that walks
 * day by day and knows only what is stored.
 */
class BruteForceTest {
  private static final int CASES = Boolean.getBoolean("lapor.thorough") ? 20_000 : 8_000;
  private static final int CASES_PER_CALENDAR = 50;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void walkingDayByDayComesToTheSameDay(long seed) throws IOException {
    Random random = new Random(seed);
    for (int i = 0; i < CASES; i += CASES_PER_CALENDAR) {
      WorkingCalendar calendar = RandomCase.calendar(random);
      Walk walk = new Walk(calendar);
      for (int j = 0; j < CASES_PER_CALENDAR; j++) {
        RandomCase given = new RandomCase(random, calendar);
        if (given.limit.unit().isDay()) {
          DueDate due = given.due();
          LocalDate walked = walk.to(given);
          ZonedDateTime end = walked.plusDays(1).atStartOfDay(due.zone()).minusSeconds(1);

          assertThat(due.date()).as("seed %d: %s", seed, given).isEqualTo(walked);
          assertThat(due.at()).as("seed %d: %s", seed, given).isEqualTo(end.toInstant());
          assertThat(due.certainty()).as("seed %d: %s", seed, given).isEqualTo(walk.certainty);
        } else {
          Instant at = given.due().at();
          assertThat(at).as("seed %d: %s", seed, given).isEqualTo(walkByMinute(given));
        }
      }
    }
  }

  /** Starts, pauses and limits of random cases are whole minutes apart. */
  private static Instant walkByMinute(RandomCase given) {
    int left = given.limit.amount() * (given.limit.unit() == Unit.MINUTE ? 1 : 60);
    Instant at = given.start;
    while (left > 0) {
      Instant now = at;
      boolean paused =
          given.pauses.stream()
              .anyMatch(it -> !now.isBefore(it.from()) && now.isBefore(it.until().orElseThrow()));
      left -= paused ? 0 : 1;
      at = at.plusSeconds(60);
    }
    return at;
  }

  private static final class Walk {
    private final Set<String> off = new HashSet<>();
    private final Set<String> working = new HashSet<>();
    private final Set<String> weekdays = new HashSet<>();
    private final Set<Integer> official = new HashSet<>();
    private Certainty certainty = Certainty.FINAL;

    Walk(WorkingCalendar calendar) throws IOException {
      JsonNode data = new ObjectMapper().readTree(calendar.toJson()).get("data");
      boolean counts = data.get("cutiBersamaCounts").asBoolean();
      for (JsonNode day : data.get("daysOff")) {
        if (!counts || !day.get("kind").asText().equals("CUTI_BERSAMA")) {
          off.add(day.get("date").asText());
        }
      }
      data.get("workingDays").forEach(day -> working.add(day.asText()));
      data.get("weekdays").forEach(day -> weekdays.add(day.asText()));
      data.get("officialYears").forEach(year -> official.add(year.asInt()));
    }

    LocalDate to(RandomCase given) {
      certainty = Certainty.FINAL;
      int left = given.limit.amount();
      LocalDate day = given.start.atZone(given.office.zone()).toLocalDate();
      if (given.office.countsReceiptDay()) {
        day = day.minusDays(1);
      }
      while (left > 0) {
        day = day.plusDays(1);
        if (given.limit.unit() == Unit.WORKING_DAY && !official.contains(day.getYear())) {
          certainty = Certainty.PROVISIONAL;
        }
        left -= counts(given, day) ? 1 : 0;
      }
      return day;
    }

    private boolean counts(RandomCase given, LocalDate day) {
      for (Pause pause : given.pauses) {
        LocalDate from = pause.from().atZone(given.office.zone()).toLocalDate();
        LocalDate until = pause.until().orElseThrow().atZone(given.office.zone()).toLocalDate();
        if (day.isAfter(from) && !day.isAfter(until)) {
          return false;
        }
      }
      boolean listed = weekdays.contains(day.getDayOfWeek().name()) && !off.contains("" + day);
      return given.limit.unit() == Unit.CALENDAR_DAY || listed || working.contains("" + day);
    }
  }
}
