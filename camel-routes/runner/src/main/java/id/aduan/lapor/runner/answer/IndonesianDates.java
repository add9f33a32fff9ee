package id.aduan.lapor.runner.answer;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;

/** Dates as letters write them, whatever the machine's language. */
public final class IndonesianDates {
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
  private static final List<String> DAYS =
      List.of("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu");
  private static final Map<String, String> ZONES =
      Map.of(
          "Asia/Jakarta", "WIB",
          "Asia/Pontianak", "WIB",
          "Asia/Makassar", "WITA",
          "Asia/Jayapura", "WIT");

  private IndonesianDates() {}

  /** {@code 27 November 2026}. */
  public static String date(LocalDate date) {
    return date.getDayOfMonth() + " " + MONTHS.get(date.getMonthValue() - 1) + " " + date.getYear();
  }

  static LocalDate on(Instant at, ZoneId zone) {
    return LocalDate.ofInstant(at, zone);
  }

  /** {@code Jumat, 27 November 2026}. */
  static String dayAndDate(Instant at, ZoneId zone) {
    LocalDate date = on(at, zone);
    return DAYS.get(date.getDayOfWeek().getValue() - 1) + ", " + date(date);
  }

  /** {@code 09.15 WIB}. */
  static String time(Instant at, ZoneId zone) {
    ZonedDateTime time = at.atZone(zone);
    int hour = time.getHour();
    int minute = time.getMinute();
    String clock = (hour < 10 ? "0" : "") + hour + (minute < 10 ? ".0" : ".") + minute;
    return clock + " " + ZONES.getOrDefault(zone.getId(), zone.getId());
  }
}
