package id.aduan.lapor.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import id.aduan.lapor.faults.Happened;
import id.aduan.lapor.privacy.KeysetSealer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.ds.PGSimpleDataSource;

/** A process dies while it makes the tables; the next start finds nothing of it, or all. */
@Tag("F11")
@Timeout(120)
class MigrationCrashTest {
  @TempDir Path dir;

  /** At the first statement, within the first version, and after it where there are several. */
  @ParameterizedTest
  @ValueSource(ints = {1, 9, 25})
  void on_sqlite_the_next_start_completes_the_tables(int statements) throws Exception {
    Path file = dir.resolve("lapor.db");

    assertThat(die(Integer.toString(statements), file.toString())).isEqualTo(MigrationHalt.DIED);

    try (JdbcStore store = JdbcStore.sqlite(file)) {
      assertWhole(store);
    }
    Happened.times("F11", 1, "a process dead amid its tables, on SQLite");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 9, 27})
  void on_postgresql_the_next_start_completes_the_tables(int statements) throws Exception {
    PGSimpleDataSource source = PostgresServer.newSchema();

    assertThat(
            die(
                Integer.toString(statements),
                Integer.toString(PostgresServer.port()),
                source.getCurrentSchema()))
        .isEqualTo(MigrationHalt.DIED);

    try (JdbcStore store =
        JdbcStore.postgres(source, KeysetSealer.ofJson(KeysetSealer.newKeyset()))) {
      assertWhole(store);
    }
    Happened.times("F11", 1, "a process dead amid its tables, on PostgreSQL");
  }

  private static void assertWhole(JdbcStore store) {
    StoreCheck check = store.verify(damage -> {});
    assertThat(check.isSound()).isTrue();
    assertThat(check.schemaVersion()).isEqualTo(SqliteSchema.VERSION);
    int version =
        store.read(
            tx ->
                JdbcTx.of(tx)
                    .first(
                        "select max(cast(version as integer)) from lapor_schema_history",
                        row -> row.getInt(1))
                    .orElse(0));
    assertThat(version).isEqualTo(SqliteSchema.VERSION);
  }

  private static int die(String... arguments) throws Exception {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                MigrationHalt.class.getName()));
    command.addAll(List.of(arguments));
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return process.exitValue();
  }
}
