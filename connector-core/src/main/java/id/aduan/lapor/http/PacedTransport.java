package id.aduan.lapor.http;

import java.io.OutputStream;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;

/**
 * Lets no more reading calls through than a far end is to be asked, whoever makes them and by
 * whatever method: what is above waits its turn, in the order in which it came, for at most {@link
 * #WAIT_MAX}. Calls that change something are not held up. The limit is this process's; several
 * nodes have one each.
 *
 * <p>A tenth of the calls may come at once. Safe for use by many threads.
 */
public final class PacedTransport implements HttpTransport {
  /** A call that would wait longer is not made. */
  public static final Duration WAIT_MAX = Duration.ofMinutes(2);

  private static final int BURST_SHARE = 10;
  private final HttpTransport transport;
  private final LongSupplier nanos;
  private final long spacing;
  private final long burst;
  private final ReentrantLock lock = new ReentrantLock(true);
  private final Condition closing = lock.newCondition();
  private boolean begun;
  private boolean closed;

  /** When the next call may begin if none may come at once; by {@code nanos}. */
  private long next;

  /**
   * Makes it.
   *
   * @param callsMax in any span of this length, at least 1
   * @param nanos a clock that is never put back, as {@link System#nanoTime()}
   */
  public PacedTransport(HttpTransport transport, int callsMax, Duration per, LongSupplier nanos) {
    if (callsMax < 1 || per.isNegative() || per.isZero()) {
      throw new IllegalArgumentException("a pace is at least 1 call in some time");
    }
    this.transport = transport;
    this.nanos = nanos;
    int atOnce = Math.max(1, callsMax / BURST_SHARE);
    this.spacing = Math.max(1, per.toNanos() / (callsMax - atOnce + 1));
    this.burst = spacing * (atOnce - 1);
  }

  @Override
  public HttpReply read(HttpCall call) throws HttpFailure {
    await(call);
    return transport.read(call);
  }

  @Override
  public HttpReply download(HttpCall call, long bytesMax, OutputStream to) throws HttpFailure {
    await(call);
    return transport.download(call, bytesMax, to);
  }

  @Override
  public HttpReply exchange(HttpCall call) throws HttpFailure {
    return call.method().equals("GET") ? read(call) : transport.exchange(call);
  }

  private void await(HttpCall call) throws HttpFailure {
    lock.lock();
    try {
      long left = reserve(call);
      while (left > 0 && !closed) {
        left = closing.awaitNanos(left);
      }
      if (closed) {
        throw new HttpFailure(HttpFailure.Kind.NOT_SENT, call.summary() + ": we are stopping");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new HttpFailure(HttpFailure.Kind.NOT_SENT, call.summary() + ": broken off", e);
    } finally {
      lock.unlock();
    }
  }

  /** Takes the next place; gives how long it is until then. */
  private long reserve(HttpCall call) throws HttpFailure {
    long now = nanos.getAsLong();
    if (!begun || next - now < 0) {
      next = now;
      begun = true;
    }
    long wait = next - burst - now;
    if (wait > WAIT_MAX.toNanos()) {
      throw HttpFailure.busy(
          call.summary() + ": too many calls wait for their turn, by our own limit",
          Duration.ofNanos(wait));
    }
    next += spacing;
    return wait;
  }

  /** Whoever waits is sent away. */
  @Override
  public void close() {
    lock.lock();
    try {
      closed = true;
      closing.signalAll();
    } finally {
      lock.unlock();
    }
    transport.close();
  }

  /** How long a call that came now would wait, for tests and figures. */
  public Duration backlog() {
    lock.lock();
    try {
      long wait = begun ? next - burst - nanos.getAsLong() : 0;
      return Duration.of(Math.max(0, wait), TimeUnit.NANOSECONDS.toChronoUnit());
    } finally {
      lock.unlock();
    }
  }
}
