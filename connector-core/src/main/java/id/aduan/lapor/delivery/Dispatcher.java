package id.aduan.lapor.delivery;

import id.aduan.lapor.failure.LaporException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes due entries from the outbox in bounded batches and has their targets deliver them, each
 * target within its own concurrency and rate: one that hangs holds up only itself (C10).
 *
 * <p>A commit wakes it through {@link #wake()}, and so does each end of a delivery; it looks by
 * itself when the next entry is due or allowed, and once a second for what other nodes left. It
 * owns one thread; workers are the host's, or its own, up to the sum of the targets' concurrency.
 */
public final class Dispatcher implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);
  private static final Duration IDLE_MAX = Duration.ofSeconds(1);
  private static final Duration LOOP_ENDS_MAX = Duration.ofSeconds(2);
  private static final Duration WORK_ENDS_MAX = Duration.ofSeconds(15);
  private static final Duration SETTLED_MAX = Duration.ofSeconds(2);

  private final RetryPolicy policy;
  private final World world;
  private final Map<String, RateLimit> rates;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Roster roster = new Roster();
  private final Optional<ExecutorService> ownWorkers;
  private final Jobs jobs;
  private final Round round;
  private final Thread loop = new Thread(this::run, "lapor-dispatcher");
  private final Set<String> woken = new HashSet<>();
  private boolean stopped;

  /**
   * Makes it; nothing runs yet.
   *
   * @param rates how many calls to a target may begin; a target without one has no limit
   * @param executor the host's workers; empty for workers of its own
   * @param listener is told of what was recorded, by workers; must not throw
   */
  public Dispatcher(
      DeliveryStore stores,
      RetryPolicy policy,
      World world,
      Map<String, RateLimit> rates,
      Optional<Executor> executor,
      DeliveryListener listener) {
    this.policy = policy;
    this.world = world;
    this.rates = Map.copyOf(rates);
    this.ownWorkers =
        executor.isPresent()
            ? Optional.empty()
            : Optional.of(Executors.newCachedThreadPool(named("lapor-worker-")));
    Executor workers = executor.orElseGet(ownWorkers::orElseThrow);
    Attempt attempt = new Attempt(stores, policy, world);
    this.jobs = new Jobs(attempt, roster, world, workers, listener, this::wake);
    this.round = new Round(stores, policy, world, roster, jobs);
    loop.setDaemon(true);
  }

  public void start() {
    loop.start();
  }

  /** Begins to deliver to a target, or to another one of that name; without one entries wait. */
  public void attach(String name, DeliveryTarget target, int concurrencyMax) {
    Optional<RateLimit> rate = Optional.ofNullable(rates.get(Targets.paceOf(name)));
    roster.put(name, new Roster.Attached(target, Pace.of(policy, concurrencyMax, rate)));
    wake();
  }

  /** Ends delivering to a target; what is under way ends by itself. */
  public void detach(String name) {
    roster.remove(name);
  }

  /** Says that something may be due, or allowed, at any target. Returns at once. */
  public void wake() {
    wake(roster.all().keySet());
  }

  /** Says that something may be due, or allowed, at this target. Returns at once. */
  public void wake(String target) {
    wake(Set.of(target));
  }

  private void wake(Set<String> targets) {
    lock.lock();
    try {
      woken.addAll(targets);
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Tells the log and the listener, by a worker. Returns at once. */
  public void tell(Alert alert) {
    jobs.tell(List.of(alert));
  }

  /** Has a listener told something by a worker. Returns at once. */
  public void tell(Runnable telling) {
    jobs.tell(telling);
  }

  private void run() {
    Duration pause = Duration.ZERO;
    while (await(pause)) {
      pause = IDLE_MAX;
      try {
        Instant again = round.run(takeWoken());
        pause = until(again);
      } catch (LaporException e) {
        LOG.warn("nothing could be claimed: {}", e.getMessage());
      } catch (RuntimeException | Error e) {
        // Whatever it is, the loop must not end: what is acknowledged would wait for ever.
        LOG.error("nothing could be claimed", e);
      }
    }
  }

  private Set<String> takeWoken() {
    lock.lock();
    try {
      Set<String> targets = Set.copyOf(woken);
      woken.clear();
      return targets;
    } finally {
      lock.unlock();
    }
  }

  private Duration until(Instant again) {
    Instant now = world.now();
    return again.isBefore(now.plus(IDLE_MAX)) ? Duration.between(now, again) : IDLE_MAX;
  }

  /** Waits so long, or until it is woken; false once it is stopped. */
  private boolean await(Duration pause) {
    lock.lock();
    try {
      long nanos = pause.toNanos();
      while (!stopped && woken.isEmpty() && nanos > 0) {
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

  /**
   * Claims nothing more, gives back at once what was not begun, and waits a little for what is
   * under way; the claims of the rest end as unknown, so that another node need not wait for their
   * leases (C18, C19).
   */
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
      loop.join(LOOP_ENDS_MAX.toMillis());
      jobs.takeBackAll(SETTLED_MAX);
      awaitEnds();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      jobs.breakOffAll(SETTLED_MAX);
      ownWorkers.ifPresent(ExecutorService::shutdownNow);
    }
  }

  private void awaitEnds() throws InterruptedException {
    lock.lock();
    try {
      long nanos = WORK_ENDS_MAX.toNanos();
      while (!jobs.all().isEmpty() && nanos > 0) {
        nanos = changed.awaitNanos(nanos);
      }
    } finally {
      lock.unlock();
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
