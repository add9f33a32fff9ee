package id.aduan.lapor.deadline;

import static id.aduan.lapor.deadline.Calendars.calendarDays;
import static id.aduan.lapor.deadline.Calendars.countingReceiptDay;
import static id.aduan.lapor.deadline.Calendars.office;
import static id.aduan.lapor.deadline.Calendars.on;
import static id.aduan.lapor.deadline.Calendars.shipped;
import static id.aduan.lapor.deadline.Calendars.workingDays;
import static org.assertj.core.api.Assertions.assertThat;

import id.aduan.lapor.deadline.DayOff.Kind;
import id.aduan.lapor.deadline.Limit.Unit;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OfficeDaysTest {
  private final Office office =
      office(
          shipped(
              draft ->
                  draft.off(
                      new DayOff(
                          LocalDate.parse("2026-12-28"), Kind.OFFICE, "Libur lokal", "Perbup 9"))));

  @Test
  void eachDayIsToldWithWhatItDid() {
    Pause pause = new Pause(on("2026-12-20"), Optional.of(on("2026-12-21")));

    List<CountedDay> days = office.days(workingDays(4), on("2026-12-19"), List.of(pause));

    assertThat(days)
        .extracting(OfficeDaysTest::told)
        .containsExactly(
            "2026-12-19 RECEIPT 0 Sabtu",
            "2026-12-20 WEEKEND 0 Minggu",
            "2026-12-21 PAUSED 0 -",
            "2026-12-22 COUNTED 1 -",
            "2026-12-23 COUNTED 2 -",
            "2026-12-24 CUTI_BERSAMA 0 Cuti Bersama Hari Raya Natal",
            "2026-12-25 HOLIDAY 0 Hari Raya Natal",
            "2026-12-26 WEEKEND 0 Sabtu",
            "2026-12-27 WEEKEND 0 Minggu",
            "2026-12-28 OFFICE_DAY_OFF 0 Libur lokal",
            "2026-12-29 COUNTED 3 -",
            "2026-12-30 COUNTED 4 -");
  }

  @Test
  void aDayOfReceiptThatCountsIsTheFirst() {
    assertThat(countingReceiptDay(office).days(workingDays(2), on("2026-11-23"), List.of()))
        .extracting(OfficeDaysTest::told)
        .containsExactly("2026-11-23 COUNTED 1 -", "2026-11-24 COUNTED 2 -");
    assertThat(countingReceiptDay(office).days(workingDays(1), on("2026-11-29"), List.of()))
        .extracting(OfficeDaysTest::told)
        .containsExactly("2026-11-29 WEEKEND 0 Minggu", "2026-11-30 COUNTED 1 -");
  }

  @Test
  void calendarDaysCountOnHolidaysToo() {
    assertThat(office.days(calendarDays(2), on("2026-12-24"), List.of()))
        .extracting(OfficeDaysTest::told)
        .containsExactly(
            "2026-12-24 RECEIPT 0 Cuti Bersama Hari Raya Natal",
            "2026-12-25 COUNTED 1 -",
            "2026-12-26 COUNTED 2 -");
  }

  @Test
  void noDayCountsAfterTheBeginOfAPauseThatLasts() {
    Pause open = new Pause(on("2026-11-24"), Optional.empty());

    assertThat(office.days(workingDays(3), on("2026-11-23"), List.of(open)))
        .extracting(OfficeDaysTest::told)
        .containsExactly(
            "2026-11-23 RECEIPT 0 -",
            "2026-11-24 COUNTED 1 -",
            "2026-11-25 PAUSED 0 -",
            "2026-11-26 PAUSED 0 -");
  }

  @Test
  void hoursCountNoDays() {
    assertThat(office.days(new Limit(72, Unit.CLOCK_HOUR), on("2026-11-23"), List.of())).isEmpty();
  }

  private static String told(CountedDay day) {
    String why = day.dayOff().map(DayOff::name).orElse("-");
    return day.date() + " " + day.outcome() + " " + day.number() + " " + why;
  }
}
