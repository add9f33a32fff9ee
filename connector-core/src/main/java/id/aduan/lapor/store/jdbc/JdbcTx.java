package id.aduan.lapor.store.jdbc;

import id.aduan.lapor.failure.StoreException;
import id.aduan.lapor.store.Tx;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A transaction on one connection, whose prepared statements it keeps. One thread at a time. */
final class JdbcTx implements Tx {
  private final Connection connection;
  private final Database database;
  private final Map<String, PreparedStatement> statements = new HashMap<>();
  private final List<Runnable> effects = new ArrayList<>();
  private final WriteQueue writes = new WriteQueue();

  JdbcTx(Connection connection, Database database) {
    this.connection = connection;
    this.database = database;
  }

  /** Reads one row of a result. */
  @FunctionalInterface
  interface RowReader<T> {
    T read(ResultSet row) throws SQLException;
  }

  static JdbcTx of(Tx tx) {
    return (JdbcTx) tx;
  }

  /**
   * The time that leases go by, in milliseconds: the database's own where several nodes share it
   * (C17), else the value for its one place.
   */
  String leaseClock() {
    return "coalesce(" + database.clockSql() + ", ?)";
  }

  /** The end of a query for rows to claim: one that another session holds is passed over. */
  String skipLocked() {
    return database.skipLockedSql();
  }

  @Override
  public void afterCommit(Runnable effect) {
    effects.add(effect);
  }

  /** The effects of the unit that just ran, for whoever commits it. */
  List<Runnable> takeEffects() {
    List<Runnable> taken = List.copyOf(effects);
    effects.clear();
    return taken;
  }

  int update(String sql, @Nullable Object... values) {
    writes.takeFor(sql, this::write);
    writes.unknow(sql);
    return updatePastQueue(sql, values);
  }

  /**
   * Changes rows that are not among those in the queue, and nothing that is known of others; what
   * is queued stays there.
   */
  int updatePastQueue(String sql, @Nullable Object... values) {
    try {
      return bound(sql, values).executeUpdate();
    } catch (SQLException e) {
      throw failure(e);
    }
  }

  /**
   * Writes sooner or later: before any other statement on the same table that is not said to go
   * past the queue, and before the unit of work can be kept. For what nobody needs the count of.
   */
  void queue(String sql, @Nullable Object... values) {
    writes.add(new WriteQueue.Row(sql, values));
    if (writes.isFull()) {
      flush();
    }
  }

  /** Sends what is queued. */
  void flush() {
    writes.takeAll(this::write);
  }

  /** Marks what is queued for a table, until it is sent. */
  void mark(String table, Object mark) {
    writes.mark(table, mark);
  }

  /** Sends what is queued for a table, if one of these marks it. */
  void flushIfMarked(String table, Object... marks) {
    if (Stream.of(marks).anyMatch(mark -> writes.isMarked(table, mark))) {
      writes.takeFor(table, this::write);
    }
  }

  private void write(List<WriteQueue.Row> rows) {
    try {
      PreparedStatement statement = bound(rows.get(0).sql(), rows.get(0).values());
      if (rows.size() == 1) {
        statement.executeUpdate();
        return;
      }
      // A batch that was cut short has left rows of units that were undone.
      statement.clearBatch();
      for (WriteQueue.Row row : rows) {
        bound(row.sql(), row.values()).addBatch();
      }
      statement.executeBatch();
    } catch (SQLException e) {
      throw failure(e);
    }
  }

  /** What this transaction has written to, or read from, a table under this key. */
  <T> Optional<T> known(String table, Object key, Class<T> type) {
    return writes.known(table, key, type);
  }

  /** Keeps a value until the table is changed other than by the queue. */
  void know(String table, Object key, Object value) {
    writes.know(table, key, value);
  }

  /** Whether a table has no row; asked once in a transaction, while nothing changes it. */
  boolean isEmpty(String table) {
    return known(table, WriteQueue.EMPTY, Boolean.class)
        .orElseGet(
            () -> {
              boolean empty = first("select 1 from " + table + " limit 1", row -> 1).isEmpty();
              know(table, WriteQueue.EMPTY, empty);
              return empty;
            });
  }

  <T> List<T> list(String sql, RowReader<T> reader, @Nullable Object... values) {
    writes.takeFor(sql, this::write);
    return listPastQueue(sql, reader, values);
  }

  /** Reads rows that are not among those in the queue, which its caller knows; they stay there. */
  <T> List<T> listPastQueue(String sql, RowReader<T> reader, @Nullable Object... values) {
    try (ResultSet rows = bound(sql, values).executeQuery()) {
      List<T> list = new ArrayList<>();
      while (rows.next()) {
        list.add(reader.read(rows));
      }
      return list;
    } catch (SQLException e) {
      throw failure(e);
    }
  }

  /** Looks at one row of a result. */
  @FunctionalInterface
  interface RowVisitor {
    void visit(ResultSet row) throws SQLException;
  }

  /** Shows each row in turn and keeps none; gives how many there were. */
  int each(String sql, RowVisitor visitor, @Nullable Object... values) {
    writes.takeFor(sql, this::write);
    try (ResultSet rows = bound(sql, values).executeQuery()) {
      int count = 0;
      while (rows.next()) {
        visitor.visit(rows);
        count++;
      }
      return count;
    } catch (SQLException e) {
      throw failure(e);
    }
  }

  <T> Optional<T> first(String sql, RowReader<T> reader, @Nullable Object... values) {
    return list(sql, reader, values).stream().findFirst();
  }

  /** Reads a row that is not among those in the queue, which its caller knows; they stay there. */
  <T> Optional<T> firstPastQueue(String sql, RowReader<T> reader, @Nullable Object... values) {
    return listPastQueue(sql, reader, values).stream().findFirst();
  }

  void execute(String sql) throws SQLException {
    bound(sql).execute();
  }

  private PreparedStatement bound(String sql, @Nullable Object... values) throws SQLException {
    PreparedStatement statement = statements.get(sql);
    if (statement == null) {
      statement = connection.prepareStatement(sql);
      statements.put(sql, statement);
    }
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
    return statement;
  }

  void begin() throws SQLException {
    forget();
    database.begin(this);
  }

  void commit() throws SQLException {
    flush();
    database.beforeCommit(this);
    connection.commit();
    database.afterCommit();
  }

  void rollback() throws SQLException {
    forget();
    connection.rollback();
  }

  /** Nothing is queued when one begins. */
  Savepoint savepoint() throws SQLException {
    return connection.setSavepoint();
  }

  void release(Savepoint savepoint) throws SQLException {
    flush();
    connection.releaseSavepoint(savepoint);
  }

  void rollback(Savepoint savepoint) throws SQLException {
    forget();
    connection.rollback(savepoint);
    connection.releaseSavepoint(savepoint);
  }

  private void forget() {
    effects.clear();
    writes.clear();
  }

  static StoreException failure(SQLException e) {
    return new StoreException(
        "the store failed with code " + e.getErrorCode() + ", state " + e.getSQLState(), e);
  }

  /** A host's connection may throw the same thing each time, and nothing can suppress itself. */
  static void suppress(Throwable stopped, Throwable more) {
    if (more != stopped) {
      stopped.addSuppressed(more);
    }
  }

  /** The database's own failure behind one of ours, if it is one. */
  static Optional<SQLException> causeOf(Throwable failure) {
    Throwable cause = failure instanceof StoreException ? failure.getCause() : failure;
    return cause instanceof SQLException sql ? Optional.of(sql) : Optional.empty();
  }
}
