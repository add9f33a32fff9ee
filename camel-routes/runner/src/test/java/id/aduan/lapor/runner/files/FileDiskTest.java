package id.aduan.lapor.runner.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import id.aduan.lapor.attachment.CaseFile;
import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.faults.Happened;
import id.aduan.lapor.runner.LaporProcesses;
import id.aduan.lapor.runner.ParkedFixture;
import id.aduan.lapor.runner.SampleConfig;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The disk of files fills while a file comes. Wants to mount a small disk, or is skipped. */
@Tag("F71")
@Tag("nightly")
@Timeout(value = 600, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class FileDiskTest {
  private static final Duration SOON = Duration.ofMinutes(3);
  private static final int DISK_MEBIBYTES = 64;
  private static final int FREE_BYTES = 2_000_000;
  @TempDir private Path folder;

  private static boolean runs(String... command) throws Exception {
    return new ProcessBuilder(command).inheritIO().start().waitFor() == 0;
  }

  @Test
  void casesGoOutFilesWaitAPersonIsToldAndWithRoomItGoesOn() throws Exception {
    Path disk = Files.createDirectory(folder.resolve("disk"));
    boolean mounted =
        runs(
            "mount", "-t", "tmpfs", "-o", "size=" + DISK_MEBIBYTES + "m", "tmpfs", disk.toString());
    assumeThat(mounted).as("a disk may be mounted here").isTrue();
    try (FileWorld world = new FileWorld();
        LaporProcesses lapor = new LaporProcesses(folder)) {
      SampleConfig sample = world.configure(folder);
      Path vault = disk.resolve("files");
      sample.replace("{diskReserve: 1 kB}", "{diskReserve: 1 kB, directory: " + vault + "}");
      Path ballast = disk.resolve("ballast");
      Files.write(ballast, new byte[(DISK_MEBIBYTES << 20) - FREE_BYTES]);
      world.files(1);
      Process process =
          lapor.start("run", "run", "--config", folder.resolve("lapor.yaml").toString());
      LaporProcesses.readyAt(process);

      await().atMost(SOON).until(() -> world.agency.tickets().size() == world.complaints().size());
      await()
          .atMost(SOON)
          .until(() -> Files.readString(folder.resolve("run.err")).contains("LC-FILES-NO-ROOM"));
      Happened.times("F71", 1, "a disk of files that is full");
      assertThat(world.agency.files()).isEmpty();
      assertThat(FileWorld.sealed(vault)).as("no part of a file counts as one").isEmpty();

      Files.delete(ballast);
      await().atMost(SOON).until(() -> world.agency.files().size() >= world.filesInAll());
      process.toHandle().destroy();
      assertThat(process.waitFor(25, TimeUnit.SECONDS)).isTrue();

      String id = world.complaints().iterator().next();
      List<CaseFile> files =
          ParkedFixture.in(folder)
              .with(store -> store.read(tx -> store.files().of(tx, new TrackingId(id))));
      world.requireEachOnceAndWhole(files, vault, folder.resolve("store/lapor.db.keys"));
    } finally {
      runs("umount", "-l", disk.toString());
    }
  }
}
