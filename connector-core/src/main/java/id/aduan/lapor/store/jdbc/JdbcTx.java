package id.aduan.lapor.store.jdbc;

import id.aduan.lapor.failure.StoreException;
import id.aduan.lapor.store.Tx;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A transaction on one connection, whose prepared statements it keeps. One thread at a time. */
final class JdbcTx implements Tx {
  private final Connection connection;
  private final Map<String, PreparedStatement> statements = new HashMap<>();
  private final List<Runnable> effects = new ArrayList<>();

  JdbcTx(Connection connection) {
    this.connection = connection;
  }

  /** Reads one row of a result. */
  @FunctionalInterface
  interface RowReader<T> {
    T read(ResultSet row) throws SQLException;
  }

  static JdbcTx of(Tx tx) {
    return (JdbcTx) tx;
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
    try {
      return bound(sql, values).executeUpdate();
    } catch (SQLException e) {
      throw failure(e);
    }
  }

  <T> List<T> list(String sql, RowReader<T> reader, @Nullable Object... values) {
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
    List<T> rows = list(sql, reader, values);
    return rows.isEmpty() ? Optional.empty() : Optional.of(rows.get(0));
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

  static StoreException failure(SQLException e) {
    return new StoreException("the store failed with code " + e.getErrorCode(), e);
  }
}
