package id.aduan.lapor.store.jdbc;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/** A line to a server that can stop carrying anything while it stays open at both ends. */
final class DeadLine implements AutoCloseable {
  private final ServerSocket listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<Socket> sockets = new CopyOnWriteArrayList<>();
  private final AtomicLong swallowed = new AtomicLong();
  private volatile boolean swallowing;

  DeadLine(int serverPort) throws IOException {
    threads.execute(
        () -> {
          while (!listening.isClosed()) {
            try {
              Socket here = listening.accept();
              Socket there = new Socket(InetAddress.getLoopbackAddress(), serverPort);
              sockets.addAll(List.of(here, there));
              threads.execute(() -> carry(here, there));
              threads.execute(() -> carry(there, here));
            } catch (IOException e) {
              return; // it was closed
            }
          }
        });
  }

  int port() {
    return listening.getLocalPort();
  }

  void swallow(boolean all) {
    swallowing = all;
  }

  long swallowed() {
    return swallowed.get();
  }

  private void carry(Socket from, Socket to) {
    byte[] buffer = new byte[8_192];
    try (from;
        to) {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        if (swallowing) {
          swallowed.addAndGet(n);
        } else {
          out.write(buffer, 0, n);
        }
      }
    } catch (IOException e) {
      return; // the other direction ended it
    }
  }

  @Override
  public void close() throws IOException {
    listening.close();
    for (Socket socket : sockets) {
      socket.close();
    }
    threads.shutdownNow();
  }
}
