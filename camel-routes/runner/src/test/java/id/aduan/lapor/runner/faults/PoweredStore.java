package id.aduan.lapor.runner.faults;

import static org.awaitility.Awaitility.await;

import id.aduan.lapor.runner.LaporProcesses;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/** A store on a disk whose power can be cut, and the program on it. */
abstract class PoweredStore implements AutoCloseable {
  private static final Duration STILL_MAX = Duration.ofSeconds(20);

  /** What a tracer holds for longer is not held by chance. */
  private static final Duration HELD_MIN = Duration.ofMillis(300);

  final LoopDisk disk;
  private final Map<String, Long> heldSince = new HashMap<>();

  PoweredStore(LoopDisk disk) {
    this.disk = disk;
  }

  /** The section {@code store} of the configuration. */
  abstract String section();

  /**
   * Starts the program, and what it needs; gives where it listens, if it comes so far.
   *
   * @param hold where what writes is held
   */
  abstract CompletableFuture<URI> start(LaporProcesses lapor, String name, String config, Hold hold)
      throws Exception;

  /** What runs and may write to the disk or acknowledge; no tracer. */
  abstract List<ProcessHandle> running();

  /** What holds some of it. */
  abstract List<ProcessHandle> tracers();

  /** What it writes to before a commit counts: a file, or a directory of them. */
  abstract Path journal();

  abstract Connection connect() throws SQLException;

  /** After a cut: makes the store one that can be read. */
  abstract void comeBack() throws Exception;

  /** Before the next start, and at the end. */
  @Override
  public abstract void close() throws IOException;

  /** Whether something of it is held; asked again and again. */
  final boolean isHeld() throws IOException {
    long now = System.nanoTime();
    Set<String> stopped = Hold.stopped(running());
    heldSince.keySet().retainAll(stopped);
    stopped.forEach(thread -> heldSince.putIfAbsent(thread, now));
    return heldSince.values().stream().anyMatch(since -> now - since > HELD_MIN.toNanos());
  }

  /** From now on nothing of it writes or acknowledges. */
  final void standStill() throws IOException {
    for (ProcessHandle process : running()) {
      LoopDisk.run("kill", "-STOP", Long.toString(process.pid()));
    }
    await().atMost(STILL_MAX).until(() -> Hold.standsStill(running()));
    heldSince.clear();
  }

  /** Cuts the power; gives whether anything that was written is gone. */
  final boolean cut() throws IOException {
    long written = journalNow();
    disk.cut(running(), tracers());
    return written != journalNow();
  }

  private long journalNow() throws IOException {
    if (!Files.exists(journal())) {
      return 0;
    }
    CRC32 sum = new CRC32();
    try (Stream<Path> files = Files.walk(journal())) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        sum.update(Files.readAllBytes(file));
      }
    }
    return sum.getValue();
  }

  static CompletableFuture<URI> ready(Process program) {
    return CompletableFuture.supplyAsync(
        () -> {
          try {
            return LaporProcesses.readyAt(program);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  /** The program itself writes the file. */
  static final class Sqlite extends PoweredStore {
    private List<Process> started = List.of();
    private Hold hold = Hold.NONE;

    Sqlite(LoopDisk disk) {
      super(disk);
    }

    private Path file() {
      return disk.path().resolve("lapor.db");
    }

    @Override
    String section() {
      return "{path: " + file() + "}";
    }

    @Override
    CompletableFuture<URI> start(LaporProcesses lapor, String name, String config, Hold newHold)
        throws IOException {
      hold = newHold;
      Process process =
          lapor.startBy(hold.command("fsync,fdatasync"), name, "run", "--config", config);
      started = List.of(process);
      return ready(process);
    }

    @Override
    List<ProcessHandle> running() {
      return started.stream().flatMap(hold::held).toList();
    }

    @Override
    List<ProcessHandle> tracers() {
      return started.stream().flatMap(hold::tracer).toList();
    }

    @Override
    Path journal() {
      return disk.path().resolve("lapor.db-wal");
    }

    @Override
    Connection connect() throws SQLException {
      return DriverManager.getConnection("jdbc:sqlite:" + file());
    }

    @Override
    void comeBack() {
      started = List.of();
    }

    @Override
    public void close() {}
  }
}
