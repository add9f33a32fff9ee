package id.aduan.lapor.webhook;

import id.aduan.lapor.webhook.Verdict.Genuine;
import id.aduan.lapor.webhook.Verdict.Malformed;
import id.aduan.lapor.webhook.Verdict.Reason;
import id.aduan.lapor.webhook.Verdict.Refused;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import javax.crypto.Mac;

/**
 * Checks callbacks signed by the Standard Webhooks scheme: HMAC-SHA256 over {@code
 * id.timestamp.body} with the raw bytes of the body, at most 300 seconds old or early. Several
 * secrets may be valid at once, for rotation. Comparison takes the same time wherever signatures
 * differ.
 *
 * <p>Safe for use by many threads.
 */
public final class WebhookVerifier implements WebhookCheck {
  public static final Duration TOLERANCE = Duration.ofMinutes(5);
  private static final int SIGNATURES_MAX = 16;
  private static final Pattern ID = Pattern.compile("[\\x21-\\x2d\\x2f-\\x7e]{1,255}");
  private static final Pattern TIMESTAMP = Pattern.compile("\\d{1,12}");
  private static final Pattern SPACE = Pattern.compile(" ");
  private static final String VERSION = "v1,";

  private final List<SigningSecret> secrets;
  private final InstantSource time;

  /**
   * Makes a verifier.
   *
   * @param secrets at least one: without a secret nothing could be proven (S2)
   */
  public WebhookVerifier(List<SigningSecret> secrets, InstantSource time) {
    if (secrets.isEmpty()) {
      throw new IllegalArgumentException("a webhook verifier needs at least one secret");
    }
    this.secrets = List.copyOf(secrets);
    this.time = time;
  }

  @Override
  public WebhookHeaders headersOf(Function<String, List<String>> valuesOf) {
    return new WebhookHeaders(
        valuesOf.apply(WebhookHeaders.ID),
        valuesOf.apply(WebhookHeaders.TIMESTAMP),
        valuesOf.apply(WebhookHeaders.SIGNATURE));
  }

  @Override
  public Verdict verify(WebhookHeaders headers, byte[] body) {
    if (headers.id().size() > 1
        || headers.timestamp().size() > 1
        || headers.signature().size() > 1) {
      return new Malformed("a webhook header was sent twice");
    }
    if (headers.id().isEmpty() || headers.timestamp().isEmpty() || headers.signature().isEmpty()) {
      return new Refused(Reason.MISSING_HEADER);
    }
    String id = headers.id().get(0);
    if (!ID.matcher(id).matches()) {
      return new Malformed("webhook-id is 1 to 255 visible ASCII characters without a full stop");
    }
    String timestamp = headers.timestamp().get(0);
    if (!TIMESTAMP.matcher(timestamp).matches()) {
      return new Refused(Reason.BAD_TIMESTAMP);
    }
    String[] signatures = SPACE.split(headers.signature().get(0), SIGNATURES_MAX + 2);
    if (signatures.length > SIGNATURES_MAX) {
      return new Malformed("webhook-signature holds more than " + SIGNATURES_MAX + " signatures");
    }
    if (!isTimely(Long.parseLong(timestamp))) {
      return new Refused(Reason.STALE);
    }
    return isSigned(id, timestamp, body, signatures)
        ? new Genuine(id)
        : new Refused(Reason.BAD_SIGNATURE);
  }

  private boolean isTimely(long timestamp) {
    long age = time.instant().getEpochSecond() - timestamp;
    return Math.abs(age) <= TOLERANCE.toSeconds();
  }

  private boolean isSigned(String id, String timestamp, byte[] body, String[] signatures) {
    boolean found = false;
    for (SigningSecret secret : secrets) {
      byte[] expected = mac(secret, id, timestamp, body);
      for (String signature : signatures) {
        found |= matches(expected, signature);
      }
    }
    return found;
  }

  private static boolean matches(byte[] expected, String signature) {
    if (!signature.startsWith(VERSION)) {
      return false;
    }
    byte[] given = signature.substring(VERSION.length()).getBytes(StandardCharsets.UTF_8);
    return MessageDigest.isEqual(Base64.getEncoder().encode(expected), given);
  }

  static byte[] mac(SigningSecret secret, String id, String timestamp, byte[] body) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(secret.key());
      mac.update((id + "." + timestamp + ".").getBytes(StandardCharsets.UTF_8));
      return mac.doFinal(body);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has HmacSHA256", e);
    }
  }
}
