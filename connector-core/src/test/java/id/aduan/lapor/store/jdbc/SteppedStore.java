package id.aduan.lapor.store.jdbc;

import id.aduan.lapor.MemoryFolder;
import id.aduan.lapor.delivery.Envelope;
import id.aduan.lapor.failure.LaporException;
import id.aduan.lapor.failure.StoreException;
import id.aduan.lapor.privacy.Sealer;
import id.aduan.lapor.store.Tx;
import id.aduan.lapor.store.UnitOfWork;
import id.aduan.lapor.sync.CaseStore;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteOpenMode;

/**
 * The real tables and statements in memory, each unit of work a transaction on the caller's thread,
 * whose commit comes to what the caller's {@link Commits} say. Emptied between two runs, since
 * making one takes longer than a run.
 */
public final class SteppedStore implements AutoCloseable {
  private final Path dir;
  private final Sealer sealer;
  private final JdbcStore parts;
  private final MemoryDatabase database;
  private final Connection connection;
  private final JdbcTx tx;
  private final List<String> sweep = new ArrayList<>();
  private boolean working;

  /** What becomes of one node's units of work. */
  public interface Commits {
    /** Before anything is read or written; may throw. */
    void begin();

    /** All is written and nothing committed; may throw, and then nothing is kept. */
    Commit commit();

    /** All is kept and nobody was told; may throw, and then nobody is. */
    void kept();

    /** Whoever waits has been told. */
    void told();
  }

  /** What becomes of a commit. */
  public enum Commit {
    KEPT,
    /** Planted: nothing is kept, and whoever waits is told that it is. */
    LOST_AND_TOLD
  }

  private SteppedStore(Path dir, Sealer sealer) throws SQLException {
    this.dir = dir;
    this.sealer = sealer;
    Path file = dir.resolve("lapor.db");
    JdbcStore.sqlite(file, sealer).close();
    parts = JdbcStore.sqliteReadOnly(file, sealer);
    SQLiteConfig alone = new SQLiteConfig();
    alone.setOpenMode(SQLiteOpenMode.NOMUTEX); // one thread has it, and need not lock it each time
    connection = alone.createConnection("jdbc:sqlite::memory:");
    try (Statement statement = connection.createStatement()) {
      statement.executeUpdate("restore from '" + file + "'");
    }
    database = new MemoryDatabase(connection);
    names("trigger").forEach(name -> sql("drop trigger " + name));
    for (String table : names("table")) {
      boolean kept = table.equals("lapor_schema_history") || table.equals("lapor_key_check");
      if (table.startsWith("lapor_") && !kept) {
        sweep.add("delete from " + table);
      }
    }
    sweep.add("delete from sqlite_sequence"); // numbers begin anew, too, or a seed goes otherwise
    connection.setAutoCommit(false);
    tx = new JdbcTx(connection, database);
  }

  /** Makes one. */
  public static SteppedStore open(Sealer sealer) throws IOException, SQLException {
    return new SteppedStore(MemoryFolder.create("lapor-stepped"), sealer);
  }

