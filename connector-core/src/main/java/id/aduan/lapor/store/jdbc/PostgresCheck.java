package id.aduan.lapor.store.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * Tries a PostgreSQL database before a store is opened in it. Changes nothing, and keeps no
 * connection. Each question throws what the store would throw at its start ({@link
 * id.aduan.lapor.failure.LaporException}), within the {@code DataSource}'s own time to connect.
 */
public final class PostgresCheck {
  private final PostgresSessions sessions;

  public PostgresCheck(DataSource source) {
    this.sessions = new PostgresSessions(source);
  }

  /** Connects; tells what answers, and the schema that the tables would be in. */
  public String server() {
    String schema = sessions.schema();
    String version =
        sessions.ask(connection -> PostgresSessions.text(connection, "show server_version"));
    return "PostgreSQL %s, schema %s".formatted(version, schema);
  }

  /** Holds its settings against what makes a confirmed entry durable (F27). */
  public String settings() {
    DatabaseClock clock = new DatabaseClock(System::nanoTime);
    Connection connection = sessions.writing(clock);
    try {
      try {
        return "fsync and full_page_writes are on, synchronous_commit is "
            + PostgresSessions.text(connection, "show synchronous_commit");
      } finally {
        // It was set up as the writer's, which is not what a pool hands to others.
        PostgresSessions.end(connection);
      }
    } catch (SQLException e) {
      throw PostgresSessions.unreachable(e);
    }
  }

  /** Holds its tables against what this program reads. */
  public String tables() {
    int found = PostgresSchema.version(sessions);
    if (found == 0) {
      return "none yet, 'lapor run' makes them";
    }
    return found == SqliteSchema.VERSION
        ? "v" + found
        : "v%d, 'lapor run' brings them to v%d".formatted(found, SqliteSchema.VERSION);
  }
}
