package id.aduan.lapor.bench.load;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;

/**
 * Calls a port without end while a connector boots, without a signature, and counts what it is
 * told: refused connections and 503 say "later", 401 that it is there; anything else would make a
 * portal give up.
 */
final class BootProbe implements AutoCloseable {
  private static final long PAUSE_NANOS = 2_000_000;
  private static final int ANSWER_MILLIS_MAX = 5_000;

  private final int port;
  private final Map<Integer, Integer> answers = new TreeMap<>();
  private final Thread thread = new Thread(this::call, "bench-probe");
  private volatile boolean closed;

  BootProbe(int port) {
    this.port = port;
    thread.setDaemon(true);
    thread.start();
  }

  private void call() {
    byte[] request =
        ("POST /webhooks/portal HTTP/1.1\r\nHost: 127.0.0.1:"
                + port
                + "\r\nContent-Type: application/json\r\nContent-Length: 2\r\n"
                + "Connection: close\r\n\r\n{}")
            .getBytes(ISO_8859_1);
    while (!closed) {
      answers.merge(once(request), 1, Integer::sum);
      LockSupport.parkNanos(PAUSE_NANOS);
    }
  }

  private int once(byte[] request) {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(ANSWER_MILLIS_MAX);
      OutputStream out = socket.getOutputStream();
      out.write(request);
      out.flush();
      String line = new String(socket.getInputStream().readNBytes(12), ISO_8859_1);
      return line.length() < 12 ? Sender.NO_ANSWER : Integer.parseInt(line.substring(9));
    } catch (IOException e) { // nobody listens yet
      return Sender.NO_ANSWER;
    }
  }

  /** Ends the calling and tells how often what came; 0 stands for no answer. */
  Map<Integer, Integer> answers() {
    close();
    return Map.copyOf(answers);
  }

  @Override
  public void close() {
    closed = true;
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
