package id.aduan.lapor.runner.command;

import id.aduan.lapor.failure.StoreException;
import id.aduan.lapor.runner.answer.Json;
import id.aduan.lapor.runner.config.ConfigFile;
import id.aduan.lapor.runner.config.StorePlace;
import id.aduan.lapor.runner.config.StorePlace.InFile;
import id.aduan.lapor.runner.config.Whereabouts;
import id.aduan.lapor.store.jdbc.JdbcStore;
import id.aduan.lapor.store.jdbc.StoreBackup;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Copies the store beside a running connector. The keys are not copied: kept together, the two open
 * everything that is sealed.
 */
@Command(
    name = "backup",
    mixinStandardHelpOptions = true,
    versionProvider = BuildVersion.class,
    description = {
      "Copies the store to a new file, also while the connector runs.",
      "The copy is read back before this says so. Its keys are not in it."
    })
final class StoreBackupCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Mixin private ConfigOption config = new ConfigOption();

  @Option(names = "--json", description = "Answer in JSON, for programs.")
  private boolean json;

  @Parameters(paramLabel = "FILE", description = "The copy; there must be no such file yet.")
  private Path target = Path.of("");

  StoreBackupCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    Whereabouts whereabouts = ConfigFile.whereabouts(config.file());
    InFile store = requireFile(whereabouts.store().place());
    StoreReader.requireStore(store);
    requirePlace();
    StoreBackup backup = make(store.file());
    surroundings
        .terminal()
        .out()
        .println(
            json
                ? Json.write(new Answer(target, backup.bytes(), new TreeMap<>(backup.rows())))
                : told(backup, whereabouts.store().keys()));
    return Exit.OK.code();
  }

  /** A database has a program of its own for this, which this one would only imitate. */
  private static InFile requireFile(StorePlace place) {
    if (place instanceof InFile file) {
      return file;
    }
    throw new CommandFailure(
        Exit.USAGE,
        "backup.database",
        "the store is in a database, "
            + place
            + ", which is copied by a program of its own: pg_dump --format=custom; see the"
            + " operator's guide");
  }

  private void requirePlace() {
    Path directory = target.toAbsolutePath().getParent();
    if (target.getFileName() == null || directory == null || !Files.isDirectory(directory)) {
      throw cannotCreate("the directory of " + target + " does not exist; make it first");
    }
    if (Files.exists(target)) {
      throw exists();
    }
    if (!Files.isWritable(directory)) {
      throw cannotCreate("this user may not write to " + directory);
    }
  }

  private StoreBackup make(Path store) {
    try {
      return JdbcStore.backup(store, target);
    } catch (StoreException e) {
      if (e.getCause() instanceof FileAlreadyExistsException) {
        throw exists();
      }
      throw e;
    }
  }

  private CommandFailure exists() {
    return cannotCreate(target + " exists, and nothing is overwritten; name a new file");
  }

  private static CommandFailure cannotCreate(String line) {
    return new CommandFailure(Exit.CANNOT_CREATE, "backup.target", line);
  }

  private String told(StoreBackup backup, Path keys) {
    long rows = backup.rows().values().stream().mapToLong(Long::longValue).sum();
    return """
        %s: %d rows, %d bytes, read back whole
        Not in it are the keys, %s. Without them nothing sealed can be read; keep a copy of them apart from this file.%s"""
        .formatted(target, rows, backup.bytes(), keys, filesNote());
  }

  /** The files of complaints lie beside the store. */
  private String filesNote() {
    Path files = ConfigFile.filesDirectory(config.file());
    return Files.isDirectory(files)
        ? "\nNot in it are the files of complaints, "
            + files
            + "; copy that folder too, all but its tmp."
        : "";
  }

  /** What {@code --json} prints. */
  record Answer(Path file, long bytes, Map<String, Long> rows) {}
}
