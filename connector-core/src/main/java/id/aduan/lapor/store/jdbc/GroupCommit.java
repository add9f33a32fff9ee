package id.aduan.lapor.store.jdbc;

import id.aduan.lapor.failure.StoreException;
import id.aduan.lapor.store.Committed;
import id.aduan.lapor.store.UnitOfWork;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one writer of the store. It runs the units that wait, a savepoint each, in one transaction,
 * so that one sync to disk serves all of them, and tells each its end only after that sync (C1).
 *
 * <p>A unit that fails undoes itself alone. A failure of the store itself undoes the whole group;
 * if it was not certainly a matter of space or of a lock, the writer refuses everything until the
 * store is opened anew, since after a failed sync nothing can be trusted.
 */
final class GroupCommit implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(GroupCommit.class);
  private static final int UNITS_WAITING_MAX = 8_192;
  private static final int GROUP_MAX = 256;
  private static final String FAILED = "the store has failed; open it anew";
  private static final String CLOSED = "the store is closed";
  private static final int SQLITE_BUSY = 5;
  private static final int SQLITE_LOCKED = 6;
  private static final int SQLITE_FULL = 13;

  /** Error, too big, constraint, mismatch, range: the statement was wrong, not the store. */
  private static final Set<Integer> OF_ONE_STATEMENT = Set.of(1, 18, 19, 20, 25);

  private final Supplier<Connection> connecting;
  private final Consumer<Committed> listener;
  private Connection connection;
  private JdbcTx tx;
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
  private volatile boolean fenced;

  /**
   * Starts the writer.
   *
   * @param connecting connects to the store; called again after a failure, since SQLite may have
   *     ended the transaction by itself
   * @param listener is told of each commit, after those who waited for it
   */
  GroupCommit(Supplier<Connection> connecting, Consumer<Committed> listener) {
    this.listener = listener;
    this.connecting = connecting;
    this.connection = connecting.get();
    this.tx = new JdbcTx(connection);
    writer.setDaemon(true);
    writer.start();
  }

  private static final class Unit<T> {
    private final UnitOfWork<T> work;
    private final CompletableFuture<T> end = new CompletableFuture<>();
    private @Nullable T value;
    private List<Runnable> effects = List.of();

    Unit(UnitOfWork<T> work) {
      this.work = work;
    }

    void run(JdbcTx tx) {
      value = work.run(tx);
      effects = tx.takeEffects();
    }

    @SuppressWarnings("NullAway") // a unit of work decides itself whether it gives null
    void acknowledge() {
      try {
        effects.forEach(Runnable::run);
      } catch (RuntimeException e) {
        LOG.error("an effect after a commit failed", e);
      }
      end.complete(value);
    }
  }

  <T> CompletableFuture<T> submit(UnitOfWork<T> work) {
    Unit<T> unit = new Unit<>(work);
    if (closed || fenced) {
      unit.end.completeExceptionally(
          new StoreException(
              fenced ? "the store has failed; open it anew" : "the store is closed"));
    } else if (!waiting.offer(unit)) {
      unit.end.completeExceptionally(
          new StoreException("the store has " + UNITS_WAITING_MAX + " units waiting; try later"));
    }
    if (closed && waiting.remove(unit)) {
      // The writer may have looked for the last time before this unit came.
      unit.end.completeExceptionally(new StoreException(CLOSED));
    }
    return unit.end;
  }

  private void run() {
    List<Unit<?>> group = new ArrayList<>(GROUP_MAX);
    while (!closed || !waiting.isEmpty()) {
      try {
        Unit<?> first = waiting.poll(100, TimeUnit.MILLISECONDS);
        if (first != null) {
          group.add(first);
          waiting.drainTo(group, GROUP_MAX - 1);
          if (fenced) {
            refuse(List.copyOf(group));
          } else {
            commit(group);
          }
        }
      } catch (InterruptedException e) {
        closed = true;
      } finally {
        group.clear();
      }
    }
  }

  /** Nothing that waits may be kept, or told so, after the store has failed. */
  private void refuse(List<Unit<?>> group) {
    StoreException told = new StoreException(FAILED);
    acknowledger.execute(() -> group.forEach(unit -> unit.end.completeExceptionally(told)));
  }

  private void commit(List<Unit<?>> group) {
    long begun = System.nanoTime();
    List<Unit<?>> done = new ArrayList<>(group.size());
    try {
      for (Unit<?> unit : group) {
        if (runAlone(unit)) {
          done.add(unit);
        }
      }
      connection.commit();
    } catch (SQLException | StoreException e) {
      undo(e, List.copyOf(group));
      tell(group.size(), begun, false);
      return;
    }
    acknowledger.execute(() -> done.forEach(Unit::acknowledge));
    tell(group.size(), begun, true);
  }

  private void tell(int units, long begunNanos, boolean kept) {
    Committed end = new Committed(units, Duration.ofNanos(System.nanoTime() - begunNanos), kept);
    acknowledger.execute(
        () -> {
          try {
            listener.accept(end);
          } catch (RuntimeException e) {
            LOG.error("the listener of the store failed", e);
          }
        });
  }

  /** Runs a unit within its own savepoint; false if it undid itself. */
  private boolean runAlone(Unit<?> unit) throws SQLException {
    Savepoint before = connection.setSavepoint();
    try {
      unit.run(tx);
      connection.releaseSavepoint(before);
      return true;
    } catch (RuntimeException | Error e) {
      tx.takeEffects();
      if (isOfTheStore(e)) {
        throw e;
      }
      connection.rollback(before);
      connection.releaseSavepoint(before);
      acknowledger.execute(() -> unit.end.completeExceptionally(e));
      return false;
    }
  }

  private static boolean isOfTheStore(Throwable e) {
    return e instanceof StoreException
        && e.getCause() instanceof SQLException
        && !OF_ONE_STATEMENT.contains(code(e));
  }

  private static int code(Throwable e) {
    Throwable cause = e instanceof SQLException ? e : e.getCause();
    return cause instanceof SQLException sql ? sql.getErrorCode() & 0xff : 0;
  }

  private void undo(Exception failure, List<Unit<?>> group) {
    int code = code(failure);
    fenced = code != SQLITE_FULL && code != SQLITE_BUSY && code != SQLITE_LOCKED;
    LOG.error(
        "the store could not keep {} units of work (code {}); {}",
        group.size(),
        code,
        fenced ? "it is refused until it is opened anew" : "they may be tried again");
    reconnect();
    StoreException told = new StoreException("the store could not keep the change", failure);
    acknowledger.execute(() -> group.forEach(unit -> unit.end.completeExceptionally(told)));
  }

  /** Closing undoes whatever SQLite has not undone already. */
  private void reconnect() {
    try {
      connection.close();
      connection = connecting.get();
      tx = new JdbcTx(connection);
    } catch (SQLException | StoreException e) {
      fenced = true;
      LOG.error("the store could not be opened anew; it is refused until the next start");
    }
  }

  /** Runs what waits, then ends. */
  @Override
  public void close() {
    closed = true;
    try {
      writer.join();
      for (Unit<?> late = waiting.poll(); late != null; late = waiting.poll()) {
        late.end.completeExceptionally(new StoreException(CLOSED));
      }
      acknowledger.shutdown();
      if (!acknowledger.awaitTermination(5, TimeUnit.SECONDS)) {
        LOG.warn("some callers were not told the end of their units of work");
      }
      connection.close();
    } catch (SQLException e) {
      throw JdbcTx.failure(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
