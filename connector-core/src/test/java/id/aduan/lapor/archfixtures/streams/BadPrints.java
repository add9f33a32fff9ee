package id.aduan.lapor.archfixtures.streams;

/** Planted: prints. */
public final class BadPrints {
  static void print() {
    System.out.println("x");
  }

  private BadPrints() {}
}
