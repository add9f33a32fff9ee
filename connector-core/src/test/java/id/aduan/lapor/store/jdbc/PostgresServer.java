package id.aduan.lapor.store.jdbc;

import id.aduan.lapor.MemoryFolder;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A real PostgreSQL that syncs to disk: one server for all tests of a JVM, a database for each
 * test. It needs no Docker, and runs as root too; it ends with the JVM.
 */
final class PostgresServer {
  private static final AtomicInteger SCHEMAS = new AtomicInteger();

  private PostgresServer() {}

  private static final class Shared {
    static final EmbeddedPostgres SERVER = start();

    private static EmbeddedPostgres start() {
      try {
        return durable().setDataDirectory(MemoryFolder.create("lapor-postgres")).start();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** A server that keeps what it confirms; the library's own defaults do not. */
  static EmbeddedPostgres.Builder durable() {
    return EmbeddedPostgres.builder()
        .setServerConfig("fsync", "on")
        .setServerConfig("synchronous_commit", "on")
        .setServerConfig("full_page_writes", "on")
        .setServerConfig("max_connections", "50");
  }

  static int port() {
    return Shared.SERVER.getPort();
  }

  /** A new, empty schema; a database of its own would cost each test a second. */
  static PGSimpleDataSource newSchema() {
    String name = "test_" + SCHEMAS.incrementAndGet();
    execute(dataSource(port(), "postgres"), "create schema " + name);
    return inSchema(name);
  }

  static PGSimpleDataSource inSchema(String name) {
    PGSimpleDataSource source = dataSource(port(), "postgres");
    source.setCurrentSchema(name);
    return source;
  }

  static PGSimpleDataSource dataSource(int port, String database) {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setServerNames(new String[] {"127.0.0.1"});
    source.setPortNumbers(new int[] {port});
    source.setDatabaseName(database);
    source.setUser("postgres");
    source.setPassword("postgres");
    source.setConnectTimeout(5);
    source.setReWriteBatchedInserts(true);
    return source;
  }

  static int execute(DataSource source, String sql) {
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement()) {
      return statement.executeUpdate(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }
}
