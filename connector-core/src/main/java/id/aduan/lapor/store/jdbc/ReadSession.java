package id.aduan.lapor.store.jdbc;

import id.aduan.lapor.failure.StoreException;
import id.aduan.lapor.store.UnitOfWork;
import id.aduan.lapor.store.jdbc.Database.Trouble;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The one connection that reads, for one reader at a time. One that broke is replaced by the next
 * read, at most once a second.
 */
final class ReadSession implements AutoCloseable {
  private static final long WAIT_SECONDS_MAX = 15;
  private final Database database;
  private final ReconnectPace pace = new ReconnectPace(System::nanoTime);
  private final ReentrantLock lock = new ReentrantLock();
  private @Nullable Connection connection;
  private @Nullable JdbcTx tx;
  private boolean again;
  private boolean closed;

  ReadSession(Database database) {
    this.database = database;
  }

  /**
   * Runs reads against one state.
   *
   * @throws StoreException when there is no connection, or others read for too long
   */
  <T> T read(UnitOfWork<T> work) {
    if (!held()) {
      throw new StoreException(
          "others have read the store for " + WAIT_SECONDS_MAX + " s; try later");
    }
    try {
      boolean used = tx != null;
      try {
        return run(work, connected());
      } catch (StoreException e) {
        // A connection that nobody used for a while may have been dead for as long.
        if (used && tx == null && !closed) {
          return run(work, connected());
        }
        throw e;
      }
    } finally {
      lock.unlock();
    }
  }

  private boolean held() {
    try {
      return lock.tryLock(WAIT_SECONDS_MAX, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StoreException("interrupted while waiting to read the store", e);
    }
  }

  private JdbcTx connected() {
    if (closed) {
      throw new StoreException("the store is closed");
    }
    if (tx == null) {
      if (again && !pace.mayTry()) {
        throw new StoreException("the store cannot be read; the next try is within a second");
      }
      again = true;
      connection = database.connectForReading();
      tx = new JdbcTx(connection, database);
    }
    return tx;
  }

  private <T> T run(UnitOfWork<T> work, JdbcTx open) {
    try {
      T value = work.run(open);
      open.rollback();
      return value;
    } catch (RuntimeException | Error e) {
      end(open, e);
      throw e;
    } catch (SQLException e) {
      end(open, e);
      throw JdbcTx.failure(e);
    }
  }

  /** Whatever stopped a reader, the next one begins with a connection that works. */
  private void end(JdbcTx open, Throwable stopped) {
    boolean lost =
        JdbcTx.causeOf(stopped).map(database::trouble).orElse(Trouble.OF_ONE_UNIT)
            == Trouble.CONNECTION_LOST;
    try {
      if (!lost) {
        open.rollback();
      }
    } catch (SQLException | RuntimeException | Error e) {
      JdbcTx.suppress(stopped, e);
      lost = true;
    }
    try {
      if (lost) {
        disconnect();
      }
    } catch (SQLException | RuntimeException | Error e) {
      JdbcTx.suppress(stopped, e);
    }
  }

  private void disconnect() throws SQLException {
    Connection old = connection;
    connection = null;
    tx = null;
    if (old != null) {
      database.disconnect(old);
    }
  }

  @Override
  public void close() {
    lock.lock();
    try {
      closed = true;
      disconnect();
    } catch (SQLException e) {
      throw JdbcTx.failure(e);
    } finally {
      lock.unlock();
    }
  }
}
