package id.aduan.lapor.testkit;

import id.aduan.lapor.testkit.TcpFaultProxy.Direction;
import id.aduan.lapor.testkit.TcpFaultProxy.Ending;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketException;
import java.util.concurrent.atomic.AtomicBoolean;

/** A client's connection and the one to the server behind it. Two threads carry its bytes. */
final class ProxiedConnection {
  private static final int PIECE_BYTES_MAX = 16 * 1024;

  private final Socket client;
  private final Socket server;
  private final AtomicBoolean isCut = new AtomicBoolean();

  ProxiedConnection(Socket client, Socket server) {
    this.client = client;
    this.server = server;
  }

  /** Lets a piece by, wholly or in part. */
  interface Gate {
    void let(ProxiedConnection connection, Direction direction, byte[] piece, int length)
        throws IOException;
  }

  OutputStream out(Direction direction) throws IOException {
    return to(direction).getOutputStream();
  }

  private Socket to(Direction direction) {
    return direction == Direction.TO_SERVER ? server : client;
  }

  private Socket from(Direction direction) {
    return direction == Direction.TO_SERVER ? client : server;
  }

  /** Carries until the sender ends; after a cut, what still comes is dropped. */
  Void carry(Direction direction, Gate gate) throws IOException {
    InputStream in = from(direction).getInputStream();
    byte[] piece = new byte[PIECE_BYTES_MAX];
    for (int length = in.read(piece); length >= 0; length = in.read(piece)) {
      if (!isCut.get()) {
        gate.let(this, direction, piece, length);
      }
    }
    if (!isCut.get()) {
      to(direction).shutdownOutput();
    }
    return null;
  }

  /**
   * Ends it for both sides.
   *
   * @return false if it was cut before
   */
  boolean cut(Ending ending) {
    if (!isCut.compareAndSet(false, true)) {
      return false;
    }
    try {
      if (ending == Ending.RST) {
        client.setSoLinger(true, 0);
        client.close();
      } else {
        client.shutdownOutput();
      }
      server.shutdownOutput();
    } catch (IOException e) {
      close(); // one side was gone already
    }
    return true;
  }

  /** Ends it for both sides after one broke; the client sees a reset, unless it was cut before. */
  void breakOff() {
    if (!isCut.get() && !client.isClosed()) {
      try {
        client.setSoLinger(true, 0);
      } catch (SocketException e) {
        close(); // it was closed meanwhile
      }
    }
    close();
  }

  void close() {
    try {
      client.close();
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
