package id.aduan.lapor.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * A TCP proxy on the loopback interface that breaks connections on request: it cuts them after a
 * number of bytes in either direction, delays, dribbles, swallows and resets. It knows no protocol,
 * so it stands before HTTP and a database alike. It begins by forwarding faithfully.
 *
 * <p>Where the server ends a connection or resets it, so does the proxy.
 *
 * <p>It counts connections, bytes and cuts, so that a test can show that its fault really happened.
 * At most {@link #CONNECTIONS_MAX} connections are open at once, each with two threads; a further
 * one is closed at once. Safe for use by many threads.
 */
public final class TcpFaultProxy implements AutoCloseable {
  public static final int CONNECTIONS_MAX = 64;
  public static final int CUT_SECONDS_MAX = 5;
  private static final int CONNECT_MILLIS_MAX = 5_000;

  /** Which way bytes go. */
  public enum Direction {
    TO_SERVER,
    TO_CLIENT
  }

  /**
   * How the client sees a cut; the server sees the end of the stream, after all that was let by.
   */
  public enum Ending {
    /** As by a peer that closes in order. */
    FIN,
    /** As by a peer that crashed; bytes that the client has not read yet may be lost. */
    RST
  }

  private final InetSocketAddress server;
  private final ServerSocket listener;
  private final Semaphore places = new Semaphore(CONNECTIONS_MAX);
  private final Set<ProxiedConnection> open = ConcurrentHashMap.newKeySet();
  private volatile ProxyManner manner = ProxyManner.faithful();
  private volatile PlannedCut cut = PlannedCut.NONE;
  private int cuts;
  private final AtomicInteger connections = new AtomicInteger();
  private final AtomicLong bytesToServer = new AtomicLong();
  private final AtomicLong bytesToClient = new AtomicLong();
  private final ExecutorService threads =
      Executors.newCachedThreadPool(
          task -> {
            Thread thread = new Thread(task, "tcp-fault-proxy");
            thread.setDaemon(true);
            return thread;
          });

  /** Takes its clients from this listener, which it closes in the end. */
  TcpFaultProxy(InetSocketAddress server, ServerSocket listener) {
    this.server = server;
    this.listener = listener;
    threads.execute(this::accept);
  }

  /** Stands before this server, on a free port. */
  public static TcpFaultProxy before(InetSocketAddress server) {
    try {
      return new TcpFaultProxy(
          server, new ServerSocket(0, CONNECTIONS_MAX, InetAddress.getLoopbackAddress()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The same before the server of this address, which names a port. */
  public static TcpFaultProxy before(URI server) {
    return before(new InetSocketAddress(server.getHost(), server.getPort()));
  }

  public int port() {
    return listener.getLocalPort();
  }

  /** Forwards faithfully from now on, connections that are open too; a planned cut is forgotten. */
  public void forward() {
    become(ProxyManner.faithful());
    cut = PlannedCut.NONE;
  }

  /**
   * Cuts one connection, once: the one that carries the last of so many bytes in this direction,
   * counted from now on. With 0 it is the one that would carry the next byte.
   */
  public void cutAfter(Direction direction, long bytesBefore, Ending ending) {
    cut = PlannedCut.after(direction, bytesBefore, ending);
  }

  /** Cuts every connection that is open now. */
  public void cutAll(Ending ending) {
    open.forEach(connection -> cut(connection, ending));
  }

  private void cut(ProxiedConnection connection, Ending ending) {
    if (connection.cut(ending)) {
      counted();
    }
  }

  private synchronized void counted() {
    cuts++;
    notifyAll();
  }

  /** Lets what goes to the client wait, each piece of it for as long as is said then. */
  public void delay(Supplier<Duration> pause) {
    become(ProxyManner.delaying(pause));
  }

  /** Lets what goes to the client through byte by byte, with this pause before each. */
  public void dribble(Duration pause) {
    become(ProxyManner.dribbling(pause));
  }

  /** Accepts connections and swallows what both sides say, those that are open included. */
  public void swallow() {
    become(ProxyManner.swallowing());
  }

  /** Resets every connection as soon as it is made. */
  public void reset() {
    become(ProxyManner.resetting());
  }

  private synchronized void become(ProxyManner next) {
    manner.end();
    manner = next;
  }

  /** How many connections were made, those that were reset at once included. */
  public int connections() {
    return connections.get();
  }

  /** How many connections were cut or reset. */
  public synchronized int cuts() {
    return cuts;
  }

  /**
   * Waits until so many were cut: a client may have what it wants before its connection is.
   *
   * @return false if that took longer than {@link #CUT_SECONDS_MAX}
   */
  public synchronized boolean hasCut(int number) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(CUT_SECONDS_MAX);
    for (long left = end - System.nanoTime(); cuts < number; left = end - System.nanoTime()) {
      if (left <= 0) {
        return false;
      }
      TimeUnit.NANOSECONDS.timedWait(this, left);
    }
    return true;
  }

  /** How many bytes were let by in this direction. */
  public long bytes(Direction direction) {
    return counter(direction).get();
  }

  private AtomicLong counter(Direction direction) {
    return direction == Direction.TO_SERVER ? bytesToServer : bytesToClient;
  }

  private void accept() {
    while (!listener.isClosed()) {
      try {
        join(listener.accept());
      } catch (IOException e) {
        // that client alone is lost, unless the listener is closed: then it ends here
      }
    }
  }

  private void join(Socket client) throws IOException {
    connections.incrementAndGet();
    if (manner.resets() || !places.tryAcquire()) {
      try (client) {
        client.setSoLinger(true, 0);
      }
      counted();
      return;
    }
    try {
      threads.execute(() -> carry(client));
    } catch (RejectedExecutionException e) { // closed meanwhile
      places.release();
      client.close();
    }
  }

  private void carry(Socket client) {
    Socket far = new Socket();
    ProxiedConnection connection = new ProxiedConnection(client, far);
    open.add(connection);
    try (client;
        far) {
      if (listener.isClosed()) {
        return; // and whoever closed it may not have seen this one
      }
      client.setTcpNoDelay(true);
      far.setTcpNoDelay(true);
      far.connect(server, CONNECT_MILLIS_MAX);
      var back = threads.submit(() -> carryBack(connection));
      connection.carry(Direction.TO_SERVER, this::let);
      back.get();
    } catch (IOException | ExecutionException | RejectedExecutionException e) {
      connection.close(); // one side is gone, and so the other
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      open.remove(connection);
      places.release();
    }
  }

  /** The other thread waits for the client meanwhile, who has to see it when the server breaks. */
  private Void carryBack(ProxiedConnection connection) throws IOException {
    boolean whole = false;
    try {
      connection.carry(Direction.TO_CLIENT, this::let);
      whole = true;
    } finally {
      if (!whole) {
        connection.breakOff();
      }
    }
    return null;
  }

  private void let(ProxiedConnection connection, Direction direction, byte[] piece, int length)
      throws IOException {
    ProxyManner now = manner;
    if (now.swallows()) {
      return;
    }
    PlannedCut planned = cut;
    PlannedCut.Verdict verdict = planned.judge(direction, length);
    counter(direction).addAndGet(verdict.allowed());
    now.write(connection.out(direction), direction, piece, verdict.allowed());
    if (verdict.cuts()) {
      cut(connection, planned.ending());
    }
  }

  /** Closes the listener and all connections. */
  @Override
  public void close() {
    manner.end();
    try {
      listener.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      open.forEach(ProxiedConnection::close);
      threads.shutdownNow();
    }
  }
}
