package id.aduan.lapor.deadline;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Names a content, so that another content has another name even under the same label (CAL-08). */
final class ContentVersion {
  private static final int HASH_BYTES = 4;

  private ContentVersion() {}

  /** The label, {@code ~}, and the first 8 hexadecimal digits of the content's SHA-256. */
  static String of(String label, byte[] content) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(content);
      return label + "~" + HexFormat.of().formatHex(hash, 0, HASH_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
