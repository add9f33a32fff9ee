package id.aduan.lapor.archfixtures.clock;

import java.time.Instant;

/** Planted: fetches the time. */
public final class BadAsksNow {
  static Instant now() {
    return Instant.now();
  }

  private BadAsksNow() {}
}
