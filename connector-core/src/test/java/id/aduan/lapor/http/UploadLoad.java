package id.aduan.lapor.http;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Sends 20 files of 50 MB at once; the server is in the same process, so that its memory counts
 * too. Prints how many bytes arrived.
 */
final class UploadLoad {
  static final int FILES = 20;
  static final long BYTES = 50_000_000;
  private static final Duration LONG = Duration.ofMinutes(5);

  private UploadLoad() {}

  /** Nothing of it is in memory. */
  private record Zeros(long length) implements Content {
    @Override
    public InputStream open() {
      return new InputStream() {
        private long left = length;

        @Override
        public int read() {
          return left-- > 0 ? 0 : -1;
        }

        @Override
        public int read(byte[] bytes, int offset, int wanted) {
          int given = (int) Math.min(wanted, left);
          left -= given;
          return given == 0 && wanted > 0 ? -1 : given;
        }
      };
    }
  }

  public static void main(String[] args) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(2 * FILES);
    AtomicLong arrived = new AtomicLong();
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext(
        "/",
        exchange -> {
          arrived.addAndGet(drained(exchange.getRequestBody()));
          exchange.sendResponseHeaders(204, -1);
          exchange.close();
        });
    server.start();
    URI address = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    HttpCall call =
        new HttpCall(
            "POST",
            address,
            Map.of(),
            Optional.of(new HttpCall.Body("application/octet-stream", new Zeros(BYTES))),
            new HttpBounds(LONG, LONG, 1000),
            TlsIdentity.SYSTEM);
    try (JdkHttpTransport transport = new JdkHttpTransport()) {
      List<Future<HttpReply>> replies = new ArrayList<>();
      for (int i = 0; i < FILES; i++) {
        replies.add(threads.submit(() -> transport.exchange(call)));
      }
      for (Future<HttpReply> reply : replies) {
        if (reply.get().status() != 204) {
          throw new IllegalStateException("answered " + reply.get().status());
        }
      }
      System.out.println("arrived " + arrived.get());
    } finally {
      server.stop(0);
      threads.shutdownNow();
    }
  }

  private static long drained(InputStream in) throws IOException {
    byte[] part = new byte[16_384];
    long all = 0;
    for (int read = in.read(part); read >= 0; read = in.read(part)) {
      all += read;
    }
    return all;
  }
}
