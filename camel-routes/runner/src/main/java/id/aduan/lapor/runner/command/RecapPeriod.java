package id.aduan.lapor.runner.command;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The days of a recap. Pure.
 *
 * @param to its last day
 */
record RecapPeriod(String title, LocalDate from, LocalDate to) {
  private static final Pattern QUARTER = Pattern.compile("(\\d{4})-[Qq]([1-4])");
  private static final Locale INDONESIAN = Locale.forLanguageTag("id-ID");

  /**
   * Reads a month.
   *
   * @throws IllegalArgumentException with what it is to look like
   */
  static RecapPeriod month(String text) {
    try {
      YearMonth month = YearMonth.parse(text);
      String name = month.getMonth().getDisplayName(TextStyle.FULL_STANDALONE, INDONESIAN);
      return new RecapPeriod(name + " " + month.getYear(), month.atDay(1), month.atEndOfMonth());
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("a month looks like 2026-10");
    }
  }

  /** Reads a quarter. */
  static RecapPeriod quarter(String text) {
    Matcher quarter = QUARTER.matcher(text);
    if (!quarter.matches()) {
      throw new IllegalArgumentException("a quarter looks like 2026-Q3");
    }
    int number = Integer.parseInt(quarter.group(2));
    YearMonth last = YearMonth.of(Integer.parseInt(quarter.group(1)), number * 3);
    return new RecapPeriod(
        "Triwulan " + number + " " + last.getYear(),
        last.minusMonths(2).atDay(1),
        last.atEndOfMonth());
  }

  /** Reads two days. */
  static RecapPeriod days(String from, String to) {
    try {
      LocalDate first = LocalDate.parse(from);
      LocalDate last = LocalDate.parse(to);
      if (last.isBefore(first)) {
        throw new IllegalArgumentException("--to is before --from; change them about");
      }
      return new RecapPeriod(first + " s.d. " + last, first, last);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("a day looks like 2026-10-31");
    }
  }

  Instant begin(ZoneId zone) {
    return from.atStartOfDay(zone).toInstant();
  }

  Instant end(ZoneId zone) {
    return to.plusDays(1).atStartOfDay(zone).toInstant();
  }
}
