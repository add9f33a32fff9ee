package id.aduan.lapor.archfixtures.signatures.webhook;

import java.security.MessageDigest;

/** Takes as long whatever agrees. */
public final class GoodComparesInConstantTime {
  static boolean same(byte[] expected, byte[] given) {
    return MessageDigest.isEqual(expected, given);
  }

  private GoodComparesInConstantTime() {}
}
