package id.aduan.lapor.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

class WorkingCalendarPropertiesTest {

  private static final ZoneId ZONE = ZoneId.of("Asia/Jakarta");
  private static final LocalDate FIRST = LocalDate.of(2023, 12, 1);

  private final WorkingCalendar off = WorkingCalendar.indonesia();
  private final WorkingCalendar counted = off.countingCutiBersama();

  @RepeatedTest(200)
  void whateverTheDayAndTheLimit(RepetitionInfo repetition) {
    long seed = repetition.getCurrentRepetition();
    Random random = new Random(seed);
    LocalDate received = FIRST.plusDays(random.nextInt(1600));
    int limit = 1 + random.nextInt(70);

    for (WorkingCalendar calendar : List.of(off, counted)) {
      DueDate due = calendar.dueDate(received, ZONE, limit);
      LocalDate dayAfterDue = due.date().plusDays(1);
      String given = "seed %d: %s + %d".formatted(seed, received, limit);

      assertThat(calendar.isWorkingDay(due.date())).as(given).isTrue();
      assertThat(received.plusDays(1).datesUntil(dayAfterDue).filter(calendar::isWorkingDay))
          .as(given)
          .hasSize(limit);
      assertThat(calendar.dueDate(received, ZONE, limit + 1).date()).as(given).isAfter(due.date());
      assertThat(calendar.dueDate(received.plusDays(1), ZONE, limit).date())
          .as(given)
          .isAfterOrEqualTo(due.date());
    }
    assertThat(counted.dueDate(received, ZONE, limit).date())
        .isBeforeOrEqualTo(off.dueDate(received, ZONE, limit).date());
  }
}
