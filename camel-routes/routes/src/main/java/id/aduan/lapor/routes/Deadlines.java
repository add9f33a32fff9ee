package id.aduan.lapor.routes;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.classic.methods.HttpUriRequest;

/**
 * Ends requests when their time is up, wherever they are: the client's own timeouts count from one
 * byte to the next, so an answer that drips never meets them. One thread for all.
 */
final class Deadlines implements AutoCloseable {
  private final ScheduledThreadPoolExecutor timer =
      new ScheduledThreadPoolExecutor(
          1,
          work -> {
            Thread thread = new Thread(work, "lapor-http-deadline");
            thread.setDaemon(true);
            return thread;
          });

  Deadlines() {
    timer.setRemoveOnCancelPolicy(true);
  }

  /** Aborts the request when its time is up, which closes its connection under the reader. */
  Watch watch(HttpUriRequest request, Duration deadline) {
    Watch watch = new Watch(request);
    watch.pending = timer.schedule(watch, deadline.toMillis(), TimeUnit.MILLISECONDS);
    return watch;
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }

  /** The watch over one request. */
  static final class Watch implements Runnable, AutoCloseable {
    private final HttpUriRequest request;
    private Future<?> pending = CompletableFuture.completedFuture(null);
    private volatile boolean ranOut;

    private Watch(HttpUriRequest request) {
      this.request = request;
    }

    @Override
    public void run() {
      ranOut = true;
      request.abort();
    }

    boolean ranOut() {
      return ranOut;
    }

    @Override
    public void close() {
      pending.cancel(false);
    }
  }
}
