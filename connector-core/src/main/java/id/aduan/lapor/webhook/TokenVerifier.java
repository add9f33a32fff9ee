package id.aduan.lapor.webhook;

import id.aduan.lapor.webhook.Verdict.Genuine;
import id.aduan.lapor.webhook.Verdict.Malformed;
import id.aduan.lapor.webhook.Verdict.Reason;
import id.aduan.lapor.webhook.Verdict.Refused;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Checks callbacks of a side that cannot sign and sends a fixed token in a header. Several tokens
 * may be valid at once, for rotation. Only their hashes are kept, and hashes are compared in
 * constant time.
 *
 * <p>A token proves neither the body nor the time, so the id of an event is the SHA-256 of its
 * bytes: the same bytes again are the same event, however much later (C3). Safe for use by many
 * threads.
 */
public final class TokenVerifier implements WebhookCheck {
  private static final int LENGTH_MIN = 16;
  private static final int LENGTH_MAX = 512;
  private static final Pattern HEADER = Pattern.compile("[A-Za-z0-9-]{1,64}");
  private static final Pattern TOKEN =
      Pattern.compile(
          "(?=.{%d,%d}$)[\\x21-\\x7e][\\x20-\\x7e]*[\\x21-\\x7e]"
              .formatted(LENGTH_MIN, LENGTH_MAX));

  private final String header;
  private final List<byte[]> hashes;

  private TokenVerifier(String header, List<byte[]> hashes) {
    this.header = header;
    this.hashes = hashes;
  }

  /**
   * Makes a verifier.
   *
   * @param header where the token is sent: letters, digits and hyphens
   * @param tokens at least one (S2), newest first, of 16 to 512 ASCII characters as the header has
   *     them, a word such as {@code Bearer} included
   * @throws IllegalArgumentException otherwise; the message never holds a token
   */
  public static TokenVerifier of(String header, List<String> tokens) {
    if (!HEADER.matcher(header).matches()) {
      throw new IllegalArgumentException("a header's name is 1 to 64 letters, digits and hyphens");
    }
    if (tokens.isEmpty()) {
      throw new IllegalArgumentException("a token verifier needs at least one token");
    }
    return new TokenVerifier(header, tokens.stream().map(TokenVerifier::hashOfToken).toList());
  }

  private static byte[] hashOfToken(String token) {
    if (!TOKEN.matcher(token).matches()) {
      throw new IllegalArgumentException(
          "a webhook token has %d to %d ASCII characters, the first and the last no space"
              .formatted(LENGTH_MIN, LENGTH_MAX));
    }
    return sha256(token.getBytes(StandardCharsets.US_ASCII));
  }

  @Override
  public WebhookHeaders headersOf(Function<String, List<String>> valuesOf) {
    return WebhookHeaders.ofToken(valuesOf.apply(header));
  }

  @Override
  public Verdict verify(WebhookHeaders headers, byte[] body) {
    List<String> sent = headers.token();
    if (sent.size() > 1) {
      return new Malformed("the header of the token was sent twice");
    }
    if (sent.isEmpty()) {
      return new Refused(Reason.MISSING_HEADER);
    }
    return isKnown(sha256(sent.get(0).getBytes(StandardCharsets.UTF_8)))
        ? new Genuine(HexFormat.of().formatHex(sha256(body)))
        : new Refused(Reason.BAD_TOKEN);
  }

  /** Whether one token opens both doors; they would then be one sender's. */
  public boolean sharesWith(TokenVerifier other) {
    return other.hashes.stream().anyMatch(this::isKnown);
  }

  private boolean isKnown(byte[] given) {
    boolean found = false;
    for (byte[] hash : hashes) {
      found |= MessageDigest.isEqual(hash, given);
    }
    return found;
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  @Override
  public String toString() {
    return "TokenVerifier[" + header + "]";
  }
}
