package id.aduan.lapor.simulator.push;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import com.standardwebhooks.exceptions.WebhookSigningException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;

/** Signs an event (Standard Webhooks) and sends it once. Redirects are not followed. */
final class WebhookClient {
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(2);
  private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(15);

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(CONNECT_TIMEOUT)
          .build();
  private final HttpRequest.Builder template;
  private final Webhook signer;
  private final InstantSource clock;

  /**
   * @throws IllegalArgumentException when the target is no http address, or the secret empty or no
   *     base64
   */
  WebhookClient(URI target, String secret, InstantSource clock) {
    this.template =
        HttpRequest.newBuilder(target)
            .timeout(ANSWER_TIMEOUT)
            .header("Content-Type", "application/json");
    this.clock = clock;
    try {
      this.signer = new Webhook(secret);
    } catch (EmptyWebhookSecretException e) {
      throw new IllegalArgumentException("the webhook secret is empty", e);
    }
  }

  /** The HTTP status, or the failure of talking at all. */
  CompletableFuture<Integer> send(PushEvent event) {
    long seconds = clock.instant().getEpochSecond();
    HttpRequest request =
        template
            .copy()
            .header("webhook-id", event.id())
            .header("webhook-timestamp", String.valueOf(seconds))
            .header("webhook-signature", signature(event, seconds))
            .POST(HttpRequest.BodyPublishers.ofString(event.body()))
            .build();
    return http.sendAsync(request, HttpResponse.BodyHandlers.discarding())
        .thenApply(HttpResponse::statusCode);
  }

  private String signature(PushEvent event, long seconds) {
    try {
      return signer.sign(event.id(), seconds, event.body());
    } catch (WebhookSigningException e) {
      throw new IllegalStateException("cannot sign", e);
    }
  }
}
