package id.aduan.lapor.runner.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.aduan.lapor.attachment.CaseFile;
import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.faults.Happened;
import id.aduan.lapor.runner.LaporProcesses;
import id.aduan.lapor.runner.ParkedFixture;
import id.aduan.lapor.runner.files.FileDesk.Stop;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The program is killed while it fetches, looks at and delivers files. */
@Tag("F1")
@Tag("F69")
@Tag("nightly")
@Timeout(value = 900, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class FileKillTest {
  private static final Duration SOON = Duration.ofMinutes(3);
  @TempDir private Path folder;

  /** How many files there are when nothing is fetched any more; 0 where that is not waited for. */
  private int allHere;

  private Path vault() {
    return folder.resolve("store/files");
  }

  private void killWhen(LaporProcesses lapor, String name, Callable<Boolean> moment)
      throws Exception {
    Process process = start(lapor, name);
    if (allHere > 0) {
      await()
          .atMost(SOON)
          .during(Duration.ofSeconds(2))
          .until(
              () ->
                  FileWorld.sealed(vault()).size() == allHere
                      && FileWorld.plain(vault()).isEmpty());
    }
    await().atMost(SOON).pollInterval(Duration.ofMillis(1)).until(moment);
    process.destroyForcibly().waitFor();
    System.out.printf(
        "%s: %d plain and %d sealed files lay there%n",
        name, FileWorld.plain(vault()).size(), FileWorld.sealed(vault()).size());
  }

  private Process start(LaporProcesses lapor, String name) throws Exception {
    Process process = lapor.start(name, "run", "--config", folder.resolve("lapor.yaml").toString());
    LaporProcesses.readyAt(process);
    return process;
  }

  @Test
  void afterEachKillEveryFileArrivesOnceAndWholeAndNothingPlainIsLeft() throws Exception {
    try (FileWorld world = new FileWorld();
        LaporProcesses lapor = new LaporProcesses(folder)) {
      world.configure(folder);
      world.files(4);
      world.agency.stopsAt(Stop.HALF);

      killWhen(lapor, "fetching", () -> !FileWorld.plain(vault()).isEmpty());
      assertThat(FileWorld.plain(vault())).as("a kill leaves plain bytes").isNotEmpty();
      killWhen(lapor, "keeping", () -> FileWorld.sealed(vault()).size() > 2);
      // Not a third time while it fetches: what dies of an entry three times is parked
      // (LC-CRASHED).
      allHere = world.sealedInAll();
      killWhen(lapor, "sending", () -> world.agency.stopped() > 0);
      world.agency.stopsAt(Stop.KEPT);
      killWhen(lapor, "sent", () -> world.agency.stopped() > 0);
      world.agency.stopsAt(Stop.NEVER);

      Process last = start(lapor, "last");
      await().atMost(SOON).until(() -> world.agency.files().size() >= world.filesInAll());
      await().atMost(SOON).until(() -> FileWorld.plain(vault()).isEmpty());
      try (Stream<Path> left = Files.list(vault().resolve("tmp"))) {
        assertThat(left).as("a folder and its lock, of the process that runs").hasSize(2);
      }
      last.toHandle().destroy();
      assertThat(last.waitFor(25, TimeUnit.SECONDS)).isTrue();

      assertThat(FileWorld.sealed(vault()))
          .as("no file was left half sealed")
          .allSatisfy(it -> assertThat(it.getFileName().toString()).matches("[0-9a-f]{64}"));
      List<CaseFile> files =
          ParkedFixture.in(folder)
              .with(
                  store ->
                      store.read(
                          tx -> {
                            List<CaseFile> all = new ArrayList<>();
                            world
                                .complaints()
                                .forEach(
                                    id -> all.addAll(store.files().of(tx, new TrackingId(id))));
                            return all;
                          }));
      Happened.times("F1", 4, "kill -9 while files came and went");
      Happened.times("F69", 4, "files broken off by a kill");
      world.requireEachOnceAndWhole(files, vault(), folder.resolve("store/lapor.db.keys"));
    }
  }
}
