package id.aduan.lapor.delivery;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The stable key of one effect at one far end: a function of leg, operation and payload version,
 * the same over retries, restarts and nodes (C7).
 */
public record IdempotencyKey(String value) {

  public static IdempotencyKey of(Lane lane, String operation, String version) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (String part :
          new String[] {lane.complaint().value(), lane.target(), operation, version}) {
        byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
        digest.update(ByteBuffer.allocate(4).putInt(0, bytes.length));
        digest.update(bytes);
      }
      return new IdempotencyKey(HexFormat.of().formatHex(digest.digest(), 0, 20));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
