package id.aduan.lapor.archfixtures.signatures.webhook;

/** Planted: takes longer the more characters agree. */
public final class BadComparesStrings {
  static boolean same(String expected, String given) {
    return expected.equals(given);
  }

  private BadComparesStrings() {}
}
