package id.aduan.lapor.bench.parts;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.LongAdder;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/**
 * The databases without the connector: rows of 1.2 kB that are synced to disk, one by one and in
 * groups of 64, as the connector sets its databases up.
 */
final class StoreRates {
  private static final int GROUP = 64;
  private static final int ROW_BYTES = 1_200;
  private static final String INSERT = "insert into bench_row (id, payload) values (?, ?)";

  private final DataSource source;
  private final double seconds;
  private long ids;

  private StoreRates(DataSource source, double seconds) {
    this.source = source;
    this.seconds = seconds;
  }

  /**
   * Arguments: seconds of each, then a file for SQLite or the port of a PostgreSQL. Prints rows per
   * second of single commits from one client, of groups of 64, and of single commits from 8.
   */
  public static void main(String[] args) throws SQLException {
    boolean isPort = args[1].matches("\\d+");
    DataSource source = isPort ? postgres(Integer.parseInt(args[1])) : sqlite(Path.of(args[1]));
    StoreRates rates = new StoreRates(source, Double.parseDouble(args[0]));
    rates.create(isPort);
    double single = rates.rows(1);
    double groups = rates.rows(GROUP);
    double many = isPort ? rates.clients(8) : 0;
    System.out.printf(Locale.ROOT, "%.0f %.0f %.0f%n", single, groups, many);
  }

  private static DataSource sqlite(Path file) {
    SQLiteConfig config = new SQLiteConfig();
    config.setJournalMode(SQLiteConfig.JournalMode.WAL);
    config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
    SQLiteDataSource source = new SQLiteDataSource(config);
    source.setUrl("jdbc:sqlite:" + file);
    return source;
  }

  private static DataSource postgres(int port) {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setServerNames(new String[] {"127.0.0.1"});
    source.setPortNumbers(new int[] {port});
    source.setDatabaseName("postgres");
    source.setUser("postgres");
    source.setReWriteBatchedInserts(true);
    return source;
  }

  private void create(boolean isPostgres) throws SQLException {
    try (Connection connection = source.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(
          "create table bench_row (id bigint primary key, payload "
              + (isPostgres ? "bytea" : "blob")
              + " not null)");
    }
  }

  /** Rows per second from one client, so many in each commit. */
  private double rows(int group) throws SQLException {
    long first = reserve();
    long begin = System.nanoTime();
    long rows = insert(first, begin + (long) (seconds * 1e9), group);
    return rows * 1e9 / (System.nanoTime() - begin);
  }

  private double clients(int count) {
    LongAdder rows = new LongAdder();
    long begin = System.nanoTime();
    List<CompletableFuture<Void>> all = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      long first = reserve();
      all.add(
          CompletableFuture.runAsync(
              () -> {
                try {
                  rows.add(insert(first, begin + (long) (seconds * 1e9), 1));
                } catch (SQLException e) {
                  throw new IllegalStateException("the database refused rows", e);
                }
              },
              task -> new Thread(task, "bench-client").start()));
    }
    CompletableFuture.allOf(all.toArray(new CompletableFuture<?>[0])).join();
    return rows.sum() * 1e9 / (System.nanoTime() - begin);
  }

  private synchronized long reserve() {
    ids += 1_000_000_000L;
    return ids;
  }

  private long insert(long first, long end, int group) throws SQLException {
    byte[] payload = new byte[ROW_BYTES];
    long id = first;
    try (Connection connection = source.getConnection();
        PreparedStatement statement = connection.prepareStatement(INSERT)) {
      connection.setAutoCommit(false);
      while (System.nanoTime() < end) {
        for (int i = 0; i < group; i++) {
          statement.setLong(1, id++);
          statement.setBytes(2, payload);
          statement.addBatch();
        }
        int[] unused = statement.executeBatch();
        connection.commit();
      }
    }
    return id - first;
  }
}
