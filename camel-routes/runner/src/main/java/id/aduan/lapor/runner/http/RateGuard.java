package id.aduan.lapor.runner.http;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers 429 to what is above the rates, before a byte of a body is read or anything is verified
 * (S22). The log tells how many were refused, at most once in ten seconds, and never whom.
 */
final class RateGuard extends Handler.Wrapper {
  private static final Logger LOG = LoggerFactory.getLogger(RateGuard.class);
  private static final long LOG_EVERY_NANOS = TimeUnit.SECONDS.toNanos(10);

  private final String listener;
  private final RateLimits limits;
  private final Senders senders;
  private final RequestIds ids;
  private final LongSupplier nanoTime;
  private final AtomicLong refused = new AtomicLong();
  private final AtomicLong toldAtNanos;

  /**
   * Makes a guard.
   *
   * @param listener by whose name it guards; what comes in by another one passes
   */
  RateGuard(
      String listener, RateLimits limits, Senders senders, RequestIds ids, LongSupplier nanoTime) {
    this.listener = listener;
    this.limits = limits;
    this.senders = senders;
    this.ids = ids;
    this.nanoTime = nanoTime;
    this.toldAtNanos = new AtomicLong(nanoTime.getAsLong() - LOG_EVERY_NANOS);
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    if (!listener.equals(request.getConnectionMetaData().getConnector().getName())) {
      return super.handle(request, response, callback);
    }
    long now = nanoTime.getAsLong();
    long waitNanos = limits.take(sender(request), now);
    if (waitNanos == 0) {
      return super.handle(request, response, callback);
    }
    tell(now);
    long seconds = 1 + TimeUnit.NANOSECONDS.toSeconds(waitNanos);
    Reply reply =
        Reply.error(ErrorKind.TOO_MANY, ids.next())
            .with("Retry-After", String.valueOf(seconds))
            .with("Connection", "close");
    ProblemPages.write(reply, response, callback);
    return true;
  }

  private Network sender(Request request) {
    SocketAddress remote = request.getConnectionMetaData().getRemoteSocketAddress();
    if (remote instanceof InetSocketAddress internet && internet.getAddress() != null) {
      InetAddress address = internet.getAddress();
      return senders.trusts(address)
          ? Network.of(senders.sender(address, request.getHeaders().getValuesList(Senders.HEADER)))
          : Network.of(address);
    }
    return Network.of(remote);
  }

  private void tell(long now) {
    refused.incrementAndGet();
    long told = toldAtNanos.get();
    if (now - told >= LOG_EVERY_NANOS && toldAtNanos.compareAndSet(told, now)) {
      LOG.warn("{} requests above the rate were answered 429", refused.getAndSet(0));
    }
  }
}
