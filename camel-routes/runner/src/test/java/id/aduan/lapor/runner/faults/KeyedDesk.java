package id.aduan.lapor.runner.faults;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import id.aduan.lapor.runner.SampleConfig;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * An agency that opens tickets and takes changes of them, and honours idempotency keys: what comes
 * again under a key that it has seen is answered and changes nothing.
 */
final class KeyedDesk implements AutoCloseable {
  private static final int ANSWERS_AFTER_MILLIS = 5;
  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Set<String> keys = new HashSet<>();
  private final List<Carried> carried = new ArrayList<>();
  private final AtomicInteger requests = new AtomicInteger();
  private final AtomicInteger underWay = new AtomicInteger();

  /** What it carried out, in this order. */
  record Carried(boolean opens, int complaint, int revision) {}

  KeyedDesk() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/dishub/tickets", this::handle);
    server.start();
  }

  /** Has the sample's agency be this one, and nothing slow down what comes in. */
  void configure(SampleConfig sample) {
    sample.replace(
        "http://127.0.0.1:1/dishub",
        "http://127.0.0.1:" + server.getAddress().getPort() + "/dishub");
    sample.replace("poll: {every: PT1S}", "poll: {every: PT1H}");
    sample.replace("    kind: opd\n", "    kind: opd\n    concurrency: 16\n");
    sample.replace(
        "      find: {path: \"/tickets?ref={reference}\", items: /data, ticket: /id}\n",
        """
              honoursKeys: true
              update:
                path: /tickets/{ticket}
                body: '{"judul": title, "nomor": trackingId}'
        """);
    sample.replace(
        "delivery: {", "delivery: {base: PT1S, cap: PT2S, probeFirst: PT1S, probeCap: PT2S, ");
    sample.replace(
        "port: 0, admin",
        "port: 0, rate: {perSecond: 100000}, ratePerAddress: {perSecond: 100000}, admin");
  }

  synchronized List<Carried> carried() {
    return List.copyOf(carried);
  }

  /** How many came, those under a known key among them. */
  int requests() {
    return requests.get();
  }

  /** How many wait for its answer at this moment. */
  int underWay() {
    return underWay.get();
  }

  private void handle(HttpExchange exchange) throws IOException {
    JsonNode body = new ObjectMapper().readTree(exchange.getRequestBody());
    int complaint = body.path("nomor").asInt();
    String title = body.path("judul").asText();
    int revision = Integer.parseInt(title.substring(2, title.length() - 1));
    requests.incrementAndGet();
    underWay.incrementAndGet();
    try {
      synchronized (this) {
        if (keys.add(exchange.getRequestHeaders().getFirst("Idempotency-Key"))) {
          carried.add(new Carried(exchange.getRequestMethod().equals("POST"), complaint, revision));
        }
      }
      if (closed.await(ANSWERS_AFTER_MILLIS, TimeUnit.MILLISECONDS)) {
        return;
      }
      byte[] answer = "{\"id\": \"T-%d\"}".formatted(complaint).getBytes(UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(200, answer.length);
      exchange.getResponseBody().write(answer);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      underWay.decrementAndGet();
      exchange.close();
    }
  }

  @Override
  public void close() {
    closed.countDown();
    server.stop(0);
    threads.shutdownNow();
  }
}
