package id.aduan.lapor.delivery;

import id.aduan.lapor.failure.LaporException;
import id.aduan.lapor.store.Store;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes due entries from the outbox in bounded batches and has their targets deliver them, each
 * target within its own concurrency: one that hangs holds up only itself (C10).
 *
 * <p>A commit wakes it through {@link #wake()}; apart from that it looks once a second for leases
 * that ran out. It owns one thread, and workers up to the sum of the targets' concurrency.
 */
public final class Dispatcher implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);
  // Longer than any call may take: while one is under way nobody may look it up as lost.
  private static final Duration LEASE = Duration.ofMinutes(15);
  private static final Duration IDLE_MAX = Duration.ofSeconds(1);

  private final Store store;
  private final Outbox outbox;
  private final Attempt attempt;
  private final RetryPolicy policy;
  private final InstantSource time;
  private final Consumer<Attempted> listener;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Map<String, DeliveryTarget> targets = new HashMap<>();
  private final Map<String, TargetPace> paces = new HashMap<>();
  private final ExecutorService workers = Executors.newCachedThreadPool(named("lapor-worker-"));
  private final Thread loop = new Thread(this::run, "lapor-dispatcher");
  private boolean woken;
  private boolean stopped;

  /**
   * Makes it; nothing runs yet.
   *
   * @param listener is told of each attempt that was recorded, by the worker that made it; must not
   *     throw
   */
  public Dispatcher(
      Store store,
      Outbox outbox,
      Attempt attempt,
      RetryPolicy policy,
      InstantSource time,
      Consumer<Attempted> listener) {
    this.listener = listener;
    this.store = store;
    this.outbox = outbox;
    this.attempt = attempt;
    this.policy = policy;
    this.time = time;
    loop.setDaemon(true);
  }

  public void start() {
    loop.start();
  }

  /** Begins to deliver to a target, or to another one of that name; without one entries wait. */
  public void attach(String name, DeliveryTarget target, int concurrencyMax) {
    lock.lock();
    try {
      targets.put(name, target);
      paces.compute(
          name,
          (same, pace) ->
              pace == null ? new TargetPace(concurrencyMax) : pace.renewed(concurrencyMax));
      wakeLocked();
    } finally {
      lock.unlock();
    }
  }

  /** Ends delivering to a target; what is under way ends by itself. */
  public void detach(String name) {
    lock.lock();
    try {
      targets.remove(name);
    } finally {
      lock.unlock();
    }
  }

  /** Says that something may be due. Returns at once. */
  public void wake() {
    lock.lock();
    try {
      wakeLocked();
    } finally {
      lock.unlock();
    }
  }

  private void wakeLocked() {
    woken = true;
    changed.signalAll();
  }

  private void run() {
    while (true) {
      Instant next = time.instant().plus(IDLE_MAX);
      try {
        next = round();
      } catch (LaporException e) {
        LOG.warn("nothing could be claimed: {}", e.getMessage());
      } catch (RuntimeException | Error e) {
        // Whatever it is, the loop must not end: what is acknowledged would wait for ever.
        LOG.error("nothing could be claimed", e);
      }
      if (!await(next)) {
        return;
      }
    }
  }

  /** Claims what is due and there is room for, hands it out, and says when to look again. */
  private Instant round() {
    Instant now = time.instant();
    Map<String, Integer> rooms = rooms(now);
    Instant idleUntil = earlier(now.plus(IDLE_MAX), nextProbe(now));
    record Claims(List<Envelope> envelopes, Instant next) {}
    Claims claims =
        store.inTransaction(
            tx -> {
              outbox.recover(tx, now, now.plus(policy.lookupSettle()));
              List<Envelope> all = new ArrayList<>();
              Instant next = idleUntil;
              for (Map.Entry<String, Integer> room : rooms.entrySet()) {
                if (room.getValue() > 0) {
                  List<Envelope> some =
                      outbox.claim(tx, room.getKey(), room.getValue(), now, LEASE);
                  all.addAll(some);
                  if (some.size() < room.getValue()) {
                    next = earlier(next, outbox.nextDue(tx, room.getKey()).orElse(next));
                  }
                }
              }
              return new Claims(all, next);
            });
    claims.envelopes().forEach(this::handOut);
    return claims.next();
  }

  private Map<String, Integer> rooms(Instant now) {
    lock.lock();
    try {
      woken = false;
      Map<String, Integer> rooms = new HashMap<>();
      if (!stopped) {
        targets.keySet().forEach(name -> rooms.put(name, paceOf(name).room(now)));
      }
      return rooms;
    } finally {
      lock.unlock();
    }
  }

  /** When the first target that is left alone now may be pressed again. */
  private Instant nextProbe(Instant now) {
    lock.lock();
    try {
      return paces.values().stream()
          .map(TargetPace::notBefore)
          .filter(now::isBefore)
          .min(Instant::compareTo)
          .orElse(Instant.MAX);
    } finally {
      lock.unlock();
    }
  }

  private TargetPace paceOf(String target) {
    return paces.computeIfAbsent(target, name -> new TargetPace(1));
  }

  private void handOut(Envelope envelope) {
    lock.lock();
    try {
      paceOf(envelope.lane().target()).begun(1);
    } finally {
      lock.unlock();
    }
    try {
      workers.execute(() -> work(envelope));
    } catch (RejectedExecutionException | OutOfMemoryError e) {
      LOG.warn("{} could not be begun and waits again", envelope);
      finished(envelope.lane().target(), Attempt.End.NOTHING_LEARNT);
      attempt.giveBack(envelope);
    }
  }

  private void work(Envelope envelope) {
    DeliveryTarget target;
    lock.lock();
    try {
      target = targets.get(envelope.lane().target());
    } finally {
      lock.unlock();
    }
    Attempt.End end = Attempt.End.NOTHING_LEARNT;
    try {
      if (target == null) {
        attempt.giveBack(envelope);
      } else {
        end = attempt.make(target, envelope);
        end.told().ifPresent(listener);
      }
    } catch (LaporException e) {
      // The lease runs out and the entry is looked up: an end that was not recorded is unknown.
      LOG.warn("the end of {} was not recorded: {}", envelope, e.getMessage());
    } catch (RuntimeException | Error e) {
      LOG.error("the end of {} was not recorded", envelope, e);
    } finally {
      finished(envelope.lane().target(), end);
    }
  }

  private void finished(String target, Attempt.End end) {
    lock.lock();
    try {
      TargetPace pace = paceOf(target);
      pace.ended();
      if (end.targetTrouble()) {
        pace.troubled(time.instant(), policy, end.wish());
      } else if (end.targetAnswered()) {
        pace.well();
      }
      wakeLocked();
    } finally {
      lock.unlock();
    }
  }

  private boolean await(Instant next) {
    lock.lock();
    try {
      long nanos = Duration.between(time.instant(), next).toNanos();
      while (!stopped && !woken && nanos > 0) {
        nanos = changed.awaitNanos(nanos);
      }
      return !stopped;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } finally {
      lock.unlock();
    }
  }

  private static Instant earlier(Instant a, Instant b) {
    return a.isBefore(b) ? a : b;
  }

  /** Claims nothing more and waits a little for what is under way; the rest is looked up later. */
  @Override
  public void close() {
    lock.lock();
    try {
      stopped = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
    try {
      loop.join(TimeUnit.SECONDS.toMillis(2));
      workers.shutdown();
      if (!workers.awaitTermination(18, TimeUnit.SECONDS)) {
        workers.shutdownNow();
      }
    } catch (InterruptedException e) {
      workers.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }

  private static ThreadFactory named(String prefix) {
    AtomicInteger number = new AtomicInteger();
    return work -> {
      Thread thread = new Thread(work, prefix + number.incrementAndGet());
      thread.setDaemon(true);
      return thread;
    };
  }
}
