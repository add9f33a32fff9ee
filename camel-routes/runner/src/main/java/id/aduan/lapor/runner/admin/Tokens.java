package id.aduan.lapor.runner.admin;

import id.aduan.lapor.yaml.Secret;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Collection;
import java.util.List;

/** Who may ask: whoever shows one of these tokens. Safe for use by many threads. */
final class Tokens {
  private static final String SCHEME = "Bearer ";
  private static final int BYTES = 32;
  private final List<byte[]> digests;

  Tokens(Collection<Secret> tokens) {
    digests = tokens.stream().map(token -> digest(token.reveal())).toList();
  }

  /** A new one, 256 bits of chance. */
  static Secret random(SecureRandom chance) {
    byte[] bytes = new byte[BYTES];
    chance.nextBytes(bytes);
    return Secret.of(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }

  /** The value of the header that shows a token. */
  static String header(Secret token) {
    return SCHEME + token.reveal();
  }

  /**
   * Whether a request's {@code Authorization} shows one of the tokens. How long the answer takes
   * tells nothing of how much of a token was right: digests are compared, each whole.
   */
  boolean admit(List<String> authorizations) {
    String shown = authorizations.size() == 1 ? authorizations.get(0) : "";
    byte[] digest = digest(shown.startsWith(SCHEME) ? shown.substring(SCHEME.length()) : "");
    boolean known = false;
    for (byte[] one : digests) {
      known |= MessageDigest.isEqual(one, digest);
    }
    return known;
  }

  private static byte[] digest(String token) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
