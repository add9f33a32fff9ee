package id.aduan.lapor.archfixtures.clock;

import java.time.Instant;
import java.util.function.Supplier;

/** Planted: fetches the time, by a method reference. */
public final class BadRefersToNow {
  static Supplier<Instant> time() {
    return Instant::now;
  }

  private BadRefersToNow() {}
}
