package id.aduan.lapor.archfixtures.signatures.sync;

/** Compares what is no signature. */
public final class GoodComparesElsewhere {
  static boolean same(String one, String other) {
    return one.equals(other);
  }

  private GoodComparesElsewhere() {}
}
