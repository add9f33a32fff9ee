package id.aduan.lapor.testkit;

import id.aduan.lapor.testkit.TcpFaultProxy.Direction;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** How a proxy treats what it carries, until the manner ends. Safe for use by many threads. */
final class ProxyManner {
  private enum Kind {
    FAITHFUL,
    DELAYING,
    DRIBBLING,
    SWALLOWING,
    RESETTING
  }

  private final Kind kind;
  private final Supplier<Duration> pause;
  private final CountDownLatch ended = new CountDownLatch(1);

  private ProxyManner(Kind kind, Supplier<Duration> pause) {
    this.kind = kind;
    this.pause = pause;
  }

  static ProxyManner faithful() {
    return new ProxyManner(Kind.FAITHFUL, () -> Duration.ZERO);
  }

  static ProxyManner delaying(Supplier<Duration> pause) {
    return new ProxyManner(Kind.DELAYING, pause);
  }

  static ProxyManner dribbling(Duration pause) {
    return new ProxyManner(Kind.DRIBBLING, () -> pause);
  }

  static ProxyManner swallowing() {
    return new ProxyManner(Kind.SWALLOWING, () -> Duration.ZERO);
  }

  static ProxyManner resetting() {
    return new ProxyManner(Kind.RESETTING, () -> Duration.ZERO);
  }

  boolean swallows() {
    return kind == Kind.SWALLOWING;
  }

  boolean resets() {
    return kind == Kind.RESETTING;
  }

  /** Nobody waits on its account any more. */
  void end() {
    ended.countDown();
  }

  void write(OutputStream out, Direction direction, byte[] piece, int length) throws IOException {
    boolean slow = direction == Direction.TO_CLIENT;
    int step = slow && kind == Kind.DRIBBLING ? 1 : length;
    for (int from = 0; from < length; from += step) {
      if (slow && (kind == Kind.DRIBBLING || kind == Kind.DELAYING)) {
        await(pause.get());
      }
      out.write(piece, from, step);
      out.flush();
    }
  }

  private void await(Duration time) throws IOException {
    try {
      var unused = ended.await(time.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("the proxy is closed", e);
    }
  }
}
