package id.aduan.lapor.store.jdbc;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The store in one SQLite file that one process owns. */
final class SqliteDatabase implements Database {
  private static final int FILE_FAULTS_MAX = 100;
  private static final int BUSY = 5;
  private static final int LOCKED = 6;
  private static final int FULL = 13;

  /** Error, too big, constraint, mismatch, range: the statement was wrong, not the store. */
  private static final Set<Integer> OF_ONE_STATEMENT = Set.of(1, 18, 19, 20, 25);

  /** Its release fails if SQLite has ended the transaction by itself meanwhile. */
  private static final String GUARD = "lapor_group";

  private final Path file;
  private final Optional<ProcessLock> lock;

  private SqliteDatabase(Path file, Optional<ProcessLock> lock) {
    this.file = file;
    this.lock = lock;
  }

  /**
   * The file for its owner.
   *
   * @throws id.aduan.lapor.failure.StoreLockedException when another process owns it
   */
  static SqliteDatabase owned(Path file) {
    SqliteFile.makeDirectory(file);
    return new SqliteDatabase(file, Optional.of(ProcessLock.take(file)));
  }

  /** The file for somebody who only reads, beside its owner. */
  static SqliteDatabase shared(Path file) {
    return new SqliteDatabase(file, Optional.empty());
  }

  @Override
  public String name() {
    return "store " + file;
  }

  @Override
  public Owner owner() {
    return Owner.ALONE;
  }

  @Override
  public void migrate() {
    SqliteFile.migrate(file);
  }

  @Override
  public void requireCurrent() {
    SqliteFile.requireDriver();
    SqliteSchema.requireCurrent(file);
  }

  @Override
  public Connection connectForWriting() {
    return SqliteFile.connectForWriting(file);
  }

  @Override
  public Connection connectForReading() {
    return SqliteFile.connectForReading(file);
  }

  @Override
  public void begin(JdbcTx tx) throws SQLException {
    tx.execute("savepoint " + GUARD);
  }

  @Override
  public void beforeCommit(JdbcTx tx) throws SQLException {
    tx.execute("release " + GUARD);
  }

  @Override
  public void disconnect(Connection connection) throws SQLException {
    connection.close();
  }

  @Override
  public Trouble trouble(SQLException failure) {
    int code = failure.getErrorCode() & 0xff;
    if (OF_ONE_STATEMENT.contains(code)) {
      return Trouble.OF_ONE_UNIT;
    }
    // After a sync that failed nothing is certain, so all but these ends the store.
    return code == BUSY || code == LOCKED || code == FULL ? Trouble.FOR_NOW : Trouble.FOR_GOOD;
  }

  @Override
  public InstantSource clock(InstantSource local) {
    return local;
  }

  @Override
  public String clockSql() {
    return "null";
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
  public List<String> selfCheckSql() {
    return List.of("pragma integrity_check(" + FILE_FAULTS_MAX + ")", "pragma foreign_key_check");
  }

  @Override
  public void close() {
    lock.ifPresent(ProcessLock::close);
  }
}
