package id.aduan.lapor.store.jdbc;

import id.aduan.lapor.failure.StoreException;
import id.aduan.lapor.store.Committed;
import id.aduan.lapor.store.UnitOfWork;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one writer of the store. It runs the units that wait in one transaction, so that one sync to
 * disk serves all of them, and tells each its end only after that sync (C1).
 *
 * <p>A unit that fails undoes itself alone. A failure of the store undoes the whole group; nobody
 * in it is told that anything was kept, also where the commit may have come through (F22). What
 * happens then to those that follow is a matter of the product: {@link Database.Trouble}.
 */
final class GroupCommit implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(GroupCommit.class);
  private static final int UNITS_WAITING_MAX = 8_192;
  private static final int GROUP_MAX = 256;
  private static final String CLOSED = "the store is closed";

  /** No work: has the writer see at once that it is closed. */
  private static final Unit<Boolean> WAKE = new Unit<>(tx -> true);

  private final WriteSession session;
  private final GroupRun groups;
  private final Consumer<Committed> listener;
  private final ArrayBlockingQueue<Unit<?>> waiting = new ArrayBlockingQueue<>(UNITS_WAITING_MAX);
  private final Thread writer = new Thread(this::run, "lapor-writer");
  private final ExecutorService acknowledger =
      Executors.newSingleThreadExecutor(
          work -> {
            Thread thread = new Thread(work, "lapor-acknowledger");
            thread.setDaemon(true);
            return thread;
          });
  private volatile boolean closed;

  /**
   * Connects, and starts the writer.
   *
   * @param listener is told of each commit, after those who waited for it
   */
  GroupCommit(Database database, RandomGenerator chance, Consumer<Committed> listener) {
    this.listener = listener;
    this.session = new WriteSession(database);
    this.groups = new GroupRun(session, chance);
    writer.setDaemon(true);
    writer.start();
  }

  <T> CompletableFuture<T> submit(UnitOfWork<T> work) {
    Unit<T> unit = new Unit<>(work);
    Optional<String> refusal = closed ? Optional.of(CLOSED) : session.refusal();
    if (refusal.isPresent()) {
      unit.refuse(new StoreException(refusal.get()));
    } else if (!waiting.offer(unit)) {
      unit.refuse(
          new StoreException("the store has " + UNITS_WAITING_MAX + " units waiting; try later"));
    }
    if (closed && waiting.remove(unit)) {
      // The writer may have looked for the last time before this unit came.
      unit.refuse(new StoreException(CLOSED));
    }
    return unit.end();
  }

  int waiting() {
    return waiting.size();
  }

  private void run() {
    List<Unit<?>> group = new ArrayList<>(GROUP_MAX);
    while (!closed || !waiting.isEmpty()) {
      try {
        Unit<?> first = waiting.poll(100, TimeUnit.MILLISECONDS);
        if (first != null) {
          group.add(first);
          waiting.drainTo(group, GROUP_MAX - 1);
          group.remove(WAKE);
        }
        session.restore();
        if (group.isEmpty()) {
          session.idle();
        } else {
          serve(List.copyOf(group));
        }
      } catch (InterruptedException e) {
        closed = true;
      } catch (RuntimeException | Error e) {
        goOn(group, e);
      } finally {
        group.clear();
      }
    }
  }

  /** Whatever it is, the writer must not end: who waits for it would wait for ever. */
  private void goOn(List<Unit<?>> group, Throwable thrown) {
    try {
      refuse(List.copyOf(group), new StoreException("the writer of the store failed", thrown));
      LOG.error("the writer of the store failed", thrown);
    } catch (RuntimeException | Error e) {
      // Nothing more is made here, since that may be what just failed.
      group.forEach(unit -> unit.refuse(thrown));
    }
  }

  private void serve(List<Unit<?>> group) {
    Optional<String> refusal = session.refusal();
    if (refusal.isPresent()) {
      refuse(group, new StoreException(refusal.get()));
    } else {
      commit(group);
    }
  }

  private void refuse(List<Unit<?>> group, StoreException told) {
    hand(() -> group.forEach(unit -> unit.refuse(told)));
  }

  /** Tells somebody by the acknowledger, or at once where there is no thread to be had. */
  private void hand(Runnable telling) {
    try {
      acknowledger.execute(telling);
    } catch (RuntimeException | Error e) {
      telling.run();
      LOG.warn("the store's acknowledger took nothing: {}", e.getClass().getName());
    }
  }

  private void commit(List<Unit<?>> group) {
    long begun = System.nanoTime();
    Optional<Throwable> failure = groups.keep(group);
    if (failure.isPresent()) {
      LOG.error(
          "the store could not keep {} units of work: {}; {}",
          group.size(),
          failure.get().getMessage(),
          session.refusal().orElse("they may be tried again"));
      refuse(group, new StoreException("the store could not keep the change", failure.get()));
    } else {
      hand(() -> group.forEach(Unit::acknowledge));
    }
    tell(group.size(), begun, failure.isEmpty());
  }

  private void tell(int units, long begunNanos, boolean kept) {
    Committed end = new Committed(units, Duration.ofNanos(System.nanoTime() - begunNanos), kept);
    hand(
        () -> {
          try {
            listener.accept(end);
          } catch (RuntimeException | Error e) {
            LOG.error("the listener of the store failed", e);
          }
        });
  }

  /** Runs what waits, then ends. */
  @Override
  public void close() {
    closed = true;
    boolean unused = waiting.offer(WAKE); // where there is no room, it is awake
    try {
      writer.join();
      for (Unit<?> late = waiting.poll(); late != null; late = waiting.poll()) {
        late.refuse(new StoreException(CLOSED));
      }
      acknowledger.shutdown();
      if (!acknowledger.awaitTermination(5, TimeUnit.SECONDS)) {
        LOG.warn("some callers were not told the end of their units of work");
      }
      session.close();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
