package id.aduan.lapor.deadline.explain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;

/**
 * Dates as Indonesian officials write them. The names are its own: a Java runtime without {@code
 * jdk.localedata} knows none. Pure.
 */
public final class IndonesianDates {
  private static final List<String> DAYS =
      List.of("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu");
  private static final List<String> MONTHS =
      List.of(
          "Januari",
          "Februari",
          "Maret",
          "April",
          "Mei",
          "Juni",
          "Juli",
          "Agustus",
          "September",
          "Oktober",
          "November",
          "Desember");
  private static final int SHORT = 3;

  private IndonesianDates() {}

  /** As in "26 November 2026". */
  public static String date(LocalDate date) {
    return date.getDayOfMonth() + " " + month(date) + " " + date.getYear();
  }

  /** As in "Kamis, 26 November 2026". */
  public static String withWeekday(LocalDate date) {
    return weekday(date) + ", " + date(date);
  }

  /** As in "Kam 26 Nov 2026"; of one width, so that a day of one digit has a blank before it. */
  static String brief(LocalDate date, boolean withYear) {
    return "%s %2d %s%s"
        .formatted(
            weekday(date).substring(0, SHORT),
            date.getDayOfMonth(),
            date.getMonthValue() == 8 ? "Agu" : month(date).substring(0, SHORT),
            withYear ? " " + date.getYear() : "");
  }

  /** As in "26 November 2026 pukul 14.30 WIB". */
  public static String moment(Instant at, ZoneId zone) {
    return date(LocalDate.ofInstant(at, zone))
        + " pukul "
        + time(LocalTime.ofInstant(at, zone), zone);
  }

  /** As in "14.30 WIB"; a zone that is none of Indonesia's goes by its id. */
  public static String time(LocalTime time, ZoneId zone) {
    return "%02d.%02d %s".formatted(time.getHour(), time.getMinute(), Words.zone(zone));
  }

  private static String weekday(LocalDate date) {
    return DAYS.get(date.getDayOfWeek().getValue() - 1);
  }

  private static String month(LocalDate date) {
    return MONTHS.get(date.getMonthValue() - 1);
  }
}
