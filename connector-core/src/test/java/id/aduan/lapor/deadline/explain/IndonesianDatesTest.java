package id.aduan.lapor.deadline.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class IndonesianDatesTest {

  @Test
  void each_month_has_its_name() {
    assertThat(
            IntStream.rangeClosed(1, 12)
                .mapToObj(month -> IndonesianDates.date(LocalDate.of(2026, month, 1))))
        .containsExactly(
            "1 Januari 2026",
            "1 Februari 2026",
            "1 Maret 2026",
            "1 April 2026",
            "1 Mei 2026",
            "1 Juni 2026",
            "1 Juli 2026",
            "1 Agustus 2026",
            "1 September 2026",
            "1 Oktober 2026",
            "1 November 2026",
            "1 Desember 2026");
  }

  @Test
  void each_day_of_the_week_has_its_name_long_and_brief() {
    LocalDate monday = LocalDate.of(2026, 8, 3);

    assertThat(
            IntStream.range(0, 7)
                .mapToObj(day -> IndonesianDates.withWeekday(monday.plusDays(day)))
                .map(date -> date.substring(0, date.indexOf(','))))
        .containsExactly("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu");
    assertThat(IndonesianDates.brief(monday, true)).isEqualTo("Sen  3 Agu 2026");
    assertThat(IndonesianDates.brief(monday.plusDays(10), false)).isEqualTo("Kam 13 Agu");
  }
}
