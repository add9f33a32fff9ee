package id.aduan.lapor.runner.admin;

import id.aduan.lapor.store.Store;
import id.aduan.lapor.store.UnitOfWork;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Whether the store can be written, found out by writing: at most one try at a time and one a
 * second, however often it is asked. A try that takes longer than 2 s counts as failed for as long
 * as it takes. Safe for use by many threads, of which one waits and the others get what was known.
 */
public final class StoreProbe {
  private static final Duration FRESH = Duration.ofSeconds(1);
  private static final Duration WAIT_MAX = Duration.ofSeconds(2);

  private final Store store;
  private final UnitOfWork<?> write;
  private final ReentrantLock waiting = new ReentrantLock();
  private CompletableFuture<Boolean> attempt = CompletableFuture.completedFuture(true);
  private long begunNanos = System.nanoTime() - FRESH.toNanos();
  // The store was written when it was opened.
  private volatile boolean known = true;

  /**
   * Makes it.
   *
   * @param write something small that changes the store each time
   */
  public StoreProbe(Store store, UnitOfWork<?> write) {
    this.store = store;
    this.write = write;
  }

  /** Whether it can; takes at most 2 s. */
  public boolean writable() {
    if (waiting.tryLock()) {
      try {
        known = attempted();
      } finally {
        waiting.unlock();
      }
    }
    return known;
  }

  private boolean attempted() {
    if (attempt.isDone() && System.nanoTime() - begunNanos >= FRESH.toNanos()) {
      begunNanos = System.nanoTime();
      attempt = store.submit(write).handle((done, failure) -> failure == null);
    }
    long left = WAIT_MAX.toNanos() - (System.nanoTime() - begunNanos);
    return attempt.copy().completeOnTimeout(false, Math.max(0, left), TimeUnit.NANOSECONDS).join();
  }
}
