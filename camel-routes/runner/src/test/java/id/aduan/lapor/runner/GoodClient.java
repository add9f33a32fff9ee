package id.aduan.lapor.runner;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.standardwebhooks.Webhook;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A portal that pushes at a fixed pace, each webhook on a connection of its own, from one address
 * of this machine. The time of each counts from when it was due; one that is not acknowledged
 * counts as the longest.
 */
final class GoodClient implements AutoCloseable {
  static final Duration FAILED = Duration.ofSeconds(30);
  private static final Duration PACE = Duration.ofMillis(50);
  private static final AtomicInteger EVENTS = new AtomicInteger();
  private final URI target;
  private final String from;
  private final Queue<Duration> times = new ConcurrentLinkedQueue<>();
  private final ScheduledExecutorService clock = Executors.newScheduledThreadPool(8);

  GoodClient(URI target, String from) {
    this.target = target;
    this.from = from;
  }

  /** Pushes for so long, and gives the time of each, the shortest first. */
  List<Duration> push(Duration during) throws InterruptedException {
    long begin = System.nanoTime();
    long count = during.dividedBy(PACE);
    for (int i = 0; i < count; i++) {
      long due = begin + i * PACE.toNanos();
      var unused =
          clock.schedule(() -> pushOne(due), due - System.nanoTime(), TimeUnit.NANOSECONDS);
    }
    clock.shutdown();
    if (!clock.awaitTermination(during.toSeconds() + 60, TimeUnit.SECONDS)) {
      throw new IllegalStateException("a push neither ended nor failed");
    }
    return times.stream().sorted().toList();
  }

  private void pushOne(long due) {
    boolean kept;
    try {
      kept = send().startsWith("HTTP/1.1 202 ");
    } catch (IOException e) {
      kept = false; // refused, cut off or too late: counts as the longest
    }
    times.add(kept ? Duration.ofNanos(System.nanoTime() - due) : FAILED);
  }

  private String send() throws IOException {
    String event = "good_" + EVENTS.incrementAndGet();
    String body = "{\"data\": {\"complaint_id\": 9100001, \"content\": \"Lampu mati.\"}}";
    long now = Instant.now().getEpochSecond();
    try (Socket socket = new Socket()) {
      socket.bind(new InetSocketAddress(from, 0));
      socket.connect(new InetSocketAddress(target.getHost(), target.getPort()), 10_000);
      socket.setSoTimeout(10_000);
      String request =
          """
          POST /webhooks/portal HTTP/1.1\r
          Host: localhost\r
          Content-Type: application/json\r
          Content-Length: %d\r
          webhook-id: %s\r
          webhook-timestamp: %d\r
          webhook-signature: %s\r
          Connection: close\r
          \r
          %s"""
              .formatted(body.length(), event, now, signature(event, now, body), body);
      socket.getOutputStream().write(request.getBytes(US_ASCII));
      return String.valueOf(
          new BufferedReader(new InputStreamReader(socket.getInputStream(), US_ASCII)).readLine());
    }
  }

  private static String signature(String event, long now, String body) {
    try {
      return new Webhook(SampleConfig.SECRET).sign(event, now, body);
    } catch (Exception e) {
      throw new IllegalStateException("the sample's secret does not sign", e);
    }
  }

  @Override
  public void close() {
    clock.shutdownNow();
  }
}
