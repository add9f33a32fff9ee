package id.aduan.lapor.store.jdbc;

import id.aduan.lapor.failure.LaporException;
import id.aduan.lapor.failure.StoreException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Connections from a host's DataSource, set up so that they depend on nothing that the host or the
 * server has set: what was committed is durable, every wait has an end, names mean one schema.
 */
final class PostgresSessions {
  /** The database answers sooner than this, with an error if need be; else the line is dead. */
  static final int NETWORK_TIMEOUT_MILLIS = 15_000;

  /**
   * The lock of a node that stopped in mid-transaction is free again before others give up waiting
   * for it.
   */
  private static final String BOUNDS =
      "set statement_timeout = '10s'; set lock_timeout = '7s';"
          + " set idle_in_transaction_session_timeout = '5s'; set timezone = 'UTC'";

  /**
   * Of a server that has it (17 and newer): ends also a transaction whose node stopped half-way
   * through sending a statement, which the server does not take for an idle one. For the writer
   * alone, since reading a whole store takes longer.
   */
  private static final String TRANSACTION_BOUND =
      "select set_config('transaction_timeout', '15s', false) from pg_settings"
          + " where name = 'transaction_timeout'";

  private static final String CLOCK =
      "select (extract(epoch from clock_timestamp()) * 1000000)::bigint";

  private final DataSource source;
  private @Nullable String schema;

  PostgresSessions(DataSource source) {
    this.source = source;
  }

  DataSource source() {
    return source;
  }

  /** The schema of the first connection, and from then on of every one. */
  synchronized String schema() {
    if (schema == null) {
      schema = ask(connection -> text(connection, "select current_schema()"));
      if (schema.isEmpty()) {
        throw new StoreException(
            "the database has no schema for the store; let the user's search_path begin with one"
                + " that exists");
      }
    }
    return schema;
  }

  /** What is asked on a connection. */
  interface Question<T> {
    T of(Connection connection) throws SQLException;
  }

  /** Asks something on a connection as the host gives it, and gives it back as it was. */
  <T> T ask(Question<T> question) {
    try (Connection connection = connect()) {
      return question.of(connection);
    } catch (SQLException e) {
      throw unreachable(e);
    } catch (LaporException e) {
      throw e;
    } catch (RuntimeException | Error e) {
      throw new StoreException("a connection of the DataSource failed", e);
    }
  }

  private Connection connect() {
    Connection connection;
    try {
      connection = source.getConnection();
    } catch (SQLException e) {
      throw unreachable(e);
    } catch (RuntimeException | Error e) {
      throw new StoreException("the DataSource of the store failed; nothing was stored", e);
    }
    if (connection == null) {
      throw new StoreException("the DataSource of the store gave no connection");
    }
    return connection;
  }

  static StoreException unreachable(SQLException e) {
    return new StoreException(
        "the database cannot be reached (state " + e.getSQLState() + "); nothing was stored", e);
  }

  /** Opens the session of the one writer; refuses a server that loses what it has committed. */
  Connection writing(DatabaseClock clock) {
    return open(
        clock,
        connection -> {
          requireDurable(connection);
          try (Statement statement = connection.createStatement()) {
            // A plan is made while a table is still empty, and kept when it no longer is.
            statement.execute("set enable_seqscan = off");
            statement.execute(TRANSACTION_BOUND);
          }
          connection.setReadOnly(false);
          connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
        });
  }

  /** Opens a session whose transactions see one state and change nothing. */
  Connection reading(DatabaseClock clock) {
    return open(
        clock,
        connection -> {
          connection.setReadOnly(true);
          connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        });
  }

  private interface SetUp {
    void accept(Connection connection) throws SQLException;
  }

  private Connection open(DatabaseClock clock, SetUp setUp) {
    String inSchema = schema();
    Connection connection = connect();
    try {
      connection.setAutoCommit(true);
      connection.setNetworkTimeout(Runnable::run, NETWORK_TIMEOUT_MILLIS);
      try (Statement statement = connection.createStatement()) {
        statement.execute(BOUNDS);
        statement.execute("set search_path = " + quoted(inSchema));
      }
      setUp.accept(connection);
      clock.set(Long.parseLong(text(connection, CLOCK)));
      connection.setAutoCommit(false);
      return connection;
    } catch (SQLException e) {
      throw ended(connection, unreachable(e));
    } catch (StoreException e) {
      throw ended(connection, e);
    } catch (RuntimeException | Error e) {
      throw ended(connection, new StoreException("a connection of the DataSource failed", e));
    }
  }

  private static StoreException ended(Connection connection, StoreException told) {
    try {
      end(connection);
    } catch (SQLException | RuntimeException | Error e) {
      told.addSuppressed(e);
    }
    return told;
  }

  /** Ends the session and gives the connection back, also where it cannot be ended. */
  static void end(Connection connection) throws SQLException {
    try {
      connection.abort(Runnable::run);
    } finally {
      connection.close();
    }
  }

  private static void requireDurable(Connection connection) throws SQLException {
    requireOn(connection, "fsync");
    requireOn(connection, "full_page_writes");
    if (!"UTF8".equals(text(connection, "show server_encoding"))) {
      throw new StoreException(
          "the database is not encoded in UTF8; make one with: create database ... encoding 'UTF8'"
              + " template template0");
    }
    // remote_apply promises more than on does.
    if (!"remote_apply".equals(text(connection, "show synchronous_commit"))) {
      try (Statement statement = connection.createStatement()) {
        statement.execute("set synchronous_commit = on");
      }
    }
  }

  private static void requireOn(Connection connection, String setting) throws SQLException {
    if (!"on".equals(text(connection, "show " + setting))) {
      throw new StoreException(
          "the database runs with "
              + setting
              + "=off and would lose what it has confirmed; set "
              + setting
              + "=on in postgresql.conf and reload it. Nothing was stored");
    }
  }

  static String text(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      String value = rows.next() ? rows.getString(1) : null;
      return value == null ? "" : value;
    }
  }

  static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }
}
