package id.aduan.lapor.routes.mail;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import javax.net.SocketFactory;
import javax.net.ssl.SSLContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends mails when their time is up, wherever they are, by closing their sockets: the mail library
 * counts from one answer to the next, so a server that drips never meets its timeouts. One thread
 * for all.
 */
final class MailDeadline implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(MailDeadline.class);

  private final ScheduledThreadPoolExecutor timer =
      new ScheduledThreadPoolExecutor(
          1,
          work -> {
            Thread thread = new Thread(work, "lapor-mail-deadline");
            thread.setDaemon(true);
            return thread;
          });

  MailDeadline() {
    timer.setRemoveOnCancelPolicy(true);
  }

  /** Begins the time of one mail. */
  Watch watch(Duration deadline) {
    Watch watch = new Watch();
    watch.pending = timer.schedule(watch, deadline.toMillis(), TimeUnit.MILLISECONDS);
    return watch;
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }

  /** The time of one mail, and the sockets that it opened. */
  static final class Watch implements Runnable, AutoCloseable {
    private final List<Closeable> sockets = new ArrayList<>();
    private Future<?> pending = CompletableFuture.completedFuture(null);
    private boolean ranOut;

    private Watch() {}

    /** Makes sockets that end with the time. */
    SocketFactory open() {
      return new Watched(SocketFactory.getDefault());
    }

    /** The same, sealed. */
    SocketFactory sealed(SSLContext context) {
      return new Watched(context.getSocketFactory());
    }

    private synchronized <S extends Socket> S watched(S socket) throws IOException {
      sockets.add(socket);
      if (ranOut) {
        socket.close();
      }
      return socket;
    }

    @Override
    public synchronized void run() {
      ranOut = true;
      for (Closeable socket : sockets) {
        try {
          socket.close();
        } catch (IOException e) {
          LOG.debug("a socket that ran out of time did not close in order");
        }
      }
    }

    synchronized boolean ranOut() {
      return ranOut;
    }

    @Override
    public void close() {
      pending.cancel(false);
    }

    private final class Watched extends SocketFactory {
      private final SocketFactory sockets;

      Watched(SocketFactory sockets) {
        this.sockets = sockets;
      }

      @Override
      public Socket createSocket() throws IOException {
        return watched(sockets.createSocket());
      }

      @Override
      public Socket createSocket(String host, int port) throws IOException {
        return watched(sockets.createSocket(host, port));
      }

      @Override
      public Socket createSocket(String host, int port, InetAddress local, int localPort)
          throws IOException {
        return watched(sockets.createSocket(host, port, local, localPort));
      }

      @Override
      public Socket createSocket(InetAddress host, int port) throws IOException {
        return watched(sockets.createSocket(host, port));
      }

      @Override
      public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort)
          throws IOException {
        return watched(sockets.createSocket(host, port, local, localPort));
      }
    }
  }
}
