package id.aduan.lapor.archfixtures.clock;

/** Planted: fetches the time. */
public final class BadAsksTheSystem {
  static long millis() {
    return System.currentTimeMillis();
  }

  private BadAsksTheSystem() {}
}
