package id.aduan.lapor.runner.metrics;

import id.aduan.lapor.failure.LaporException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A query whose result is told again until it is too old, so that it takes at most a twentieth of
 * the time, however often it is asked for. Safe for use by many threads; one asks, the others get
 * what was known.
 */
final class CachedQuery<T> {
  private static final Logger LOG = LoggerFactory.getLogger(CachedQuery.class);
  private static final int REST_FACTOR = 20;
  private final Supplier<T> query;
  private final Duration ageMin;
  private final ReentrantLock asking = new ReentrantLock();
  private volatile Optional<T> known = Optional.empty();
  private volatile long nextNanos = System.nanoTime();

  CachedQuery(Supplier<T> query, Duration ageMin) {
    this.query = query;
    this.ageMin = ageMin;
  }

  /** The result, or an older one where it failed; empty before the first. */
  Optional<T> get() {
    if (System.nanoTime() - nextNanos >= 0 && asking.tryLock()) {
      try {
        ask();
      } finally {
        asking.unlock();
      }
    }
    return known;
  }

  private void ask() {
    long begun = System.nanoTime();
    if (begun - nextNanos < 0) {
      return; // another one has just asked
    }
    try {
      known = Optional.of(query.get());
    } catch (LaporException e) {
      LOG.warn("metrics: {}; older figures are told", e.getMessage());
    }
    long took = System.nanoTime() - begun;
    nextNanos = System.nanoTime() + Math.max(ageMin.toNanos(), REST_FACTOR * took);
  }
}
