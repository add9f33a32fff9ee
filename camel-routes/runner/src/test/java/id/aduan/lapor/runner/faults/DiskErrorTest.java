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
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The disk refuses to sync (F16) or to write (F17) under load; the kernel's answers are changed by
 * {@code strace}. Nobody is told that something was kept which was not, and what was acknowledged
 * is there after a start on a disk that works.
 */
@Tag("C1")
@Tag("C15")
@Tag("nightly")
@Timeout(value = 600, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class DiskErrorTest {
  private static final Pattern INJECTED = Pattern.compile("\\(INJECTED\\)");
  private static final int LOAD = 8;
  private static final int MORE_ACKNOWLEDGED = 50;
  private final Path folder;
  private final TicketStub agency;
  private final LaporProcesses lapor;
  private final String config;

  DiskErrorTest(@TempDir Path folder) throws IOException {
    this.folder = folder;
    agency = new TicketStub();
    lapor = new LaporProcesses(folder);
    config = SampleConfig.of(folder, agency.baseUri()).file().toString();
  }

  @BeforeEach
  void begin() throws Exception {
    assumeThat(mayTrace()).as("strace is there and may trace").isTrue();
  }

  @AfterEach
  void endAll() {
    lapor.close();
    agency.close();
  }

  static boolean mayTrace() {
    try {
      LoopDisk.run("strace", "-o", "/dev/null", "true");
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  @ParameterizedTest(name = "{0}: {1} {2}")
  @Tag("F16")
  @Tag("F17")
  @CsvSource({
    "F16, 'fsync,fdatasync', error=EIO:when=120",
    "F16, 'fsync,fdatasync', error=EIO:when=120+",
    "F17, pwrite64, error=EIO:when=1500",
    "F17, pwrite64, error=ENOSPC:when=1500..1520"
  })
  void nothing_is_acknowledged_that_is_not_there(String fault, String calls, String how)
      throws Exception {
    Path trace = folder.resolve("trace");
    Process broken =
        lapor.startBy(
            List.of(
                "strace",
                "-f",
                "-qq",
                "-o",
                trace.toString(),
                "-e",
                "trace=" + calls,
                "-e",
                "inject=" + calls + ":" + how),
            "broken",
            "run",
            "--config",
            config);
    try (WebhookLoad load = new WebhookLoad(LaporProcesses.readyAt(broken), LOAD, 0)) {
      await().atMost(Duration.ofMinutes(3)).until(() -> injected(trace) > 0);
      int before = load.acknowledged().size();
      // One that struck a checkpoint concerns no commit: then it goes on.
      await()
          .atMost(Duration.ofMinutes(3))
          .until(
              () ->
                  load.statuses().contains(503)
                      || load.acknowledged().size() > before + MORE_ACKNOWLEDGED);
      load.end();
      kill(broken);

      List<String> acknowledged = load.acknowledged();
      assertThat(load.statuses()).isSubsetOf(202, 429, 503);
      assertThat(Kept.complaints(folder.resolve("store/lapor.db"))).containsAll(acknowledged);
      Happened.times(
          fault,
          injected(trace),
          "%s by %s; %d complaints acknowledged".formatted(how, calls, acknowledged.size()));
      assertThatItGoesOn(acknowledged);
    }
  }

  private void assertThatItGoesOn(List<String> acknowledged) throws Exception {
    Process verify = lapor.start("verify", "store", "verify", "--config", config);
    assertThat(verify.waitFor(180, TimeUnit.SECONDS)).isTrue();
    assertThat(verify.exitValue()).as(lapor.said("verify")).isZero();
    LaporProcesses.readyAt(lapor.start("whole", "run", "--config", config));
    await().atMost(Duration.ofMinutes(3)).until(() -> agency.stored().containsAll(acknowledged));
    assertThat(agency.stored()).doesNotHaveDuplicates();
  }

  private static long injected(Path trace) throws IOException {
    if (!Files.exists(trace)) {
      return 0;
    }
    try (Stream<String> lines = Files.lines(trace)) {
      return lines.filter(line -> INJECTED.matcher(line).find()).count();
    }
  }

  /** The tracer and what it traces. */
  private static void kill(Process traced) {
    List<ProcessHandle> all = traced.descendants().toList();
    all.forEach(ProcessHandle::destroyForcibly);
    traced.destroyForcibly();
    all.forEach(each -> each.onExit().join());
  }
}
