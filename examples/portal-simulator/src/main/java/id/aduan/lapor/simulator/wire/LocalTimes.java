package id.aduan.lapor.simulator.wire;

import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The portal's ways to write a time without its zone (portal-wire 12, fact 6). */
final class LocalTimes {
  /** PHP's {@code d-m-Y H:i:s}. */
  static final DateTimeFormatter DAY_FIRST =
      DateTimeFormatter.ofPattern("dd-MM-uuuu HH:mm:ss", Locale.ROOT);

  /** PHP's {@code Y-m-d H:i:s}. */
  static final DateTimeFormatter YEAR_FIRST =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

  private LocalTimes() {}
}
