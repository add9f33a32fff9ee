package id.aduan.lapor.webhook;

import java.util.List;

/** The three headers of a signed callback, each with every value that was sent. */
public record WebhookHeaders(List<String> id, List<String> timestamp, List<String> signature) {
  public static final String ID = "webhook-id";
  public static final String TIMESTAMP = "webhook-timestamp";
  public static final String SIGNATURE = "webhook-signature";

  public WebhookHeaders {
    id = List.copyOf(id);
    timestamp = List.copyOf(timestamp);
    signature = List.copyOf(signature);
  }
}
