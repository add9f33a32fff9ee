package id.aduan.lapor.portal.export;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Days and times of an export. The portal writes {@code 29 May 2023}, with English months whatever
 * the language of the machine that reads it; a spreadsheet program in which somebody saved the file
 * makes numbers of them (portal-wire 4.2).
 */
final class ExportTimes {
  private static final Pattern DAY = Pattern.compile("(\\d{1,2})[ -](\\p{L}{3,9})\\.?[ -](\\d{4})");
  private static final Pattern ISO = Pattern.compile("(\\d{4}-\\d\\d-\\d\\d)([T ].*)?");
  private static final Pattern TIME =
      Pattern.compile("(\\d{1,2}):(\\d\\d)(?::(\\d\\d))?(?:\\.0+)?");
  private static final LocalDate FROM_1900 = LocalDate.of(1899, 12, 30);
  private static final LocalDate FROM_1904 = LocalDate.of(1904, 1, 1);
  private static final BigDecimal SECONDS_OF_DAY = BigDecimal.valueOf(86_400);
  private static final BigDecimal SERIAL_MAX = BigDecimal.valueOf(100_000);

  /** By the first three letters; those beside the English ones are an Indonesian Excel's. */
  private static final List<List<String>> MONTHS =
      List.of(
          List.of("january", "januari"),
          List.of("february", "februari", "pebruari"),
          List.of("march", "maret"),
          List.of("april"),
          List.of("may", "mei"),
          List.of("june", "juni"),
          List.of("july", "juli"),
          List.of("august", "agustus", "agt", "ags"),
          List.of("september", "sept"),
          List.of("october", "oktober"),
          List.of("november", "nopember"),
          List.of("december", "desember"));

  private ExportTimes() {}

  /** The day in a cell; empty for what is none. */
  static Optional<LocalDate> day(Cell cell, boolean from1904) {
    if (cell.kind() == Cell.Kind.NUMBER) {
      return serial(cell.text())
          .map(days -> (from1904 ? FROM_1904 : FROM_1900).plusDays(days.longValue()));
    }
    return day(cell.text());
  }

  /** The day that a text says; empty for what is none. */
  static Optional<LocalDate> day(String text) {
    String plain = Column.plain(text);
    Matcher iso = ISO.matcher(plain.toUpperCase(Locale.ROOT));
    try {
      if (iso.matches()) {
        return Optional.of(LocalDate.parse(iso.group(1)));
      }
      Matcher words = DAY.matcher(plain);
      if (!words.matches()) {
        return Optional.empty();
      }
      int year = Integer.parseInt(words.group(3));
      int day = Integer.parseInt(words.group(1));
      return month(words.group(2)).map(month -> LocalDate.of(year, month, day));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Optional<Integer> month(String word) {
    for (int i = 0; i < MONTHS.size(); i++) {
      if (MONTHS.get(i).stream().anyMatch(name -> name.startsWith(word))) {
        return Optional.of(i + 1);
      }
    }
    return Optional.empty();
  }

  /** The time of day in a cell; empty for what is none. */
  static Optional<LocalTime> time(Cell cell) {
    if (cell.kind() == Cell.Kind.NUMBER) {
      return serial(cell.text()).map(ExportTimes::timeOf);
    }
    Matcher time = TIME.matcher(Column.plain(cell.text()));
    if (!time.matches()) {
      return Optional.empty();
    }
    try {
      int second = time.group(3) == null ? 0 : Integer.parseInt(time.group(3));
      return Optional.of(
          LocalTime.of(Integer.parseInt(time.group(1)), Integer.parseInt(time.group(2)), second));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static LocalTime timeOf(BigDecimal days) {
    BigDecimal part = days.remainder(BigDecimal.ONE);
    long second = part.multiply(SECONDS_OF_DAY).setScale(0, RoundingMode.HALF_UP).longValue();
    return LocalTime.ofSecondOfDay(Math.min(second, SECONDS_OF_DAY.longValue() - 1));
  }

  /** A number of days as a spreadsheet program counts them. */
  private static Optional<BigDecimal> serial(String text) {
    return Numbers.of(text).filter(it -> it.signum() >= 0 && it.compareTo(SERIAL_MAX) < 0);
  }
}
