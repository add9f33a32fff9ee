package id.aduan.lapor.routes;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;

/** The system's resolver, whose answer is waited for only so long: nothing else can end it. */
final class BoundedResolver implements DnsResolver, AutoCloseable {
  private static final int LOOKUPS_MAX = 64;
  private final Duration max;
  private final ThreadPoolExecutor threads =
      new ThreadPoolExecutor(
          0,
          LOOKUPS_MAX,
          10,
          TimeUnit.SECONDS,
          new SynchronousQueue<>(),
          work -> {
            Thread thread = new Thread(work, "lapor-http-resolver");
            thread.setDaemon(true);
            return thread;
          });

  BoundedResolver(Duration max) {
    this.max = max;
  }

  @Override
  public InetAddress[] resolve(String host) throws UnknownHostException {
    try {
      Future<InetAddress[]> found =
          threads.submit(() -> SystemDefaultDnsResolver.INSTANCE.resolve(host));
      return found.get(max.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw unknown(host, e);
    } catch (ExecutionException | TimeoutException | RejectedExecutionException e) {
      throw unknown(host, e);
    }
  }

  private static UnknownHostException unknown(String host, Exception cause) {
    UnknownHostException unknown = new UnknownHostException(host);
    unknown.initCause(cause);
    return unknown;
  }

  @Override
  public String resolveCanonicalHostname(String host) throws UnknownHostException {
    return SystemDefaultDnsResolver.INSTANCE.resolveCanonicalHostname(host);
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
