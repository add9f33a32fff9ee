package id.aduan.lapor.runner.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.aduan.lapor.attachment.CaseFile;
import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.privacy.KeysetSealer;
import id.aduan.lapor.runner.LaporProcesses;
import id.aduan.lapor.runner.SampleConfig;
import id.aduan.lapor.runner.cluster.Postgres;
import id.aduan.lapor.store.jdbc.JdbcStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

/** Two processes on one PostgreSQL that share the folder of files. */
@Tag("C15")
@Tag("nightly")
@Timeout(value = 300, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class FilesOnTwoNodesTest {
  private static final Duration SOON = Duration.ofMinutes(2);
  private static final int ROUNDS_MAX = 10;
  @TempDir private Path folder;

  private Process start(FileWorld world, Postgres database, LaporProcesses lapor, String name)
      throws Exception {
    SampleConfig sample = world.configure(Files.createDirectories(folder.resolve(name)));
    sample.replace(
        "{path: store/lapor.db}",
        "{postgres: {url: \"%s\", user: postgres, password: \"${env:DB_PASSWORD}\"}, node: %s}"
            .formatted(database.url(), name));
    sample.replace("{keys: store/lapor.db.keys}", "{keys: " + folder.resolve("keys") + "}");
    sample.replace(
        "{diskReserve: 1 kB}", "{diskReserve: 1 kB, directory: " + folder.resolve("files") + "}");
    return lapor.start(name, "run", "--config", sample.file().toString());
  }

  @Test
  void eachFileIsFetchedOnceAndDeliveredOnce() throws Exception {
    try (FileWorld world = new FileWorld();
        Postgres database = new Postgres();
        LaporProcesses lapor = new LaporProcesses(folder)) {
      Process one = start(world, database, lapor, "one");
      LaporProcesses.readyAt(one);
      Process other = start(world, database, lapor, "other");
      LaporProcesses.readyAt(other);
      database.noteClaimants();

      // Who is faster takes all of a few.
      for (int round = 0; round < ROUNDS_MAX && claimants(database) < 2; round++) {
        world.files(6);
        await().atMost(SOON).until(() -> world.agency.files().size() >= world.filesInAll());
      }
      await().atMost(SOON).until(() -> database.unsettled().isEmpty());
      for (Process node : List.of(one, other)) {
        node.toHandle().destroy();
        assertThat(node.waitFor(25, TimeUnit.SECONDS)).isTrue();
      }

      assertThat(claimants(database)).as("both had a part in it").isEqualTo(2);
      assertThat(database.number("select count(*) from lapor_audit where action = 'FILE_KEPT'"))
          .as("each was fetched once")
          .isEqualTo(world.filesInAll());
      world.requireEachOnceAndWhole(
          files(world, database), folder.resolve("files"), folder.resolve("keys"));
    }
  }

  private static long claimants(Postgres database) throws SQLException {
    return database.number("select count(distinct session) from watch.claim");
  }

  private List<CaseFile> files(FileWorld world, Postgres database) {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(database.url());
    source.setUser("postgres");
    source.setPassword("postgres");
    List<CaseFile> all = new ArrayList<>();
    try (JdbcStore store =
        JdbcStore.postgresReadOnly(source, KeysetSealer.ofFile(folder.resolve("keys")))) {
      for (String id : world.complaints()) {
        all.addAll(store.read(tx -> store.files().of(tx, new TrackingId(id))));
      }
    }
    return all;
  }
}
