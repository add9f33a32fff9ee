package id.aduan.lapor.runner;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** The agency of {@link SampleConfig} over real HTTP: stores each ticket, then answers, or not. */
public final class TicketStub implements AutoCloseable {
  private static final Duration FOR_EVER = Duration.ofDays(1);
  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Queue<String> stored = new ConcurrentLinkedQueue<>();
  private volatile boolean silent;
  private volatile Duration pause = Duration.ZERO;
  private volatile Consumer<String> listener = reference -> {};

  public TicketStub() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/dishub/tickets", this::handle);
    server.start();
  }

  public URI baseUri() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/dishub");
  }

  /** From now on it keeps what it is sent and says nothing; or answers again. */
  public void beSilent(boolean wish) {
    silent = wish;
  }

  /** From now on it takes its time to answer what it has stored. */
  public void answersAfter(Duration newPause) {
    pause = newPause;
  }

  /** Is told of each ticket as it is stored. */
  public void listener(Consumer<String> newListener) {
    listener = newListener;
  }

  /** The references of the tickets, in the order of their arrival. */
  public List<String> stored() {
    return List.copyOf(stored);
  }

  private void handle(HttpExchange exchange) throws IOException {
    String answer;
    if (exchange.getRequestMethod().equals("POST")) {
      String reference =
          new ObjectMapper().readTree(exchange.getRequestBody()).path("nomor").asText();
      stored.add(reference);
      listener.accept(reference);
      if (silent) {
        keepSilent(FOR_EVER);
      } else if (!pause.isZero()) {
        keepSilent(pause);
      }
      answer = "{\"id\": \"T-%s\"}".formatted(reference);
    } else {
      String reference = exchange.getRequestURI().getQuery().replace("ref=", "");
      answer =
          stored.contains(reference)
              ? "{\"data\": [{\"id\": \"T-%s\"}]}".formatted(reference)
              : "{\"data\": []}";
    }
    byte[] bytes = answer.getBytes(UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(200, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private void keepSilent(Duration most) {
    try {
      if (closed.await(most.toMillis(), TimeUnit.MILLISECONDS)) {
        return; // nobody needs the answer any more
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    closed.countDown();
    server.stop(0);
    threads.shutdownNow();
  }
}
