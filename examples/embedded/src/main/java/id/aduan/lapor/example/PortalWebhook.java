package id.aduan.lapor.example;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import id.aduan.lapor.failure.LaporException;
import id.aduan.lapor.sync.WebhookIntake;
import id.aduan.lapor.sync.WebhookIntake.Answer;
import id.aduan.lapor.webhook.WebhookHeaders;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletionException;

/**
 * Takes the portal's webhooks in a server of the host's own, here the JDK's. The answer is given
 * only after what it confirms is durable.
 */
public final class PortalWebhook implements HttpHandler {
  private static final int BODY_BYTES_MAX = 10 * 1024 * 1024;
  private final WebhookIntake intake;

  public PortalWebhook(WebhookIntake intake) {
    this.intake = intake;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readNBytes(BODY_BYTES_MAX + 1);
      int status = body.length > BODY_BYTES_MAX ? 413 : status(headers(exchange), body);
      if (status == 503) {
        exchange.getResponseHeaders().set("Retry-After", "30");
      }
      exchange.sendResponseHeaders(status, -1);
    }
  }

  // snippet: webhook
  private int status(WebhookHeaders headers, byte[] body) {
    try {
      Answer answer = intake.receive(headers, body).join();
      if (answer instanceof Answer.Kept) {
        return 202; // durable, whether it was understood or not
      }
      return answer instanceof Answer.Malformed ? 400 : 401;
    } catch (CompletionException e) {
      if (e.getCause() instanceof LaporException) {
        return 503; // nothing was kept: the portal must send it again
      }
      throw e;
    }
  }

  // end

  private static WebhookHeaders headers(HttpExchange exchange) {
    return new WebhookHeaders(
        all(exchange, WebhookHeaders.ID),
        all(exchange, WebhookHeaders.TIMESTAMP),
        all(exchange, WebhookHeaders.SIGNATURE));
  }

  private static List<String> all(HttpExchange exchange, String name) {
    return exchange.getRequestHeaders().getOrDefault(name, List.of());
  }
}
