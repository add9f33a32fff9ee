package id.aduan.lapor.runner.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import id.aduan.lapor.faults.Happened;
import id.aduan.lapor.runner.LaporProcesses;
import id.aduan.lapor.runner.SampleConfig;
import id.aduan.lapor.runner.TicketStub;
import id.aduan.lapor.runner.WebhookLoad;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The machine has no more memory, threads, descriptors or room for a log to give. What was
 * acknowledged is there all the same, and it goes on by itself or after its next start.
 */
@Tag("C1")
@Tag("C15")
@Tag("nightly")
@Timeout(value = 600, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ScarcityTest {
  private static final Duration SOON = Duration.ofSeconds(60);
  private static final Path CGROUP = Path.of("/sys/fs/cgroup/pids");
  private static final int DISK_BYTES = 64 * 1024;
  private static final int DESCRIPTORS_LEFT = 8;
  private static final int IDLE_CALLERS = 32;
  private final Path folder;
  private final TicketStub agency;
  private final LaporProcesses lapor;
  private final String config;

  ScarcityTest(@TempDir Path folder) throws IOException {
    this.folder = folder;
    agency = new TicketStub();
    lapor = new LaporProcesses(folder);
    config = SampleConfig.of(folder, agency.baseUri()).file().toString();
  }

  @AfterEach
  void endAll() {
    lapor.close();
    agency.close();
  }

  private Process run(String name) throws IOException {
    return lapor.start(name, "run", "--config", config);
  }

  /** Some that it acknowledges. */
  private static List<String> acknowledgedOf(URI address, int from) throws Exception {
    try (WebhookLoad load = new WebhookLoad(address, 2, from)) {
      await().atMost(SOON).until(() -> load.acknowledged().size() > 5);
      load.end();
      return load.acknowledged();
    }
  }

  @Test
  @Tag("F8")
  void without_threads_it_acknowledges_nothing_that_it_does_not_keep() throws Exception {
    assumeThat(Files.isWritable(CGROUP)).as("a limit of threads, by root").isTrue();
    Path group = Files.createDirectory(CGROUP.resolve("lapor-" + ProcessHandle.current().pid()));
    try {
      Process process = run("threads");
      URI address = LaporProcesses.readyAt(process);
      List<String> acknowledged = new ArrayList<>(acknowledgedOf(address, 10_000));
      Files.writeString(group.resolve("cgroup.procs"), Long.toString(process.pid()));
      String now = Files.readString(group.resolve("pids.current")).strip();
      Files.writeString(group.resolve("pids.max"), now);
      try (WebhookLoad load = new WebhookLoad(address, 40, 0)) {
        await().atMost(SOON).until(() -> refusedThreads(group) > 0);
        boolean unused = process.waitFor(2, TimeUnit.SECONDS);
        acknowledged.addAll(load.acknowledged());
        // Where there is no thread to work on a request at all, the server itself says 500.
        assertThat(load.statuses()).isSubsetOf(202, 429, 500, 503);
      }
      Happened.times("F8", refusedThreads(group), "threads refused by the system");
      process.destroyForcibly().waitFor();

      LaporProcesses.readyAt(run("again"));
      assertKeptAndDelivered(acknowledged);
    } finally {
      lapor.close();
      await().atMost(SOON).until(() -> Files.readString(group.resolve("cgroup.procs")).isEmpty());
      Files.delete(group);
    }
  }

  private static long refusedThreads(Path group) throws IOException {
    return Long.parseLong(
        Files.readString(group.resolve("pids.events")).replaceAll("(?s).*max (\\d+).*", "$1"));
  }

  @Test
  @Tag("F9")
  void without_descriptors_it_keeps_what_it_acknowledges_and_goes_on_when_there_are_some()
      throws Exception {
    // Jars stay open from the start on; of a folder each class is opened when it is needed.
    assumeThat(LaporProcesses.runFromJars())
        .as("jars and an archive of classes: mvnw verify")
        .isTrue();
    assumeThat(LoopDisk.works("prlimit", "--version")).as("prlimit, of util-linux").isTrue();
    Process process = run("descriptors");
    URI address = LaporProcesses.readyAt(process);
    int port = address.getPort();
    List<String> acknowledged = new ArrayList<>(acknowledgedOf(address, 10_000));
    long limit = openFiles(process) + DESCRIPTORS_LEFT;
    LoopDisk.run("prlimit", "--pid", "" + process.pid(), "--nofile=" + limit + ":");
    List<Socket> idle = new ArrayList<>();
    try (WebhookLoad load = new WebhookLoad(address, 2, 0)) {
      await().atMost(SOON).until(() -> load.acknowledged().size() > 5);
      for (int i = 0; i < IDLE_CALLERS; i++) { // the system takes them, the program cannot
        idle.add(new Socket(InetAddress.getLoopbackAddress(), port));
      }
      // One descriptor stays free: what accepts connections asks for it in vain, or closes its own.
      await().atMost(SOON).until(() -> openFiles(process) >= limit - 1);
      long without = await().atMost(SOON).until(() -> TcpTable.notAccepted(port), it -> it > 0);
      int before = load.acknowledged().size();
      await().atMost(SOON).until(() -> load.acknowledged().size() > before + 5);
      assertThat(TcpTable.notAccepted(port)).as("they still wait").isPositive();
      Happened.times("F9", without, "connections without a descriptor");

      for (Socket caller : idle) {
        caller.close();
      }
      load.end();
      assertThat(load.statuses()).isSubsetOf(202, 429, 503);
      acknowledged.addAll(load.acknowledged());
    } finally {
      for (Socket caller : idle) {
        caller.close();
      }
    }

    acknowledged.addAll(acknowledgedOf(address, 20_000));
    assertKeptAndDelivered(acknowledged);
  }

  private static long openFiles(Process process) throws IOException {
    try (Stream<Path> open = Files.list(Path.of("/proc", "" + process.pid(), "fd"))) {
      return open.count();
    }
  }

  @Test
  @Tag("F6")
  void out_of_memory_it_ends_and_the_next_start_has_all_that_was_acknowledged() throws Exception {
    Process process =
        lapor.startWith(
            List.of("-Xmx26m", "-XX:+ExitOnOutOfMemoryError"), "small", "run", "--config", config);
    URI address = LaporProcesses.readyAt(process);
    List<String> acknowledged = new ArrayList<>(acknowledgedOf(address, 10_000));
    try (WebhookLoad load = new WebhookLoad(address, 40, 0)) {
      assertThat(process.waitFor(90, TimeUnit.SECONDS)).as("it runs out of memory").isTrue();
      acknowledged.addAll(load.acknowledged());
    }
    assertThat(process.exitValue()).isEqualTo(3);
    Happened.times("F6", 1, "a heap of 26 MB under load");

    LaporProcesses.readyAt(run("again"));
    assertKeptAndDelivered(acknowledged);
  }

  @Test
  @Tag("F15")
  void a_full_disk_of_the_log_stops_nothing() throws Exception {
    Path logs = Files.createDirectory(folder.resolve("logs"));
    assumeThat(mounts(logs)).as("a small disk may be mounted here").isTrue();
    try (LaporProcesses logging = new LaporProcesses(logs)) {
      Files.write(logs.resolve("ballast"), new byte[DISK_BYTES]);
      Process process = logging.start("run", "run", "--config", config);
      List<String> acknowledged = acknowledgedOf(LaporProcesses.readyAt(process), 0);
      assertKeptAndDelivered(acknowledged);
      assertThat(logging.said("run")).isEmpty();
      process.destroyForcibly().waitFor();

      LaporProcesses.readyAt(run("again"));
      assertThat(lapor.said("again")).as("what there was no room for").isNotEmpty();
      Happened.times("F15", 1, "a log without room");
    } finally {
      LoopDisk.run("umount", "-l", logs.toString());
    }
  }

  private static boolean mounts(Path at) {
    return LoopDisk.works(
        "mount", "-t", "tmpfs", "-o", "size=" + DISK_BYTES, "tmpfs", at.toString());
  }

  private void assertKeptAndDelivered(List<String> acknowledged) throws Exception {
    assertThat(acknowledged).isNotEmpty();
    assertThat(Kept.complaints(folder.resolve("store/lapor.db"))).containsAll(acknowledged);
    await().atMost(SOON).until(() -> agency.stored().containsAll(acknowledged));
    assertThat(agency.stored()).doesNotHaveDuplicates();
  }
}
