package id.aduan.lapor.runner.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import id.aduan.lapor.faults.Happened;
import id.aduan.lapor.runner.LaporProcesses;
import id.aduan.lapor.runner.SampleConfig;
import id.aduan.lapor.runner.TicketStub;
import id.aduan.lapor.runner.WebhookLoad;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The system makes the disk read-only under load, as it does with one that has errors. */
@Tag("F18")
@Tag("C1")
@Tag("C15")
@Tag("nightly")
// It may have to wait for all cuts of another process (LoopDisk).
@Timeout(value = 3_600, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ReadOnlyDiskTest {
  private static final int REFUSED = 50;
  private static final Duration SOON = Duration.ofSeconds(60);
  @TempDir private Path folder;

  @Test
  void on_a_disk_that_became_read_only_nothing_is_acknowledged_any_more() throws Exception {
    assumeThat(LoopDisk.obstacle()).as("a disk of our own").isEmpty();
    try (LoopDisk disk = new LoopDisk(Files.createDirectory(folder.resolve("loop")));
        TicketStub agency = new TicketStub();
        LaporProcesses lapor = new LaporProcesses(folder)) {
      SampleConfig sample = SampleConfig.of(folder, agency.baseUri());
      Path store = disk.path().resolve("lapor.db");
      sample.replace("store/lapor.db}", store + "}");
      String config = sample.file().toString();
      Process process = lapor.start("run", "run", "--config", config);
      List<String> acknowledged;
      try (WebhookLoad load = new WebhookLoad(LaporProcesses.readyAt(process), 8, 0)) {
        await().atMost(SOON).until(() -> load.acknowledged().size() > 50);
        disk.turnReadOnly();
        // By then each sender has been refused: what was under way before has had its answer.
        await().atMost(SOON).until(() -> load.refused() > REFUSED);
        int before = load.acknowledged().size();
        await().atMost(SOON).until(() -> load.refused() > 2 * REFUSED);
        acknowledged = load.acknowledged();
        assertThat(acknowledged).hasSize(before);
        assertThat(load.statuses()).isSubsetOf(202, 429, 503);
        Happened.times("F18", load.refused(), "webhooks refused on a disk that is read-only");
      }
      assertThat(lapor.said("run")).contains("store");
      disk.mend(List.of(process.toHandle()));

      assertThat(Kept.complaints(store)).containsAll(acknowledged);
      LaporProcesses.readyAt(lapor.start("again", "run", "--config", config));
      await().atMost(SOON).until(() -> agency.stored().containsAll(acknowledged));
      assertThat(agency.stored()).doesNotHaveDuplicates();
    }
  }
}
