package id.aduan.lapor.deadline;

import static id.aduan.lapor.deadline.Calendars.countingReceiptDay;
import static org.assertj.core.api.Assertions.assertThat;

import id.aduan.lapor.deadline.CountedDay.Outcome;
import id.aduan.lapor.deadline.DayOff.Kind;
import id.aduan.lapor.deadline.Limit.Unit;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds of every office, start, limit and pause. A seed that fails is in the test's name. */
class OfficePropertiesTest {

  static IntStream seeds() {
    return IntStream.range(0, 300);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void aLaterStartNeverEndsEarlier(int seed) {
    RandomCase given = new RandomCase(seed);
    Instant later = given.start.plus(Duration.ofMinutes(given.random.nextInt(20_000)));

    assertThat(given.office.due(given.limit, later, given.pauses).at())
        .isAfterOrEqualTo(given.due().at());
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void anAddedHolidayNeverMakesADateEarlier(int seed) {
    RandomCase given = new RandomCase(seed);
    LocalDate start = LocalDate.ofInstant(given.start, given.office.zone());
    LocalDate holiday = start.plusDays(given.random.nextInt(100));
    CalendarDraft draft = given.office.calendar().draft();
    draft.off(new DayOff(holiday, Kind.HOLIDAY, "Libur", "Keppres"));

    assertThat(given.with(draft.build()).due(given.limit, given.start, given.pauses).date())
        .isAfterOrEqualTo(given.due().date());
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void toPauseAndResumeAtOnceChangesNothing(int seed) {
    RandomCase given = new RandomCase(seed);
    Instant from = given.start.plus(Duration.ofMinutes(given.random.nextInt(100_000)));
    List<Pause> pauses = new ArrayList<>(given.pauses);
    pauses.add(given.random.nextInt(pauses.size() + 1), new Pause(from, Optional.of(from)));

    assertThat(given.office.due(given.limit, given.start, pauses)).isEqualTo(given.due());
    assertThat(given.office.days(given.limit, given.start, pauses)).isEqualTo(given.days());
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void aPauseNeverMakesADateEarlier(int seed) {
    RandomCase given = new RandomCase(seed);

    assertThat(given.office.due(given.limit, given.start, List.of()).at())
        .isBeforeOrEqualTo(given.due().at());
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void toCountTheDayOfReceiptNeverEndsLater(int seed) {
    RandomCase given = new RandomCase(seed);
    Office counting = countingReceiptDay(given.office);

    assertThat(counting.due(given.limit, given.start, given.pauses).date())
        .isBeforeOrEqualTo(given.due().date());
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void theDaysToldAddUpToTheDueDay(int seed) {
    RandomCase given = new RandomCase(seed);
    if (!given.limit.unit().isDay()) {
      return;
    }

    List<CountedDay> days = given.days();

    List<CountedDay> counted =
        days.stream().filter(day -> day.outcome() == Outcome.COUNTED).toList();
    assertThat(days.get(days.size() - 1).date()).isEqualTo(given.due().date());
    assertThat(counted.stream().map(CountedDay::number))
        .containsExactlyElementsOf(IntStream.rangeClosed(1, given.limit.amount()).boxed().toList());
    assertThat(counted.get(counted.size() - 1).date()).isEqualTo(given.due().date());
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void whatIsUsedUpOnADayIsAsManyDaysAsWereCountedByThen(int seed) {
    RandomCase given = new RandomCase(seed);
    int counted = 0;
    for (CountedDay day : given.days()) {
      counted += day.outcome() == Outcome.COUNTED ? 1 : 0;
      Instant noon = day.date().atTime(12, 0).atZone(given.office.zone()).toInstant();

      assertThat(given.office.used(given.limit, given.start, given.pauses, noon))
          .as("on %s", day.date())
          .isEqualTo(counted);
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void nothingIsUsedUpBeforeTheStartAndNoLessLater(int seed) {
    RandomCase given = new RandomCase(seed);
    Instant before = given.start.minus(Duration.ofDays(given.random.nextInt(50) + 1));
    Instant some = given.start.plus(Duration.ofMinutes(given.random.nextInt(200_000)));
    Instant later = some.plus(Duration.ofMinutes(given.random.nextInt(200_000)));

    assertThat(given.office.used(given.limit, given.start, given.pauses, before)).isZero();
    assertThat(given.office.used(given.limit, given.start, given.pauses, later))
        .isGreaterThanOrEqualTo(given.office.used(given.limit, given.start, given.pauses, some));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void momentsLieWithinTheHoursAndBeforeTheEndUntilAllIsUsedUp(int seed) {
    RandomCase given = new RandomCase(seed);
    Instant end = given.due().at();
    boolean openBefore = !given.office.nextOpening(given.start).isAfter(end);
    Instant before = Instant.MIN;
    for (int percent : new int[] {0, 1, 50, 80, 99, 100, 101, 150, 1000}) {
      Instant moment = given.office.moment(given.limit, given.start, given.pauses, percent);

      if (given.limit.unit() != Unit.CALENDAR_DAY || percent >= 100) {
        assertThat(moment).as("%d %%", percent).isAfterOrEqualTo(before);
      }
      if (given.limit.unit().isDay()) {
        assertThat(given.office.isOpen(moment)).as("%d %%", percent).isTrue();
        assertThat(percent >= 100 || !openBefore || !moment.isAfter(end)).isTrue();
        assertThat(percent < 100 || moment.isAfter(end)).isTrue();
      }
      before = moment;
    }
  }
}
