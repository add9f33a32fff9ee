package id.aduan.lapor.runner.faults;

import com.standardwebhooks.Webhook;
import id.aduan.lapor.runner.SampleConfig;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * A portal that pushes new complaints and new revisions of earlier ones, as fast as they are
 * acknowledged, on several connections; what was not acknowledged it pushes again, first to where
 * it did and then to wherever it is sent next. Each complaint stays with one connection.
 */
final class Revisions implements AutoCloseable {
  private static final int FIRST_COMPLAINT = 9_200_000;
  private static final double NEW = 0.6;
  private static final Duration ANSWER_MAX = Duration.ofSeconds(10);
  private static final Duration AGAIN = Duration.ofMillis(20);

  private final HttpClient client =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
  private final AtomicInteger complaints = new AtomicInteger();
  private final Map<Integer, Integer> acknowledged = new ConcurrentHashMap<>();
  private final AtomicInteger messages = new AtomicInteger();
  private final AtomicInteger cutOff = new AtomicInteger();
  private final AtomicInteger underWay = new AtomicInteger();
  private final ExecutorService senders;
  private volatile @Nullable URI address;
  private volatile boolean ended;

  /** Begins, though it has no address yet. */
  Revisions(int connections, long seed) {
    senders = Executors.newFixedThreadPool(connections);
    for (int i = 0; i < connections; i++) {
      Random chance = new Random(seed + i);
      senders.execute(() -> push(chance));
    }
  }

  /** Where it pushes from now on. */
  synchronized void to(URI newAddress) {
    address = newAddress;
    notifyAll();
  }

  /** The newest acknowledged revision of each complaint. */
  Map<Integer, Integer> acknowledged() {
    return Map.copyOf(acknowledged);
  }

  int messages() {
    return messages.get();
  }

  /** How often a message was cut off before its answer, so that it had to be pushed again. */
  int cutOff() {
    return cutOff.get();
  }

  /** How many messages wait for their answer at this moment. */
  int underWay() {
    return underWay.get();
  }

  /** Pushes what is under way to its end, and nothing more. */
  void end() throws InterruptedException {
    ended = true;
    senders.shutdown();
    if (!senders.awaitTermination(60, TimeUnit.SECONDS)) {
      throw new IllegalStateException("a message is not acknowledged");
    }
  }

  private void push(Random chance) {
    List<Integer> own = new ArrayList<>();
    while (!ended) {
      int complaint;
      if (own.isEmpty() || chance.nextDouble() < NEW) {
        complaint = FIRST_COMPLAINT + complaints.incrementAndGet();
        own.add(complaint);
      } else {
        complaint = own.get(chance.nextInt(own.size()));
      }
      int revision = acknowledged.getOrDefault(complaint, 0) + 1;
      try {
        untilAcknowledged(complaint, revision);
      } catch (InterruptedException e) {
        return; // closed
      }
      acknowledged.put(complaint, revision);
      messages.incrementAndGet();
    }
  }

  private void untilAcknowledged(int complaint, int revision) throws InterruptedException {
    while (!acknowledges(complaint, revision)) {
      synchronized (this) {
        wait(AGAIN.toMillis());
      }
    }
  }

  private boolean acknowledges(int complaint, int revision) throws InterruptedException {
    URI to = address;
    if (to == null) {
      return false;
    }
    underWay.incrementAndGet();
    try {
      return client.send(message(to, complaint, revision), BodyHandlers.discarding()).statusCode()
          == 202;
    } catch (ConnectException e) {
      return false; // nobody listens
    } catch (IOException e) {
      cutOff.incrementAndGet();
      return false;
    } finally {
      underWay.decrementAndGet();
    }
  }

  private static HttpRequest message(URI to, int complaint, int revision) {
    String event = "msg_" + complaint + "_" + revision;
    String body =
        """
        {"type": "complaint.%s", "revision": %d, "data": {"complaint_id": %d, "title": "[r%2$d]",
         "content": "Lampu mati.", "is_anonymous": false, "is_secret": false,
         "reporter": {"name": "Nobody", "phone": "0"}}}
        """
            .formatted(revision == 1 ? "created" : "updated", revision, complaint);
    long now = Instant.now().getEpochSecond();
    try {
      return HttpRequest.newBuilder(to.resolve("/webhooks/portal"))
          .header("Content-Type", "application/json")
          .header("webhook-id", event)
          .header("webhook-timestamp", "" + now)
          .header("webhook-signature", new Webhook(SampleConfig.SECRET).sign(event, now, body))
          .timeout(ANSWER_MAX)
          .POST(BodyPublishers.ofString(body))
          .build();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    ended = true;
    senders.shutdownNow();
  }
}
