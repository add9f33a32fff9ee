package id.aduan.lapor.bench.load;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/**
 * Agencies, each on a port of its own, served by one thread without a library: they open each
 * ticket at once, and one whose number is repeated is the same ticket.
 */
public final class AgencyDesks implements AutoCloseable {
  private static final int WAITING_CONNECTIONS_MAX = 1_024;

  /** How the first line of a request with a file begins, before the number of the ticket. */
  private static final String FILE = "POST /berkas/T-";

  private final Arrivals arrivals;
  private final Selector selector;
  private final List<Desk> desks = new ArrayList<>();
  private final Queue<Runnable> orders = new ConcurrentLinkedQueue<>();
  private final Thread thread = new Thread(this::serve, "bench-agencies");
  private volatile boolean closed;
  private volatile @Nullable Throwable failure;

  /** What an agency does with a request. */
  public enum Mode {
    ANSWERS,
    /** Reads and never answers; what it read does not count as arrived. */
    HANGS,
    /** Refuses connections. */
    DOWN
  }

  /** Is told of each whole request, by the one thread of the agencies, before it is answered. */
  public interface Arrivals {
    /**
     * Notes one.
     *
     * @param key its idempotency key
     */
    void arrived(int complaint, int revision, String key, boolean opens, long nanos);

    /** Notes a file that came as a whole for the ticket of a complaint. */
    default void fileArrived(int complaint, String key) {}
  }

  private static final class Desk {
    final int port;
    final Set<SocketChannel> callers = new HashSet<>();
    @Nullable ServerSocketChannel listening;
    Mode mode = Mode.ANSWERS;

    Desk(ServerSocketChannel listening) {
      this.listening = listening;
      this.port = listening.socket().getLocalPort();
    }
  }

  private record Caller(Desk desk, HttpBytes bytes) {}

  public AgencyDesks(int count, Arrivals arrivals) throws IOException {
    this.arrivals = arrivals;
    this.selector = Selector.open();
    for (int i = 0; i < count; i++) {
      ServerSocketChannel listening = listen(0);
      Desk desk = new Desk(listening);
      desks.add(desk);
      listening.register(selector, SelectionKey.OP_ACCEPT, desk);
    }
    thread.setDaemon(true);
    thread.start();
  }

  private static ServerSocketChannel listen(int port) throws IOException {
    ServerSocketChannel listening = ServerSocketChannel.open();
    listening.bind(
        new InetSocketAddress(InetAddress.getLoopbackAddress(), port), WAITING_CONNECTIONS_MAX);
    listening.configureBlocking(false);
    return listening;
  }

  /** The ports, by the number of the agency. */
  public List<Integer> ports() {
    return desks.stream().map(desk -> desk.port).toList();
  }

  /**
   * From now on, as soon as the thread of the agencies gets to it.
   *
   * @throws IllegalStateException if the agencies have stopped, for instance because a port was
   *     taken while its agency was down
   */
  public void mode(int agency, Mode mode) {
    if (failure != null) {
      throw new IllegalStateException("the agencies have stopped", failure);
    }
    orders.add(() -> change(desks.get(agency), mode));
    selector.wakeup();
  }

  private void change(Desk desk, Mode mode) {
    desk.mode = mode;
    try {
      if (mode == Mode.DOWN && desk.listening != null) {
        desk.listening.close();
        desk.listening = null;
        for (SocketChannel caller : desk.callers) {
          caller.close();
        }
        desk.callers.clear();
        // A channel lets go of its port only when its selector has looked: it may be opened again
        // in the same round.
        selector.selectNow();
      } else if (mode != Mode.DOWN && desk.listening == null) {
        desk.listening = listen(desk.port);
        desk.listening.register(selector, SelectionKey.OP_ACCEPT, desk);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("port " + desk.port + " cannot be opened again", e);
    }
  }

  private void serve() {
    try {
      while (!closed) {
        selector.select();
        for (Runnable order = orders.poll(); order != null; order = orders.poll()) {
          order.run();
        }
        for (SelectionKey key : selector.selectedKeys()) {
          if (key.isValid()) {
            handle(key);
          }
        }
        selector.selectedKeys().clear();
      }
    } catch (IOException | RuntimeException e) { // told to whoever closes them
      failure = e;
    }
  }

  private void handle(SelectionKey key) throws IOException {
    if (key.attachment() instanceof Caller caller && key.channel() instanceof SocketChannel from) {
      boolean goesOn;
      try {
        goesOn = serve(caller, from);
      } catch (IOException e) { // a connector that is killed resets its connections
        goesOn = false;
      }
      if (!goesOn) {
        caller.desk().callers.remove(from);
        from.close();
      }
    } else if (key.attachment() instanceof Desk desk && desk.listening != null) {
      for (SocketChannel from = desk.listening.accept();
          from != null;
          from = desk.listening.accept()) {
        from.configureBlocking(false);
        from.socket().setTcpNoDelay(true);
        desk.callers.add(from);
        from.register(selector, SelectionKey.OP_READ, new Caller(desk, new HttpBytes()));
      }
    }
  }

  private boolean serve(Caller caller, SocketChannel from) throws IOException {
    boolean goesOn = caller.bytes().readFrom(from);
    for (var next = caller.bytes().next(); next.isPresent(); next = caller.bytes().next()) {
      if (caller.desk().mode == Mode.ANSWERS) {
        answer(next.get(), from);
      }
    }
    return goesOn;
  }

  private void answer(HttpBytes.Message request, SocketChannel to) throws IOException {
    if (request.first().startsWith(FILE)) {
      int id = (int) (number(request.first(), FILE) - Webhooks.FIRST_COMPLAINT);
      arrivals.fileArrived(id, request.header("idempotency-key"));
      write(to, true, "{\"id\":\"B-" + id + "\"}");
      return;
    }
    long nanos = System.nanoTime();
    boolean opens = request.first().startsWith("POST ");
    long id = number(request.body(), "\"nomor\":\"");
    int revision = (int) number(request.body(), "[r");
    arrivals.arrived(
        (int) (id - Webhooks.FIRST_COMPLAINT),
        revision,
        request.header("idempotency-key"),
        opens,
        nanos);
    write(to, opens, "{\"id\":\"T-" + id + "\"}");
  }

  private static void write(SocketChannel to, boolean created, String body) throws IOException {
    String head =
        (created ? "HTTP/1.1 201 Created" : "HTTP/1.1 200 OK")
            + "\r\nContent-Type: application/json\r\nContent-Length: "
            + body.length()
            + "\r\n\r\n";
    HttpBytes.write(to, ByteBuffer.wrap((head + body).getBytes(ISO_8859_1)));
  }

  private static long number(String body, String before) throws IOException {
    int at = body.indexOf(before);
    int begin = at + before.length();
    int end = begin;
    while (at >= 0 && end < body.length() && Character.isDigit(body.charAt(end))) {
      end++;
    }
    if (at < 0 || end == begin) {
      throw new IOException("a request without " + before + ": the configuration does not fit");
    }
    return Long.parseLong(body.substring(begin, end));
  }

  @Override
  public void close() throws IOException {
    closed = true;
    selector.wakeup();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    for (SelectionKey key : selector.keys()) {
      key.channel().close();
    }
    selector.close();
    if (failure != null) {
      throw new IOException("the agencies stopped before their end", failure);
    }
  }
}
