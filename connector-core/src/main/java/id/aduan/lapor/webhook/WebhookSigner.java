package id.aduan.lapor.webhook;

import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Signs what we push, by Standard Webhooks. Immutable; safe for use by many threads. */
public final class WebhookSigner {
  private final List<SigningSecret> secrets;

  /**
   * Makes a signer.
   *
   * @param secrets at least one; with several, as while one takes another's place, all sign
   */
  public WebhookSigner(List<SigningSecret> secrets) {
    if (secrets.isEmpty()) {
      throw new IllegalArgumentException("a webhook signer needs at least one secret");
    }
    this.secrets = List.copyOf(secrets);
  }

  /**
   * The headers that prove the body.
   *
   * @param id the same for each attempt
   * @param at of this attempt
   */
  public Map<String, String> headers(String id, Instant at, byte[] body) {
    String timestamp = Long.toString(at.getEpochSecond());
    String signatures =
        secrets.stream()
            .map(secret -> WebhookVerifier.mac(secret, id, timestamp, body))
            .map(mac -> "v1," + Base64.getEncoder().encodeToString(mac))
            .collect(Collectors.joining(" "));
    return Map.of(
        WebhookHeaders.ID, id,
        WebhookHeaders.TIMESTAMP, timestamp,
        WebhookHeaders.SIGNATURE, signatures);
  }
}
