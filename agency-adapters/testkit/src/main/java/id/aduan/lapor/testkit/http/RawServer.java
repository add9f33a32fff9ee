package id.aduan.lapor.testkit.http;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ServerSocketFactory;

/**
 * A server on the loopback interface that answers with bytes, so that it can say what no HTTP
 * library would. It keeps every request as it came. Safe for use by many threads.
 */
public final class RawServer implements AutoCloseable {
  private final ServerSocket listener;
  private final Script script;
  private final List<Heard> heard = new CopyOnWriteArrayList<>();
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final AtomicInteger connections = new AtomicInteger();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final CountDownLatch brokenOff = new CountDownLatch(1);
  private final ExecutorService threads =
      Executors.newCachedThreadPool(
          task -> {
            Thread thread = new Thread(task, "raw-server");
            thread.setDaemon(true);
            return thread;
          });

  /** What is done with a request; to leave the connection open means to wait for another one. */
  public interface Script {
    void play(Heard request, Socket connection) throws IOException;
  }

  public RawServer(Script script) {
    this(ServerSocketFactory.getDefault(), script);
  }

  public RawServer(ServerSocketFactory sockets, Script script) {
    this.script = script;
    try {
      listener = sockets.createServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    threads.execute(this::accept);
  }

  /** Answers every request with these bytes, in ISO 8859-1. */
  public static RawServer answering(String bytes) {
    return new RawServer((request, connection) -> write(connection, bytes));
  }

  public static void write(Socket connection, String bytes) throws IOException {
    OutputStream out = connection.getOutputStream();
    out.write(bytes.getBytes(StandardCharsets.ISO_8859_1));
    out.flush();
  }

  /** The address of a path here, which may have a query. */
  public URI uri(String path) {
    return URI.create("http://127.0.0.1:" + listener.getLocalPort() + path);
  }

  /** The requests that came whole, oldest first. */
  public List<Heard> heard() {
    return List.copyOf(heard);
  }

  /** How many connections were made. */
  public int connections() {
    return connections.get();
  }

  /** Waits until the other side has broken off a connection that a script still wrote to. */
  public boolean isBrokenOffWithin(long seconds) throws InterruptedException {
    return brokenOff.await(seconds, TimeUnit.SECONDS);
  }

  /** Waits for the end of the test, as a far end that hangs does. */
  public void hang() {
    pause(TimeUnit.MINUTES.toMillis(1));
  }

  /**
   * Waits, but not past the end of the test.
   *
   * @return false at the end of the test
   */
  public boolean pause(long millis) {
    try {
      return !closed.await(millis, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private void accept() {
    while (!listener.isClosed()) {
      try {
        Socket connection = listener.accept();
        connections.incrementAndGet();
        open.add(connection);
        threads.execute(() -> serve(connection));
      } catch (IOException e) {
        return;
      }
    }
  }

  private void serve(Socket connection) {
    boolean answering = false;
    try (connection) {
      InputStream in = new BufferedInputStream(connection.getInputStream());
      while (!connection.isClosed()) {
        answering = false;
        Heard request = Heard.read(in);
        heard.add(request);
        answering = true;
        script.play(request, connection);
      }
    } catch (IOException e) {
      if (answering) {
        brokenOff.countDown();
      }
    } finally {
      open.remove(connection);
    }
  }

  @Override
  public void close() {
    closed.countDown();
    threads.shutdownNow();
    try {
      listener.close();
      for (Socket connection : open) {
        connection.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
