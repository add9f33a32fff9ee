package id.aduan.lapor.bench.parts;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

/** The JDK's HTTP client without the connector: tickets as fast as they are opened. */
final class BareClient {
  private static final int THREADS = 16;
  private static final String TEXT =
      "Lampu jalan di depan pasar padam, mohon diperbaiki. ".repeat(20);

  private BareClient() {}

  /** Arguments: ports separated by commas, seconds of warm-up, seconds. Prints calls per second. */
  public static void main(String[] args) throws InterruptedException {
    String[] ports = args[0].split(",", -1);
    long warm = System.nanoTime() + TimeUnit.SECONDS.toNanos(Long.parseLong(args[1]));
    long end = warm + TimeUnit.SECONDS.toNanos(Long.parseLong(args[2]));
    HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    LongAdder calls = new LongAdder();
    AtomicInteger next = new AtomicInteger();
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    for (int i = 0; i < THREADS; i++) {
      var unused =
          threads.submit(
              () -> {
                while (System.nanoTime() < end) {
                  open(client, ports, next.getAndIncrement());
                  if (System.nanoTime() > warm) {
                    calls.increment();
                  }
                }
                return null;
              });
    }
    threads.shutdown();
    if (!threads.awaitTermination(10, TimeUnit.MINUTES) || calls.sum() == 0) {
      throw new IllegalStateException("the agencies answered nothing");
    }
    System.out.printf(
        Locale.ROOT, "%.0f%n", calls.sum() * 1e9 / (double) (System.nanoTime() - warm));
  }

  private static void open(HttpClient client, String[] ports, int number)
      throws IOException, InterruptedException {
    String body =
        "{\"nomor\":\""
            + (9_000_000 + number)
            + "\",\"judul\":\"[r1] Lampu jalan padam\",\"uraian\":\""
            + TEXT
            + "\"}";
    HttpRequest request =
        HttpRequest.newBuilder(
                URI.create("http://127.0.0.1:" + ports[number % ports.length] + "/tiket"))
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", Integer.toString(number))
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    int status = client.send(request, BodyHandlers.ofString()).statusCode();
    if (status != 201) {
      throw new IOException("the agency answered " + status);
    }
  }
}
