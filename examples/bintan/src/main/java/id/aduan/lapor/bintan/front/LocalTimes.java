package id.aduan.lapor.bintan.front;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** Times as the agencies of Bintan write them: Western Indonesian Time (WIB), without a zone. */
public final class LocalTimes {
  public static final ZoneId WIB = ZoneId.of("Asia/Jakarta");
  private static final DateTimeFormatter FORMAT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withZone(WIB);

  private LocalTimes() {}

  /** For example {@code 2026-11-25 14:03:22}. */
  public static String of(Instant instant) {
    return FORMAT.format(instant);
  }
}
