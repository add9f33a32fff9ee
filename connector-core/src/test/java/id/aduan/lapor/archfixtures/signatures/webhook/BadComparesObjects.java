package id.aduan.lapor.archfixtures.signatures.webhook;

import java.util.Objects;

/** Planted: takes longer the more characters agree. */
public final class BadComparesObjects {
  static boolean same(Object expected, Object given) {
    return Objects.equals(expected, given);
  }

  private BadComparesObjects() {}
}
