package id.aduan.lapor.store.jdbc;

import id.aduan.lapor.failure.StoreException;
import id.aduan.lapor.store.jdbc.Database.Owner;
import id.aduan.lapor.store.jdbc.Database.Trouble;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one connection that writes. One that is lost is made anew, at most once a second (F23); after
 * a failure that nothing can be trusted after, never again. For the writer's thread, but for {@link
 * #refusal}.
 */
final class WriteSession implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(WriteSession.class);
  private static final long IDLE_NANOS_MAX = 10_000_000_000L;
  private static final String AWAY =
      "the database cannot be reached; nothing was stored, the next try is within a second";
  private static final String FAILED = "the store has failed; open it anew";

  private final Database database;
  private final ReconnectPace pace = new ReconnectPace(System::nanoTime);
  private @Nullable Connection connection;
  private @Nullable JdbcTx tx;
  private long usedAt;
  private volatile @Nullable String refusal;

  /** Connects at once. */
  WriteSession(Database database) {
    this.database = database;
    connect();
  }

  private JdbcTx connect() {
    Connection made = database.connectForWriting();
    connection = made;
    JdbcTx fresh = new JdbcTx(made, database);
    tx = fresh;
    usedAt = System.nanoTime();
    refusal = null;
    return fresh;
  }

  /** Why nothing can be written now, if so. */
  Optional<String> refusal() {
    return Optional.ofNullable(refusal);
  }

  /** The transaction to work in, begun. */
  JdbcTx begin() throws SQLException {
    JdbcTx open = tx;
    if (open == null) {
      throw new StoreException(AWAY);
    }
    usedAt = System.nanoTime();
    open.begin();
    return open;
  }

  void commit() throws SQLException {
    if (tx != null) {
      tx.commit();
    }
  }

  /** Ends what is under way after a failure; true if this session may go on as it is. */
  boolean undo(Throwable failure) {
    if (trouble(failure) == Trouble.CONNECTION_LOST || trouble(failure) == Trouble.FOR_GOOD) {
      return false;
    }
    try {
      if (tx != null) {
        tx.rollback();
      }
      return true;
    } catch (SQLException | RuntimeException | Error e) {
      // Neither does what is half-done stay: the next group would commit it.
      JdbcTx.suppress(failure, e);
      return false;
    }
  }

  Trouble trouble(Throwable failure) {
    return JdbcTx.causeOf(failure).map(database::trouble).orElse(Trouble.OF_ONE_UNIT);
  }

  /**
   * Gives up the connection. A file is opened anew at once, or not until the next start; a server
   * by {@link #restore}.
   */
  void giveUp(Throwable failure) {
    boolean alone = database.owner() == Owner.ALONE;
    Trouble trouble = trouble(failure);
    boolean distrusted = trouble == Trouble.FOR_GOOD || trouble == Trouble.OF_ONE_UNIT;
    refusal = alone && distrusted ? FAILED : AWAY;
    disconnect();
    if (alone && !distrusted) {
      try {
        connect();
      } catch (RuntimeException | Error e) {
        refusal = FAILED;
        LOG.error("{} cannot be opened anew: {}", database.name(), e.getMessage());
      }
    }
  }

  /** Connects again if that is to be done and it is time for it. */
  void restore() {
    if (!AWAY.equals(refusal) || !pace.mayTry()) {
      return;
    }
    try {
      connect();
      LOG.info("{} is back", database.name());
    } catch (RuntimeException | Error e) {
      LOG.warn("{} is not back: {}", database.name(), e.getMessage());
      disconnect();
    }
  }

  /** Looks after the connection, and the database's clock, when nobody else has for a while. */
  void idle() {
    if (refusal != null || System.nanoTime() - usedAt < IDLE_NANOS_MAX) {
      return;
    }
    try {
      begin().rollback();
    } catch (SQLException | RuntimeException | Error e) {
      LOG.warn("{} does not answer: {}", database.name(), e.getMessage());
      if (!undo(e)) {
        giveUp(e);
      }
    }
  }

  private void disconnect() {
    Connection old = connection;
    connection = null;
    tx = null;
    try {
      if (old != null) {
        database.disconnect(old);
      }
    } catch (SQLException | RuntimeException | Error e) {
      LOG.debug("a connection that was given up did not close: {}", e.getClass().getName());
    }
  }

  @Override
  public void close() {
    disconnect();
  }
}
