package id.aduan.lapor.bench.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * A client of HTTP/1.1 that costs little: connections that stay open, one request on each at a
 * time, written by whoever sends and answered by one thread. What finds no free connection waits
 * for one; 100,000 may wait, what is more fails. A request without an answer fails after 30 s. Safe
 * for use by many threads.
 */
final class Sender implements AutoCloseable {
  private static final int WAITING_MAX = 100_000;
  private static final long ANSWER_NANOS_MAX = 30_000_000_000L;
  private static final int LOOK_MILLIS = 500;

  /** Told instead of a status: refused, broken off, or no answer. */
  static final int NO_ANSWER = 0;

  /** Told instead of a status: too many waited already. */
  static final int NOT_SENT = -1;

  private final InetSocketAddress target;
  private final IntFunction<ByteBuffer> requests;
  private final Replies replies;
  private final Selector selector;
  private final List<Connection> connections = new ArrayList<>();
  private final ArrayDeque<Connection> idle = new ArrayDeque<>();
  private final ArrayDeque<Integer> waiting = new ArrayDeque<>();
  private final Thread thread = new Thread(this::read, "bench-answers");
  private volatile boolean closed;

  /** Is told the end of each request. Must not block. */
  interface Replies {
    /**
     * One request has ended.
     *
     * @param status of the answer, {@link #NO_ANSWER} or {@link #NOT_SENT}
     */
    void replied(int event, int status, long nanos);
  }

  private static final class Connection {
    @Nullable SocketChannel channel;
    HttpBytes bytes = new HttpBytes();
    int event = -1;
    long since;
  }

  /**
   * Makes one; it connects when it first sends.
   *
   * @param requests makes the bytes of a request; called by one thread at a time
   */
  Sender(
      InetSocketAddress target, int connections, IntFunction<ByteBuffer> requests, Replies replies)
      throws IOException {
    this.target = target;
    this.requests = requests;
    this.replies = replies;
    this.selector = Selector.open();
    for (int i = 0; i < connections; i++) {
      Connection connection = new Connection();
      this.connections.add(connection);
      idle.add(connection);
    }
    thread.setDaemon(true);
    thread.start();
  }

  /** Sends a request now, or as soon as a connection is free. */
  void send(int event) {
    boolean isTooMuch;
    boolean isBroken = false;
    synchronized (this) {
      Connection free = idle.poll();
      isTooMuch = free == null && waiting.size() >= WAITING_MAX;
      if (free != null) {
        isBroken = !write(free, event);
      } else if (!isTooMuch) {
        waiting.add(event);
      }
    }
    if (isTooMuch || isBroken) {
      replies.replied(event, isTooMuch ? NOT_SENT : NO_ANSWER, System.nanoTime());
    }
  }

  /** How many requests have no end yet. */
  synchronized int open() {
    return waiting.size() + connections.size() - idle.size();
  }

  /** Whether it was written; otherwise the connection is free again. Under the lock. */
  private boolean write(Connection connection, int event) {
    try {
      SocketChannel channel = connection.channel;
      if (channel == null) {
        channel = connect(connection);
      }
      connection.event = event;
      connection.since = System.nanoTime();
      HttpBytes.write(channel, requests.apply(event));
      return true;
    } catch (IOException e) { // nobody listens, or it was closed meanwhile
      drop(connection);
      idle.addLast(connection);
      return false;
    }
  }

  private SocketChannel connect(Connection connection) throws IOException {
    SocketChannel channel = SocketChannel.open();
    try {
      channel.connect(target);
      channel.configureBlocking(false);
      channel.socket().setTcpNoDelay(true);
      connection.bytes = new HttpBytes();
      channel.register(selector, SelectionKey.OP_READ, connection);
    } catch (IOException e) {
      channel.close();
      throw e;
    }
    connection.channel = channel;
    selector.wakeup();
    return channel;
  }

  private static void drop(Connection connection) {
    SocketChannel channel = connection.channel;
    connection.channel = null;
    connection.event = -1;
    if (channel != null) {
      try {
        channel.close();
      } catch (IOException e) {
        throw new UncheckedIOException("a socket cannot be closed", e);
      }
    }
  }

  private void read() {
    try {
      long looked = System.nanoTime();
      while (!closed) {
        selector.select(LOOK_MILLIS);
        for (SelectionKey key : selector.selectedKeys()) {
          if (key.isValid() && key.attachment() instanceof Connection connection) {
            take(connection);
          }
        }
        selector.selectedKeys().clear();
        if (System.nanoTime() - looked > LOOK_MILLIS * 1_000_000L) {
          looked = System.nanoTime();
          giveUp(looked);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("answers cannot be read", e);
    }
  }

  private void take(Connection connection) {
    int status = NO_ANSWER;
    boolean goesOn = false;
    int event;
    synchronized (this) {
      SocketChannel channel = connection.channel;
      if (channel == null) {
        return;
      }
      try {
        goesOn = connection.bytes.readFrom(channel);
        var answer = connection.bytes.next();
        if (answer.isEmpty() && goesOn) {
          return;
        }
        if (answer.isPresent()) {
          status = Integer.parseInt(answer.get().first().substring(9, 12));
          goesOn = goesOn && !answer.get().header("connection").equalsIgnoreCase("close");
        }
      } catch (IOException e) { // reset: the connector was killed
        goesOn = false;
      }
      event = connection.event;
      end(connection, goesOn);
    }
    if (event >= 0) {
      replies.replied(event, status, System.nanoTime());
    }
    sendWaiting();
  }

  /** Under the lock. */
  private void end(Connection connection, boolean goesOn) {
    boolean isBusy = connection.event >= 0;
    connection.event = -1;
    if (!goesOn) {
      drop(connection);
    }
    if (isBusy) {
      idle.addFirst(connection);
    }
  }

  private void sendWaiting() {
    Integer next;
    synchronized (this) {
      next = idle.isEmpty() ? null : waiting.poll();
    }
    if (next != null) {
      send(next);
    }
  }

  private void giveUp(long now) {
    for (Connection connection : connections) {
      int event = -1;
      synchronized (this) {
        if (connection.event >= 0 && now - connection.since > ANSWER_NANOS_MAX) {
          event = connection.event;
          end(connection, false);
        }
      }
      if (event >= 0) {
        replies.replied(event, NO_ANSWER, now);
        sendWaiting();
      }
    }
    // A refused connection frees itself without an answer that would take up the next.
    for (int i = open(); i > 0 && isStuck(); i--) {
      sendWaiting();
    }
  }

  private synchronized boolean isStuck() {
    return !idle.isEmpty() && !waiting.isEmpty();
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
    synchronized (this) {
      connections.forEach(Sender::drop);
    }
    selector.close();
  }
}
