package id.aduan.lapor.webhook;

import java.util.List;

/**
 * The headers that prove a callback, each with every value that was sent: three of a signature, or
 * that of a token. {@link WebhookCheck#headersOf} reads those that it needs.
 */
public record WebhookHeaders(
    List<String> id, List<String> timestamp, List<String> signature, List<String> token) {
  public static final String ID = "webhook-id";
  public static final String TIMESTAMP = "webhook-timestamp";
  public static final String SIGNATURE = "webhook-signature";

  public WebhookHeaders {
    id = List.copyOf(id);
    timestamp = List.copyOf(timestamp);
    signature = List.copyOf(signature);
    token = List.copyOf(token);
  }

  /** Those of a signed callback. */
  public WebhookHeaders(List<String> id, List<String> timestamp, List<String> signature) {
    this(id, timestamp, signature, List.of());
  }

  static WebhookHeaders ofToken(List<String> token) {
    return new WebhookHeaders(List.of(), List.of(), List.of(), token);
  }

  /** How many, and no value: one of them may be a secret. */
  @Override
  public String toString() {
    return "WebhookHeaders[%d, %d, %d, %d]"
        .formatted(id.size(), timestamp.size(), signature.size(), token.size());
  }
}
