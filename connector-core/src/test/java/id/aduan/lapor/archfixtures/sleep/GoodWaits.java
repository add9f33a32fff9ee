package id.aduan.lapor.archfixtures.sleep;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Waits on a condition. */
public final class GoodWaits {
  static boolean rest(CountDownLatch done) throws InterruptedException {
    return done.await(1, TimeUnit.SECONDS);
  }

  private GoodWaits() {}
}
