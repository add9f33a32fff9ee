package id.aduan.lapor.archfixtures.clock;

import java.time.LocalDate;
import java.time.ZoneOffset;

/** Planted: fetches the date. */
public final class BadAsksToday {
  static LocalDate today() {
    return LocalDate.now(ZoneOffset.UTC);
  }

  private BadAsksToday() {}
}
