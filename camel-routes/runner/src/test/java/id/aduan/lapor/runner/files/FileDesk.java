package id.aduan.lapor.runner.files;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/**
 * An agency over real HTTP that opens tickets and takes files. It keeps a file when all of it came,
 * keeps it once more when it comes once more, and stops where it is told to.
 */
final class FileDesk implements AutoCloseable {
  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Queue<String> tickets = new ConcurrentLinkedQueue<>();
  private final Queue<Stored> files = new ConcurrentLinkedQueue<>();
  private final AtomicInteger stopped = new AtomicInteger();
  private volatile Stop stop = Stop.NEVER;

  /** A file as it came, by its name at the agency. */
  record Stored(String ticket, String name, String sha256) {}

  /** Where it says nothing more to whoever sends a file. */
  enum Stop {
    NEVER,
    /** With half of it read, which is thrown away. */
    HALF,
    /** With all of it kept, and nothing answered. */
    KEPT
  }

  FileDesk() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/dishub/tickets", this::ticket);
    server.createContext("/dishub/files", this::file);
    server.start();
  }

  URI baseUri() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/dishub");
  }

  void stopsAt(Stop where) {
    stopped.set(0);
    stop = where;
  }

  /** How many files it stopped at since it was told to. */
  int stopped() {
    return stopped.get();
  }

  List<String> tickets() {
    return List.copyOf(tickets);
  }

  List<Stored> files() {
    return List.copyOf(files);
  }

  private void ticket(HttpExchange exchange) throws IOException {
    if (exchange.getRequestMethod().equals("POST")) {
      String reference =
          new ObjectMapper().readTree(exchange.getRequestBody()).path("nomor").asText();
      tickets.add(reference);
      answer(exchange, "{\"id\": \"T-%s\"}".formatted(reference));
      return;
    }
    String reference = exchange.getRequestURI().getQuery().replace("ref=", "");
    answer(
        exchange,
        tickets.contains(reference)
            ? "{\"data\": [{\"id\": \"T-%s\"}]}".formatted(reference)
            : "{\"data\": []}");
  }

  private void file(HttpExchange exchange) throws IOException {
    String[] path = exchange.getRequestURI().getPath().split("/", -1);
    if (exchange.getRequestMethod().equals("GET")) {
      answer(
          exchange,
          files.stream()
              .filter(it -> it.ticket().equals(path[3]))
              .map(it -> "{\"name\": \"%s\"}".formatted(it.name()))
              .collect(Collectors.joining(", ", "{\"data\": [", "]}")));
      return;
    }
    long length = Long.parseLong(exchange.getRequestHeaders().getFirst("Content-Length"));
    if (stop == Stop.HALF) {
      exchange.getRequestBody().skipNBytes(length / 2);
      stand();
      return;
    }
    byte[] body = exchange.getRequestBody().readAllBytes();
    if (body.length == length) {
      files.add(new Stored(path[3], path[4], sha256(body)));
    }
    if (stop == Stop.KEPT) {
      stand();
      return;
    }
    answer(exchange, "{}");
  }

  private void stand() {
    stopped.incrementAndGet();
    try {
      closed.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void answer(HttpExchange exchange, String json) throws IOException {
    byte[] bytes = json.getBytes(UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(200, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  @Override
  public void close() {
    closed.countDown();
    server.stop(0);
    threads.shutdownNow();
  }
}
