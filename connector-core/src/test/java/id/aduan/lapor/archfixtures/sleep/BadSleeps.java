package id.aduan.lapor.archfixtures.sleep;

/** Planted: sleeps. */
public final class BadSleeps {
  static void rest() throws InterruptedException {
    Thread.sleep(1);
  }

  private BadSleeps() {}
}
