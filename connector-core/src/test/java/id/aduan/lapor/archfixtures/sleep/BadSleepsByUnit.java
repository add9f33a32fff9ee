package id.aduan.lapor.archfixtures.sleep;

import java.util.concurrent.TimeUnit;

/** Planted: sleeps. */
public final class BadSleepsByUnit {
  static void rest() throws InterruptedException {
    TimeUnit.SECONDS.sleep(1);
  }

  private BadSleepsByUnit() {}
}
