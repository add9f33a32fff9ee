package id.aduan.lapor.bench.load;

import id.aduan.lapor.privacy.KeysetSealer;
import id.aduan.lapor.privacy.Sealer;
import id.aduan.lapor.store.jdbc.JdbcStore;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.postgresql.ds.PGSimpleDataSource;

/** Where the connector keeps what it was told: a file, or a PostgreSQL that is started for it. */
public final class StoreUnderLoad implements AutoCloseable {
  private final Optional<EmbeddedPostgres> server;
  private final Optional<ProcessHandle> process;
  private final Path folder;

  private StoreUnderLoad(
      Path folder, Optional<EmbeddedPostgres> server, Optional<ProcessHandle> process) {
    this.folder = folder;
    this.server = server;
    this.process = process;
  }

  /** Which product. */
  public enum Kind {
    SQLITE,
    POSTGRES
  }

  /** Makes one; a server's data lie in the folder, and it syncs to disk. */
  public static StoreUnderLoad of(Kind kind, Path folder, Cores cores) throws IOException {
    return kind == Kind.SQLITE
        ? new StoreUnderLoad(folder, Optional.empty(), Optional.empty())
        : postgres(folder.resolve("postgres"), cores);
  }

  private static StoreUnderLoad postgres(Path data, Cores cores) throws IOException {
    EmbeddedPostgres server =
        EmbeddedPostgres.builder()
            .setDataDirectory(data)
            .setServerConfig("fsync", "on")
            .setServerConfig("synchronous_commit", "on")
            .setServerConfig("full_page_writes", "on")
            .setServerConfig("max_connections", "50")
            .start();
    List<String> pid = Files.readAllLines(data.resolve("postmaster.pid"));
    ProcessHandle process = ProcessHandle.of(Long.parseLong(pid.get(0).strip())).orElseThrow();
    cores.moveMeasured(process);
    return new StoreUnderLoad(data, Optional.of(server), Optional.of(process));
  }

  /** The section {@code store} of the configuration. */
  String section() {
    return server
        .map(
            it ->
                "{postgres: {url: \"jdbc:postgresql://127.0.0.1:"
                    + it.getPort()
                    + "/postgres\", user: postgres}}")
        .orElse("{path: lapor.db}");
  }

  /** Opens it in this process, with keys of its own. */
  JdbcStore open(Path keys) {
    Sealer sealer = KeysetSealer.ofFile(keys.resolve("lapor.keys"));
    if (server.isEmpty()) {
      return JdbcStore.sqlite(folder.resolve("lapor.db"), sealer);
    }
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(server.get().getJdbcUrl("postgres", "postgres"));
    source.setReWriteBatchedInserts(true);
    return JdbcStore.postgres(source, sealer);
  }

  /** The port of the database, where it is one. */
  public Optional<Integer> port() {
    return server.map(EmbeddedPostgres::getPort);
  }

  /** What it has on the disk: its file and its log, or the folder of the tables of a database. */
  long bytes() throws IOException {
    return server.isPresent()
        ? Disk.bytes(folder.resolve("base"))
        : Disk.bytes(folder.resolve("lapor.db")) + Disk.bytes(folder.resolve("lapor.db-wal"));
  }

  /** Processor time of the database's processes; 0 for a file. */
  double cpuSeconds() throws IOException {
    return process.isPresent() ? Usage.cpuSecondsOfAll(process.get()) : 0;
  }

  @Override
  public void close() throws IOException {
    if (server.isPresent()) {
      server.get().close();
    }
  }
}
