package id.aduan.lapor.store.jdbc;

import id.aduan.lapor.failure.StoreException;
import id.aduan.lapor.failure.StoreVersionException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.exception.FlywayValidateException;

/** Makes, migrates and connects to the SQLite file. */
final class SqliteFile {
  private static final int WAL_PAGES_MAX = 1_000;

  /** What a group of units changes stays in memory until its commit, and is then written once. */
  private static final int CACHE_KIB = 16_384;

  private SqliteFile() {}

  static void makeDirectory(Path file) {
    try {
      Path parent = file.toAbsolutePath().getParent();
      if (parent != null) {
        OwnerOnly.createDirectories(parent);
      }
    } catch (IOException e) {
      throw new StoreException("the directory of store " + file + " cannot be made", e);
    }
  }

  /** Brings the file to this version's tables; makes it if it is not there. */
  static void migrate(Path file, Callback... callbacks) {
    requireDriver();
    SqliteSchema.requireUsable(file);
    try {
      // SQLite gives the files beside this one the same permissions.
      OwnerOnly.createFile(file);
      Flyway.configure()
          .dataSource(url(file), null, null)
          .table(SqliteSchema.HISTORY)
          .locations("classpath:id/aduan/lapor/store/jdbc/sqlite")
          .failOnMissingLocations(true)
          .cleanDisabled(true)
          .callbacks(callbacks)
          .load()
          .migrate();
    } catch (IOException e) {
      throw new StoreException("store " + file + " cannot be made", e);
    } catch (FlywayValidateException e) {
      throw new StoreVersionException(
          "the tables of store " + file + " were made by something else than this program", e);
    } catch (FlywayException e) {
      throw new StoreException("store " + file + " could not be brought to this version", e);
    }
  }

  static void requireDriver() {
    try {
      DriverManager.getDriver("jdbc:sqlite:");
    } catch (SQLException e) {
      throw new StoreException(
          "there is no SQLite driver on the class path; add org.xerial:sqlite-jdbc", e);
    }
    requireTemporaryDirectory();
  }

  /** The driver unpacks its library there at the first connection. */
  private static void requireTemporaryDirectory() {
    String directory =
        System.getProperty("org.sqlite.tmpdir", System.getProperty("java.io.tmpdir", ""));
    if (!Files.isWritable(Path.of(directory))) {
      throw new StoreException(
          "the directory for temporary files, "
              + directory
              + ", cannot be written, and SQLite's library is unpacked there; name another by"
              + " -Djava.io.tmpdir");
    }
  }

  static Connection connectForWriting(Path file) {
    return connect(
        file,
        "pragma synchronous = full",
        "pragma wal_autocheckpoint = " + WAL_PAGES_MAX,
        "pragma cache_size = -" + CACHE_KIB,
        // What a savepoint keeps of changed pages, bounded by its group, goes to a file otherwise.
        "pragma temp_store = memory");
  }

  static Connection connectForReading(Path file) {
    return connect(file, "pragma query_only = on");
  }

  /** Pragmas take effect outside a transaction only, so auto-commit ends after them. */
  private static Connection connect(Path file, String... pragmas) {
    Properties settings = new Properties();
    settings.setProperty("journal_mode", "WAL");
    settings.setProperty("busy_timeout", "5000");
    // The driver begins the next transaction with each commit: it must not take a lock before work.
    settings.setProperty("transaction_mode", "DEFERRED");
    // Nobody asks for the numbers of new rows, and the driver would after each statement.
    settings.setProperty("jdbc.get_generated_keys", "false");
    try {
      Connection connection = DriverManager.getConnection(url(file), settings);
      try (Statement statement = connection.createStatement()) {
        for (String sql : pragmas) {
          statement.execute(sql);
        }
      }
      connection.setAutoCommit(false);
      return connection;
    } catch (SQLException e) {
      throw new StoreException("store " + file + " cannot be opened", e);
    }
  }

  static String url(Path file) {
    return "jdbc:sqlite:" + file.toAbsolutePath();
  }
}