  private List<String> names(String type) throws SQLException {
    List<String> names = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        var rows =
            statement.executeQuery("select name from sqlite_master where type = '" + type + "'")) {
      while (rows.next()) {
        names.add(rows.getString(1));
      }
    }
    return names;
  }

  private void sql(String statement) {
    try (Statement made = connection.createStatement()) {
      made.execute(statement);
    } catch (SQLException e) {
      throw JdbcTx.failure(e);
    }
  }

  /**
   * Begins anew, with nothing in it.
   *
   * @param clock the database's, which leases go by; empty where the one node's own clock rules, as
   *     on SQLite
   */
  public void clear(Optional<LongSupplier> clock) {
    database.clock = clock;
    try {
      tx.begin();
      sweep.forEach(this::sql);
      tx.commit();
    } catch (SQLException e) {
      throw JdbcTx.failure(e);
    }
  }

  /** Takes over what a process has left that owned the store alone, as SQLite does. */
  public boolean takeOver(CaseStore store) {
    return database.clock.isPresent() || store.inTransaction(JdbcClaims::endLeases);
  }

  /** The store as one node sees it, with these in the place of parts of that name. */
  public CaseStore node(Commits commits, InstantSource time, Map<String, Object> instead) {
    Map<String, Object> answers = new HashMap<>();
    try {
      for (Method method : CaseStore.class.getMethods()) {
        if (method.getParameterCount() == 0 && !method.getName().equals("close")) {
          answers.put(method.getName(), method.invoke(parts));
        }
      }
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("a part of the store", e);
    }
    answers.put("claims", new JdbcClaims(sealer)); // it remembers what its process has claimed
    answers.putAll(instead);
    return (CaseStore)
        Proxy.newProxyInstance(
            CaseStore.class.getClassLoader(),
            new Class<?>[] {CaseStore.class},
            (proxy, method, args) ->
                switch (method.getName()) {
                  case "submit" -> submit((UnitOfWork<?>) args[0], commits);
                  case "inTransaction" -> keep((UnitOfWork<?>) args[0], commits);
                  case "read" -> read((UnitOfWork<?>) args[0], commits);
                  case "clock" -> time;
                  default ->
                      answers.get(method.getName()) instanceof Supplier<?> now
                          ? now.get()
                          : answers.get(method.getName());
                });
  }

  private <T> CompletableFuture<T> submit(UnitOfWork<T> work, Commits commits) {
    try {
      return CompletableFuture.completedFuture(keep(work, commits));
    } catch (RuntimeException e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  private <T> T keep(UnitOfWork<T> work, Commits commits) {
    enter();
    T value;
    List<Runnable> effects;
    try {
      commits.begin();
      tx.begin();
      value = work.run(tx);
      effects = tx.takeEffects();
      tx.flush();
      if (commits.commit() == Commit.KEPT) {
        tx.commit();
      } else {
        undo();
      }
    } catch (SQLException e) {
      undo();
      throw JdbcTx.failure(e);
    } catch (RuntimeException | Error e) {
      undo();
      throw e;
    } finally {
      working = false;
    }
    commits.kept();
    effects.forEach(Runnable::run);
    commits.told();
    return value;
  }

  private void enter() {
    if (working) {
      throw new AssertionError("a unit of work within a unit of work");
    }
    working = true;
  }

  /** Whether a unit of work is under way, in which nobody may be called. */
  public boolean isWorking() {
    return working;
  }

  private void undo() {
    try {
      tx.rollback();
    } catch (SQLException e) {
      throw JdbcTx.failure(e);
    }
  }

  private <T> T read(UnitOfWork<T> work, Commits commits) {
    enter();
    try {
      commits.begin();
      return work.run(tx);
    } finally {
      undo();
      working = false;
    }
  }

  /** A process's clock by that of the database, which it asks each time. */
  public static InstantSource clock(LongSupplier nanos, LongSupplier databaseMillis) {
    DatabaseClock clock = new DatabaseClock(nanos);
    return () -> {
      clock.set(databaseMillis.getAsLong() * 1_000);
      return clock.instant();
    };
  }

  /** Reads past all nodes and their faults. */
  public <T> T look(Looking<T> looking) {
    try {
      return looking.run(parts, tx);
    } catch (LaporException e) {
      throw new StoreException("what stands in the store could not be read", e);
    }
  }

  /** Reads with the parts of the store. */
  @FunctionalInterface
  public interface Looking<T> {
    T run(CaseStore parts, Tx tx);
  }

  /** The epoch of an entry's last claim. */
  public static long epochOf(Tx tx, long entry) {
    return JdbcTx.of(tx)
        .first("select epoch from lapor_outbox where id = ?", row -> row.getLong(1), entry)
        .orElse(-1L);
  }

  /** Whether an entry of the same lane that is not settled stands before this one (C8). */
  public static boolean hasOlder(Tx tx, Envelope entry) {
    return JdbcTx.of(tx)
        .firstPastQueue( // a claim changes nothing of it, and claims are to be written together
            "select 1" + LaneHeads.UNSETTLED_IN_LANE + " and id < ?",
            row -> row.getInt(1),
            LaneHeads.of(entry.lane(), entry.id()))
        .isPresent();
  }

  /** Planted: each entry that waits may go out, whatever stands before it. */
  public static void forgetLanes(Tx tx) {
    JdbcTx.of(tx).update("update lapor_outbox set head = 1 where head = 0 and state = 0");
  }

  /** When the next entry is due of those that go out by themselves, if any does. */
  public Optional<Instant> nextDue() {
    return look(
        (store, open) ->
            JdbcTx.of(open)
                .first(
                    "select min(case when state in (1, 5) then lease_until else due_at end)"
                        + " from lapor_outbox where head = 1 and state in (0, 1, 2, 5)"
                        + " having count(*) > 0",
                    row -> Instant.ofEpochMilli(row.getLong(1))));
  }

  @Override
  public void close() throws IOException, SQLException {
    connection.close();
    parts.close();
    try (Stream<Path> files = Files.list(dir)) {
      for (Path left : files.toList()) {
        Files.delete(left);
      }
    }
    Files.delete(dir);
  }
}
