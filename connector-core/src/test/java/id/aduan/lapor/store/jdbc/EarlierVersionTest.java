package id.aduan.lapor.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import id.aduan.lapor.Samples;
import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.store.UnitOfWork;
import id.aduan.lapor.sync.CaseRecord;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A store of the version before clocks were kept by case. */
class EarlierVersionTest {
  private static final Instant NOW = Instant.parse("2026-11-23T04:00:00Z");
  private static final TrackingId ID = new TrackingId("9200001");

  @TempDir private Path dir;

  private static CaseRecord record() {
    return new CaseRecord(
        Samples.complaint(ID.value(), "1398"),
        OptionalLong.of(1),
        Optional.of(NOW),
        NOW,
        Optional.empty());
  }

  /** Makes tables up to v5, and puts a case into them that a store of today has written. */
  private Path storeOfVersionFive() throws Exception {
    Path today = dir.resolve("today.db");
    try (JdbcStore store = JdbcStore.sqlite(today)) {
      boolean unused =
          store.inTransaction(
              tx -> {
                store.complaints().save(tx, record());
                return true;
              });
    }
    Path old = dir.resolve("old.db");
    Flyway.configure()
        .dataSource("jdbc:sqlite:" + old, null, null)
        .table(SqliteSchema.HISTORY)
        .locations("classpath:id/aduan/lapor/store/jdbc/sqlite")
        .target("5")
        .load()
        .migrate();
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + old);
        Statement sql = connection.createStatement();
        PreparedStatement attach = connection.prepareStatement("attach ? as today")) {
      attach.setString(1, today.toString());
      attach.execute();
      for (String table : List.of("lapor_complaint", "lapor_key_check")) {
        sql.execute("insert into %1$s select * from today.%1$s".formatted(table));
      }
      sql.execute(
          "insert into lapor_clock values ('9200001', 'sp4n.complaint_no_supervision', 1, '2026-12-11',"
              + " 'Asia/Jakarta', 'FINAL', 'id', '2026-11-23', 14, x'5b5d')");
    }
    Files.copy(JdbcStore.keysBeside(today), JdbcStore.keysBeside(old));
    return old;
  }

  @Test
  void isBroughtToThisOneWithItsCasesAndWithoutTheOldClocks() throws Exception {
    Path old = storeOfVersionFive();

    try (JdbcStore store = JdbcStore.sqlite(old)) {
      assertThat(list(store, tx -> store.clocks().untimedAfter(tx, "", 10))).containsExactly(ID);
      Optional<CaseRecord> found = store.read(tx -> store.complaints().find(tx, ID));
      assertThat(found).contains(record());
      assertThat(store.verify(damage -> {}).schemaVersion()).isEqualTo(SqliteSchema.VERSION);
    }

    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + old);
        Statement sql = connection.createStatement();
        ResultSet tables =
            sql.executeQuery("select count(*) from sqlite_master where name = 'lapor_clock'")) {
      assertThat(tables.next()).isTrue();
      assertThat(tables.getInt(1)).isZero();
    }
  }

  private static <T> List<T> list(JdbcStore store, UnitOfWork<List<T>> reading) {
    return store.read(reading);
  }
}
