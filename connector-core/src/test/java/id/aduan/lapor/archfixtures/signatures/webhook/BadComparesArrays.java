package id.aduan.lapor.archfixtures.signatures.webhook;

import java.util.Arrays;

/** Planted: takes longer the more bytes agree. */
public final class BadComparesArrays {
  static boolean same(byte[] expected, byte[] given) {
    return Arrays.equals(expected, given);
  }

  private BadComparesArrays() {}
}
