package id.aduan.lapor.store.jdbc;

import id.aduan.lapor.failure.StoreException;
import id.aduan.lapor.failure.StoreVersionException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Properties;

/** What a file is, found out without changing it: a store of this version, or something else. */
final class SqliteSchema {
  /** The version of the tables: the number of the last migration. */
  static final int VERSION = 14;

  static final String HISTORY = "lapor_schema_history";
  private static final String NOTHING_CHANGED = "; nothing was changed in it";
  private static final byte[] MAGIC = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);
  private static final String OPEN_READ_ONLY = "1";

  private SqliteSchema() {}

  /**
   * Lets pass what can be brought to this version: nothing, an empty file, an older store.
   *
   * @throws StoreVersionException for anything else
   */
  static void requireUsable(Path file) {
    if (Files.exists(file)) {
      version(file);
    }
  }

  /**
   * Lets pass a store of this version alone.
   *
   * @throws StoreVersionException for anything else
   */
  static void requireCurrent(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new StoreException("there is no store at " + file);
    }
    int found = version(file);
    if (found < VERSION) {
      throw new StoreVersionException(
          "store %s is v%d, this is v%d; 'lapor run' brings it to this version"
              .formatted(file, found, VERSION),
          null);
    }
  }

  /** The version of a store; 0 for a file without anything in it. */
  private static int version(Path file) {
    if (!hasContent(file)) {
      return 0;
    }
    try (Connection connection = openReadOnly(file);
        Statement statement = connection.createStatement()) {
      int tables = number(statement, "select count(*) from sqlite_master");
      if (number(statement, "select count(*) from sqlite_master where name = '" + HISTORY + "'")
          == 0) {
        if (tables > 0) {
          throw foreign(file, "is a database of another program");
        }
        return 0;
      }
      if (number(statement, "select count(*) from " + HISTORY + " where success = 0") > 0) {
        throw new StoreVersionException(
            "store "
                + file
                + " stopped half-way between two versions; bring back the backup made before the"
                + " update",
            null);
      }
      int found =
          number(
              statement,
              "select coalesce(max(cast(version as integer)), 0) from "
                  + HISTORY
                  + " where version is not null");
      if (found > VERSION) {
        throw new StoreVersionException(
            "store %s is v%d, this is v%d; run the newer release again, or bring back the backup"
                    .formatted(file, found, VERSION)
                + " made before the update"
                + NOTHING_CHANGED,
            null);
      }
      return found;
    } catch (SQLException e) {
      throw new StoreException(
          "store "
              + file
              + " cannot be read; is the disk well, and may this user read it?"
              + NOTHING_CHANGED,
          e);
    }
  }

  private static boolean hasContent(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] start = in.readNBytes(MAGIC.length);
      if (start.length > 0 && !Arrays.equals(start, MAGIC)) {
        throw foreign(file, "is not a database");
      }
      return start.length > 0;
    } catch (IOException e) {
      throw new StoreException("store " + file + " cannot be read by this user", e);
    }
  }

  private static StoreVersionException foreign(Path file, String what) {
    return new StoreVersionException(
        file + " " + what + "; name the store's own file by store.path" + NOTHING_CHANGED, null);
  }

  /** A connection that cannot write, and leaves the journal as it is. */
  static Connection openReadOnly(Path file) throws SQLException {
    Properties settings = new Properties();
    settings.setProperty("open_mode", OPEN_READ_ONLY);
    settings.setProperty("busy_timeout", "5000");
    return DriverManager.getConnection(SqliteFile.url(file), settings);
  }

  private static int number(Statement statement, String sql) throws SQLException {
    try (ResultSet rows = statement.executeQuery(sql)) {
      return rows.next() ? rows.getInt(1) : 0;
    }
  }
}
