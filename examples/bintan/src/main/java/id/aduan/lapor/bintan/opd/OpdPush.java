package id.aduan.lapor.bintan.opd;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import com.standardwebhooks.exceptions.WebhookSigningException;
import id.aduan.lapor.bintan.desk.AgencyEvent;
import id.aduan.lapor.bintan.desk.Ledger;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * Tells an address what the officers of one unit wrote, signed (Standard Webhooks), in order, each
 * entry once. It does not try again: who missed something reads the feed.
 */
final class OpdPush implements Consumer<AgencyEvent>, AutoCloseable {
  private static final Duration ANSWER_MAX = Duration.ofSeconds(5);
  private static final int ENTRIES_MAX = 100;
  private static final int ACCEPTED = 202;
  private static final JsonMapper JSON = new JsonMapper();

  private final Ledger ledger;
  private final String unit;
  private final URI target;
  private final Webhook signer;
  private final InstantSource clock;
  private final HttpClient http = HttpClient.newBuilder().connectTimeout(ANSWER_MAX).build();
  private final AtomicInteger taken = new AtomicInteger();
  private final ExecutorService line =
      Executors.newSingleThreadExecutor(
          work -> {
            Thread thread = new Thread(work, "opd-push");
            thread.setDaemon(true);
            return thread;
          });

  /** Where the next message begins; touched on the line alone. */
  private long told;

  OpdPush(Ledger ledger, String unit, URI target, String secret, InstantSource clock) {
    this.ledger = ledger;
    this.unit = unit;
    this.target = target;
    this.clock = clock;
    try {
      this.signer = new Webhook(secret);
    } catch (EmptyWebhookSecretException e) {
      throw new IllegalArgumentException("the webhook secret is empty", e);
    }
  }

  /** How many messages were acknowledged. */
  int taken() {
    return taken.get();
  }

  @Override
  public void accept(AgencyEvent event) {
    if (event.unit().equals(unit)) {
      line.execute(this::tell);
    }
  }

  private void tell() {
    ChangePage page = ChangePage.read(ledger, unit, told, ENTRIES_MAX);
    told = page.lastId();
    if (!page.entries().isEmpty() && isTaken(page)) {
      taken.incrementAndGet();
    }
  }

  private boolean isTaken(ChangePage page) {
    try {
      String id = "opd-" + unit + "-" + page.entries().get(0).id();
      HttpRequest message = message(id, body(page));
      return http.send(message, HttpResponse.BodyHandlers.discarding()).statusCode() == ACCEPTED;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } catch (IOException | WebhookSigningException e) {
      return false; // it stands in the feed
    }
  }

  private static String body(ChangePage page) throws JsonProcessingException {
    return JSON.writeValueAsString(
        Map.of("perubahan", page.entries().stream().map(TicketView::change).toList()));
  }

  private HttpRequest message(String id, String body) throws WebhookSigningException {
    long seconds = clock.instant().getEpochSecond();
    return HttpRequest.newBuilder(target)
        .timeout(ANSWER_MAX)
        .header("Content-Type", "application/json")
        .header("webhook-id", id)
        .header("webhook-timestamp", String.valueOf(seconds))
        .header("webhook-signature", signer.sign(id, seconds, body))
        .POST(HttpRequest.BodyPublishers.ofString(body))
        .build();
  }

  @Override
  public void close() {
    line.shutdownNow();
  }
}
