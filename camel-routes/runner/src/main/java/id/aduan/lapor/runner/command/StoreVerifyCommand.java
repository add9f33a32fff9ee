package id.aduan.lapor.runner.command;

import id.aduan.lapor.attachment.FileVault;
import id.aduan.lapor.failure.StoreException;
import id.aduan.lapor.runner.Vaults;
import id.aduan.lapor.runner.answer.Json;
import id.aduan.lapor.runner.config.ConfigFile;
import id.aduan.lapor.runner.log.OneLine;
import id.aduan.lapor.store.jdbc.StoreCheck;
import id.aduan.lapor.store.jdbc.StoreDamage;
import id.aduan.lapor.sync.CaseStore;
import id.aduan.lapor.sync.FileScan;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Reads the whole store beside a running connector, and names what is not as it was written. */
@Command(
    name = "verify",
    mixinStandardHelpOptions = true,
    versionProvider = BuildVersion.class,
    description = {
      "Reads every row and holds it against its hash, its seal and its values.",
      "Exit code 0 when all is sound, 1 when something differs."
    })
final class StoreVerifyCommand implements Callable<Integer> {
  private static final int JSON_DAMAGES_MAX = 1_000;
  private final Surroundings surroundings;

  @Mixin private ConfigOption config = new ConfigOption();

  @Option(names = "--json", description = "Answer in JSON, for programs; at most 1000 damages.")
  private boolean json;

  StoreVerifyCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    PrintWriter out = surroundings.terminal().out();
    List<StoreDamage> kept = new ArrayList<>();
    try (StoreReader reader = StoreReader.open(config.file(), surroundings)) {
      StoreCheck check =
          reader
              .store()
              .verify(
                  damage -> {
                    if (!json) {
                      out.println(OneLine.of(line(damage)));
                    } else if (kept.size() < JSON_DAMAGES_MAX) {
                      kept.add(damage);
                    }
                  });
      FileScan files =
          files(
              reader,
              damage -> {
                if (!json) {
                  out.println(OneLine.of(line(damage)));
                } else if (kept.size() < JSON_DAMAGES_MAX) {
                  kept.add(damage);
                }
              });
      out.println(json ? Json.write(Answer.of(check, files, kept)) : summary(check));
      if (!json && files.files() > 0) {
        out.println(
            "files of complaints: %d read, %d damaged or missing"
                .formatted(files.files(), files.damages()));
      }
      return (check.isSound() && files.damages() == 0 ? Exit.OK : Exit.DIFFERENCE).code();
    }
  }

  /** Those that the rows name, where there are any at all. */
  private FileScan files(StoreReader reader, Consumer<StoreDamage> told) {
    CaseStore store = reader.store();
    if (store.read(tx -> store.files().after(tx, 0, 1)).isLast()) {
      return new FileScan(0, 0);
    }
    try (FileVault vault =
        Vaults.open(ConfigFile.filesDirectory(config.file()), reader.whereabouts().store(), 0)) {
      return FileScan.run(
          store,
          vault,
          file ->
              told.accept(
                  new StoreDamage(
                      "file",
                      file.complaint() + " " + file.place(),
                      "its bytes are missing or damaged")));
    } catch (IOException e) {
      throw new StoreException("temporary files could not be removed", e);
    }
  }

  private static String line(StoreDamage damage) {
    return "damaged: %s %s: %s".formatted(damage.table(), damage.row(), damage.what()).strip();
  }

  private static String summary(StoreCheck check) {
    long rows = check.rows().values().stream().mapToLong(Long::longValue).sum();
    String found =
        check.isSound()
            ? "no damage"
            : check.damages()
                + " damaged, listed above; stop the connector and bring back a backup, or ask for"
                + " help with this list";
    return "store v%d: %d rows read, %s".formatted(check.schemaVersion(), rows, found);
  }

  /** What {@code --json} prints. */
  record Answer(
      boolean sound,
      int schemaVersion,
      Map<String, Long> rows,
      long files,
      long damages,
      List<StoreDamage> listed) {
    static Answer of(StoreCheck check, FileScan files, List<StoreDamage> listed) {
      return new Answer(
          check.isSound() && files.damages() == 0,
          check.schemaVersion(),
          new TreeMap<>(check.rows()),
          files.files(),
          check.damages() + files.damages(),
          listed);
    }
  }
}
