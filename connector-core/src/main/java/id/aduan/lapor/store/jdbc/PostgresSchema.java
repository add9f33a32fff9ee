package id.aduan.lapor.store.jdbc;

import id.aduan.lapor.failure.StoreException;
import id.aduan.lapor.failure.StoreVersionException;
import java.sql.Connection;
import java.sql.SQLException;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.exception.FlywayValidateException;

/**
 * The tables in a schema of PostgreSQL. They may stand beside the host's own; what begins with
 * {@code lapor_} is the store's.
 */
final class PostgresSchema {
  private static final String NOTHING_CHANGED = "; nothing was changed in it";

  private PostgresSchema() {}

  /** Makes the tables or brings them to this version; several nodes may do so at once. */
  static void migrate(PostgresSessions sessions, Callback... callbacks) {
    version(sessions);
    try {
      Flyway.configure()
          .dataSource(sessions.source())
          .defaultSchema(sessions.schema())
          .table(SqliteSchema.HISTORY)
          .locations("classpath:id/aduan/lapor/store/jdbc/postgresql")
          .failOnMissingLocations(true)
          // The host's own tables may be there before ours.
          .baselineOnMigrate(true)
          .baselineVersion("0")
          .cleanDisabled(true)
          .callbacks(callbacks)
          .load()
          .migrate();
    } catch (FlywayValidateException e) {
      throw new StoreVersionException(
          "the tables of the PostgreSQL store were made by something else than this program", e);
    } catch (FlywayException e) {
      throw new StoreException(
          "the PostgreSQL store could not be brought to this version; may its user create tables in"
              + " the schema?",
          e);
    }
  }

  static void requireCurrent(PostgresSessions sessions) {
    int found = version(sessions);
    if (found == 0) {
      throw new StoreException("there is no store in the database; 'lapor run' makes it");
    }
    if (found < SqliteSchema.VERSION) {
      throw new StoreVersionException(
          "the PostgreSQL store is v%d, this is v%d; 'lapor run' brings it to this version"
              .formatted(found, SqliteSchema.VERSION),
          null);
    }
  }

  /** The version of the tables; 0 where there are none. */
  private static int version(PostgresSessions sessions) {
    String schema = sessions.schema();
    try (Connection connection = sessions.connect()) {
      return version(connection, schema);
    } catch (SQLException e) {
      throw PostgresSessions.unreachable(e);
    }
  }

  private static int version(Connection connection, String schema) throws SQLException {
    String history = PostgresSessions.quoted(schema) + "." + SqliteSchema.HISTORY;
    if (tables(connection, schema, "= '" + SqliteSchema.HISTORY + "'") == 0) {
      if (tables(connection, schema, "like 'lapor\\_%'") > 0) {
        throw new StoreVersionException(
            "the schema "
                + schema
                + " has tables named lapor_... that this program did not make; give the store a"
                + " schema of its own by the user's search_path"
                + NOTHING_CHANGED,
            null);
      }
      return 0;
    }
    if (number(connection, "select count(*) from " + history + " where not success") > 0) {
      throw new StoreVersionException(
          "the PostgreSQL store stopped half-way between two versions; bring back the backup made"
              + " before the update",
          null);
    }
    int found =
        number(
            connection,
            "select coalesce(max(version::integer), 0) from "
                + history
                + " where version is not null");
    if (found > SqliteSchema.VERSION) {
      throw new StoreVersionException(
          "the PostgreSQL store is v%d, this is v%d; run the newer release again, or bring back the"
                  .formatted(found, SqliteSchema.VERSION)
              + " backup made before the update"
              + NOTHING_CHANGED,
          null);
    }
    return found;
  }

  private static int tables(Connection connection, String schema, String named)
      throws SQLException {
    return number(
        connection,
        "select count(*) from pg_catalog.pg_tables where schemaname = '"
            + schema.replace("'", "''")
            + "' and tablename "
            + named);
  }

  private static int number(Connection connection, String sql) throws SQLException {
    return Integer.parseInt(PostgresSessions.text(connection, sql));
  }
}
