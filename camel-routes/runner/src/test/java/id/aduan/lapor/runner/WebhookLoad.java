package id.aduan.lapor.runner;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** A portal that pushes one complaint after the other on kept-alive connections, until ended. */
public final class WebhookLoad implements AutoCloseable {
  private static final int FIRST_COMPLAINT = 9_100_000;
  private final AtomicInteger next;
  private final Queue<String> acknowledged = new ConcurrentLinkedQueue<>();
  private final Set<Integer> statuses = ConcurrentHashMap.newKeySet();
  private final AtomicInteger refused = new AtomicInteger();
  private final AtomicLong lastAcknowledged = new AtomicLong(Long.MIN_VALUE);
  private final HttpClient client = HttpClient.newHttpClient();
  private final ExecutorService senders;
  private volatile boolean ended;

  WebhookLoad(URI address, int atOnce) {
    this(address, atOnce, 0);
  }

  /**
   * Begins at once.
   *
   * @param from how many numbers of complaints are left out
   */
  public WebhookLoad(URI address, int atOnce, int from) {
    next = new AtomicInteger(FIRST_COMPLAINT + from);
    senders = Executors.newFixedThreadPool(atOnce);
    for (int i = 0; i < atOnce; i++) {
      senders.execute(() -> push(address));
    }
  }

  /** Until it is ended, or nobody listens any more. */
  private void push(URI address) {
    while (!ended) {
      String complaint = Integer.toString(next.incrementAndGet());
      try {
        int status =
            client
                .send(
                    SampleConfig.webhook(address, "msg_" + complaint, complaint),
                    BodyHandlers.discarding())
                .statusCode();
        statuses.add(status);
        if (status == 202) {
          acknowledged.add(complaint);
          lastAcknowledged.accumulateAndGet(System.nanoTime(), Math::max);
        } else if (status == 503) {
          refused.incrementAndGet();
        }
      } catch (IOException e) {
        return; // refused or cut off: not acknowledged
      } catch (InterruptedException e) {
        return; // closed
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    }
  }

  /** The complaints that were answered 202. */
  public List<String> acknowledged() {
    return List.copyOf(acknowledged);
  }

  /** How many were answered 503. */
  public int refused() {
    return refused.get();
  }

  public Set<Integer> statuses() {
    return Set.copyOf(statuses);
  }

  /** By the monotonic clock. */
  long lastAcknowledgedAt() {
    return lastAcknowledged.get();
  }

  public void end() throws InterruptedException {
    ended = true;
    senders.shutdown();
    if (!senders.awaitTermination(30, TimeUnit.SECONDS)) {
      throw new IllegalStateException("a request neither ended nor failed");
    }
  }

  @Override
  public void close() {
    ended = true;
    senders.shutdownNow();
  }
}
