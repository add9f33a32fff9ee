package id.aduan.lapor.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An agency that opens each ticket at once, and notes when. */
final class AgencyStub implements AutoCloseable {
  private static final int THREADS = 8;
  private static final Pattern REFERENCE = Pattern.compile("\"nomor\"\\s*:\\s*\"(\\d+)\"");
  private final HttpServer server;
  private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);
  private final Map<String, CompletableFuture<Long>> awaited = new ConcurrentHashMap<>();
  private final AtomicLong opened = new AtomicLong();

  AgencyStub() throws IOException {
    // Without it an answer waits 40 ms for the receiver's acknowledgement.
    System.setProperty("sun.net.httpserver.nodelay", "true");
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::open);
    server.start();
  }

  URI baseUri() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** When the ticket of this complaint is opened, by the monotonic clock. */
  CompletableFuture<Long> awaitTicket(String complaint) {
    return awaited.computeIfAbsent(complaint, id -> new CompletableFuture<>());
  }

  /** How many tickets were opened. */
  long opened() {
    return opened.get();
  }

  private void open(HttpExchange exchange) throws IOException {
    Matcher body = REFERENCE.matcher(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
    String reference = body.find() ? body.group(1) : "";
    byte[] answer = "{\"id\":\"T-%s\"}".formatted(reference).getBytes(UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(201, answer.length);
    exchange.getResponseBody().write(answer);
    exchange.close();
    opened.incrementAndGet();
    CompletableFuture<Long> waiting = awaited.remove(reference);
    if (waiting != null) {
      waiting.complete(System.nanoTime());
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
