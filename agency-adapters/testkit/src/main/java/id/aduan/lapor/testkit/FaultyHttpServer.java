package id.aduan.lapor.testkit;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * An HTTP server on the loopback interface in front of a fake system. It records what it is sent,
 * and fails as it is told: some {@link Fault faults} strike before the system is asked, others
 * after it has stored. A request that did not come whole is none.
 */
public final class FaultyHttpServer implements AutoCloseable {
  private final SystemBehind system;
  private final ExecutorService threads =
      Executors.newCachedThreadPool(
          task -> {
            Thread thread = new Thread(task, "faulty-http-server");
            thread.setDaemon(true);
            return thread;
          });
  private final List<String> recorded = new CopyOnWriteArrayList<>();
  private volatile Optional<Fault> fault = Optional.empty();
  private volatile CountDownLatch healed = new CountDownLatch(0);
  private HttpServer server;

  private FaultyHttpServer(SystemBehind system) throws IOException {
    this.system = system;
    server = listen(0);
  }

  /** The fake behind the server. Called by many threads. */
  public interface SystemBehind {
    Reply answer(Request request) throws IOException;

    /** How this kind of system says that it failed: 500 with an error, a SOAP fault. */
    Reply serverError();

    /** How this kind of system hides an error in an answer with status 200. */
    Reply errorInside();
  }

  /** What was asked; header names in any case. */
  @SuppressWarnings("ArrayRecordComponent") // handed through once, never compared
  public record Request(
      String method, URI uri, Map<String, List<String>> headers, String body, byte[] bytes) {}

  /** What is answered. */
  public record Reply(int status, String contentType, String body) {}

  /** Starts on a free port. */
  public static FaultyHttpServer before(SystemBehind system) {
    try {
      return new FaultyHttpServer(system);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private HttpServer listen(int port) throws IOException {
    InetAddress loopback = InetAddress.getLoopbackAddress();
    HttpServer created = HttpServer.create(new InetSocketAddress(loopback, port), 0);
    created.setExecutor(threads);
    created.createContext("/", this::handle);
    created.start();
    return created;
  }

  /** Without a slash at its end; the same before and after a fault. */
  public URI uri() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  public synchronized void fail(Fault kind) {
    healed = new CountDownLatch(1);
    fault = Optional.of(kind);
    if (kind == Fault.CONNECTION_REFUSED) {
      server.stop(0);
    }
  }

  /** Recovers, and forgets what was recorded. */
  public void reset() {
    recover();
    recorded.clear();
  }

  /** Ends a fault, and lets go of who still waits. */
  public synchronized void recover() {
    boolean stopped = fault.filter(it -> it == Fault.CONNECTION_REFUSED).isPresent();
    fault = Optional.empty();
    healed.countDown();
    if (stopped) {
      try {
        server = listen(server.getAddress().getPort());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** Every request since the last reset: its line, its headers, its body. */
  public String recorded() {
    return String.join("\n", recorded);
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
      headers.putAll(exchange.getRequestHeaders());
      byte[] bytes = exchange.getRequestBody().readAllBytes();
      String announced = exchange.getRequestHeaders().getFirst("Content-Length");
      if (announced != null && Long.parseLong(announced) != bytes.length) {
        return;
      }
      Request request =
          new Request(
              exchange.getRequestMethod(),
              exchange.getRequestURI(),
              headers,
              new String(bytes, StandardCharsets.UTF_8),
              bytes);
      recorded.add(
          request.method()
              + " "
              + request.uri()
              + "\n"
              + request.headers()
              + "\n"
              + request.body());
      Optional<Fault> now = fault;
      if (now.isPresent()) {
        failing(now.get(), request, exchange);
      } else {
        send(exchange, system.answer(request));
      }
    }
  }

  private void failing(Fault kind, Request request, HttpExchange exchange) throws IOException {
    Reply stored = kind.stores() ? system.answer(request) : new Reply(200, "text/plain", "");
    switch (kind) {
      case CONNECTION_REFUSED, CUT_AFTER_STORING -> exchange.close();
      case CUT_IN_ANSWER -> cut(exchange, stored);
      case SILENCE -> waitForReset();
      case HTML_PAGE -> send(exchange, new Reply(200, "text/html", "<html><p>Masuk</html>"));
      case EMPTY_ANSWER -> send(exchange, new Reply(200, stored.contentType(), ""));
      case SERVER_ERROR -> send(exchange, system.serverError());
      case ERROR_INSIDE -> send(exchange, system.errorInside());
      case UNAUTHORIZED -> send(exchange, new Reply(401, "text/plain", ""));
      case BUSY -> {
        exchange.getResponseHeaders().set("Retry-After", "120");
        send(exchange, new Reply(503, "text/html", "<html>Pemeliharaan</html>"));
      }
      case REDIRECT -> {
        exchange.getResponseHeaders().set("Location", "/elsewhere");
        send(exchange, new Reply(302, "text/html", ""));
      }
    }
  }

  private static void send(HttpExchange exchange, Reply reply) throws IOException {
    byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", reply.contentType());
    exchange.sendResponseHeaders(reply.status(), body.length == 0 ? -1 : body.length);
    if (body.length > 0) {
      exchange.getResponseBody().write(body);
    }
  }

  /** Promises the whole answer, and sends half. */
  private static void cut(HttpExchange exchange, Reply reply) throws IOException {
    byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", reply.contentType());
    exchange.sendResponseHeaders(reply.status(), body.length);
    exchange.getResponseBody().write(body, 0, body.length / 2);
    exchange.getResponseBody().flush();
  }

  private void waitForReset() {
    try {
      healed.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    recover();
    server.stop(0);
    threads.shutdownNow();
  }
}
