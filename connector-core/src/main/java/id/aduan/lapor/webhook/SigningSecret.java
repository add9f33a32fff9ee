package id.aduan.lapor.webhook;

import java.security.MessageDigest;
import java.util.Base64;
import javax.crypto.spec.SecretKeySpec;

/** A shared secret of Standard Webhooks: 24 to 64 bytes, written as {@code whsec_} and base64. */
public final class SigningSecret {
  private static final String PREFIX = "whsec_";
  private static final int BYTES_MIN = 24;
  private static final int BYTES_MAX = 64;
  private final SecretKeySpec key;

  private SigningSecret(byte[] bytes) {
    this.key = new SecretKeySpec(bytes, "HmacSHA256");
  }

  /**
   * Reads a secret; the prefix may be left out.
   *
   * @throws IllegalArgumentException when it is not base64 or of another length; the message never
   *     holds the secret
   */
  public static SigningSecret parse(String text) {
    String encoded = text.startsWith(PREFIX) ? text.substring(PREFIX.length()) : text;
    byte[] bytes;
    try {
      bytes = Base64.getDecoder().decode(encoded);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("a webhook secret is base64, with or without whsec_");
    }
    if (bytes.length < BYTES_MIN || bytes.length > BYTES_MAX) {
      throw new IllegalArgumentException(
          "a webhook secret has 24 to 64 bytes, this one has " + bytes.length);
    }
    return new SigningSecret(bytes);
  }

  /** Whether both are the same secret, however written. */
  public boolean isSameAs(SigningSecret other) {
    return MessageDigest.isEqual(key.getEncoded(), other.key.getEncoded());
  }

  SecretKeySpec key() {
    return key;
  }

  @Override
  public String toString() {
    return "***";
  }
}
