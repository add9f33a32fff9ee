package id.aduan.lapor.store.jdbc;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.postgresql.ds.PGSimpleDataSource;

/** A PostgreSQL for one test class, which may stop it and start it otherwise. */
final class OwnPostgres implements AutoCloseable {
  private final EmbeddedPostgres server;
  private final Path data;
  private final Path bin;

  OwnPostgres(Path data) throws IOException {
    this.data = data;
    this.server = PostgresServer.durable().setDataDirectory(data).start();
    long pid = Long.parseLong(Files.readAllLines(data.resolve("postmaster.pid")).get(0).strip());
    Path program = Path.of(ProcessHandle.of(pid).orElseThrow().info().command().orElseThrow());
    this.bin = program.resolveSibling("pg_ctl");
  }

  PGSimpleDataSource source() {
    return PostgresServer.dataSource(server.getPort(), "postgres");
  }

  void stop(String mode) throws IOException, InterruptedException {
    control("stop", "-m", mode);
  }

  /** Starts it with these settings on top of those that keep what was confirmed. */
  void start(String... settings) throws IOException, InterruptedException {
    StringBuilder options =
        new StringBuilder("-p " + server.getPort() + " -c fsync=on -c full_page_writes=on");
    for (String setting : settings) {
      options.append(" -c ").append(setting);
    }
    control("start", "-o", options.toString(), "-l", data.resolve("log").toString());
  }

  void restart(String mode, String... settings) throws IOException, InterruptedException {
    stop(mode);
    start(settings);
  }

  private void control(String action, String... more) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    if ("root".equals(System.getProperty("user.name"))) {
      command.addAll(List.of("unshare", "-U")); // PostgreSQL does not run as root
    }
    command.addAll(List.of(bin.toString(), "-D", data.toString(), "-w", "-t", "30", action));
    command.addAll(List.of(more));
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    if (!process.waitFor(40, TimeUnit.SECONDS) || process.exitValue() != 0) {
      throw new IllegalStateException("pg_ctl " + action + " failed");
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
