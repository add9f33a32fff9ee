package id.aduan.lapor.store.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.sqlite.Function;

/**
 * SQLite in memory, whose clock is the caller's: what leases go by where several nodes share it.
 */
final class MemoryDatabase implements Database {
  /** In milliseconds; empty where the time that a node gives rules. */
  Optional<LongSupplier> clock = Optional.empty();

  MemoryDatabase(Connection connection) throws SQLException {
    Function.create(
        connection,
        "stepped_now",
        new Function() {
          @Override
          protected void xFunc() throws SQLException {
            if (clock.isPresent()) {
              result(clock.get().getAsLong());
            } else {
              result();
            }
          }
        },
        0,
        Function.FLAG_DETERMINISTIC); // within a statement: so that it is asked once, not by row
  }

  @Override
  public String name() {
    return "a store in memory";
  }

  @Override
  public Owner owner() {
    return clock.isPresent() ? Owner.ONE_OF_SEVERAL : Owner.ALONE;
  }

  @Override
  public String clockSql() {
    return "stepped_now()";
  }

  @Override
  public String skipLockedSql() {
    return "";
  }

  @Override
  public String rowNumberSql() {
    return "rowid";
  }

  @Override
  public Trouble trouble(SQLException failure) {
    return Trouble.OF_ONE_UNIT;
  }

  @Override
  public InstantSource clock(InstantSource local) {
    return local;
  }

  @Override
  public void begin(JdbcTx tx) {}

  @Override
  public void beforeCommit(JdbcTx tx) {}

  @Override
  public void afterCommit() {}

  @Override
  public void migrate() {}

  @Override
  public void requireCurrent() {}

  @Override
  public Connection connectForWriting() {
    throw new UnsupportedOperationException("there is one connection");
  }

  @Override
  public Connection connectForReading() {
    throw new UnsupportedOperationException("there is one connection");
  }

  @Override
  public void disconnect(Connection connection) {}

  @Override
  public List<String> selfCheckSql() {
    return List.of();
  }

  @Override
  public void close() {}
}
