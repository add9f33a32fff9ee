package id.aduan.lapor.runner.faults;

import static org.awaitility.Awaitility.await;

import id.aduan.lapor.runner.LaporProcesses;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/** PostgreSQL on a disk whose power can be cut, together with that of the program. */
final class PoweredPostgres extends PoweredStore {
  private static final Duration UP_MAX = Duration.ofSeconds(60);
  private final Path data;
  private final Path program;
  private final int port;
  private final Path said;
  private List<Process> server = List.of();
  private List<Process> clients = List.of();
  private Hold hold = Hold.NONE;

  /**
   * Makes an empty database on the disk.
   *
   * @param said what the server says goes there
   */
  PoweredPostgres(LoopDisk disk, Path said) throws IOException {
    super(disk);
    this.said = said;
    data = disk.path().resolve("pg");
    try (EmbeddedPostgres made =
        EmbeddedPostgres.builder().setDataDirectory(data).setCleanDataDirectory(false).start()) {
      port = made.getPort();
      long pid = Long.parseLong(Files.readAllLines(data.resolve("postmaster.pid")).get(0).strip());
      program = Path.of(ProcessHandle.of(pid).orElseThrow().info().command().orElseThrow());
    }
  }

  @Override
  String section() {
    return ("{postgres: {url: \"jdbc:postgresql://127.0.0.1:%d/postgres\", user: postgres,"
            + " password: \"${env:DB_PASSWORD}\"}, node: one}")
        .formatted(port);
  }

  private void serve(Hold newHold) throws IOException {
    hold = newHold;
    List<String> command = new ArrayList<>(hold.command("fdatasync"));
    if ("root".equals(System.getProperty("user.name"))) {
      command.addAll(List.of("unshare", "-U")); // PostgreSQL does not run as root
    }
    command.addAll(List.of(program.toString(), "-D", data.toString(), "-p", "" + port));
    for (String setting :
        List.of(
            "unix_socket_directories=",
            "fsync=on",
            "synchronous_commit=on",
            "full_page_writes=on",
            "wal_sync_method=fdatasync",
            "max_wal_size=64MB",
            "min_wal_size=32MB",
            "shared_buffers=16MB")) {
      command.addAll(List.of("-c", setting));
    }
    server =
        List.of(
            new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(said.toFile()))
                .start());
  }

  private boolean answers() {
    try (Connection connection = connect()) {
      return connection.isValid(1);
    } catch (SQLException e) {
      return false; // not yet
    }
  }

  @Override
  CompletableFuture<URI> start(LaporProcesses lapor, String name, String config, Hold newHold)
      throws IOException {
    close();
    serve(newHold);
    await().atMost(UP_MAX).until(() -> answers() || isHeld());
    Process client = lapor.start(name, "run", "--config", config);
    clients = List.of(client);
    return ready(client);
  }

  @Override
  List<ProcessHandle> running() {
    return Stream.concat(
            clients.stream().map(Process::toHandle), server.stream().flatMap(hold::held))
        .filter(ProcessHandle::isAlive)
        .toList();
  }

  @Override
  List<ProcessHandle> tracers() {
    return server.stream().flatMap(hold::tracer).toList();
  }

  @Override
  Path journal() {
    return data.resolve("pg_wal");
  }

  @Override
  Connection connect() throws SQLException {
    return DriverManager.getConnection(
        "jdbc:postgresql://127.0.0.1:" + port + "/postgres", "postgres", "postgres");
  }

  @Override
  void comeBack() throws IOException {
    server = List.of();
    clients = List.of();
    // It names a process that would be gone with the machine; here it may still be listed, dead.
    Files.deleteIfExists(data.resolve("postmaster.pid"));
    serve(Hold.NONE);
    await().atMost(UP_MAX).until(() -> answers() || server.stream().noneMatch(Process::isAlive));
    if (!answers()) {
      throw new IllegalStateException(Files.readString(said));
    }
  }

  /** In an orderly way; where something of it is held, at once. */
  @Override
  public void close() throws IOException {
    for (Process each : server) {
      if (hold.where() != Hold.Where.NOWHERE) {

        running().forEach(ProcessHandle::destroyForcibly);
        tracers().forEach(ProcessHandle::destroyForcibly);
      } else if (each.isAlive()) {
        LoopDisk.run("kill", "-INT", Long.toString(each.pid()));
      }
      await().atMost(UP_MAX).until(() -> !each.isAlive());
    }
    server = List.of();
    clients = List.of();
  }
}
