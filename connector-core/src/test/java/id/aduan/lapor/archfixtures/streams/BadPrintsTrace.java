package id.aduan.lapor.archfixtures.streams;

/** Planted: prints a stack trace. */
public final class BadPrintsTrace {
  static void print(Exception e) {
    e.printStackTrace();
  }

  private BadPrintsTrace() {}
}
