package id.aduan.lapor.runner.command;

import id.aduan.lapor.attachment.FileVault;
import id.aduan.lapor.attachment.StoredFile;
import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.runner.Vaults;
import id.aduan.lapor.runner.answer.FileOrder;
import id.aduan.lapor.runner.answer.FileReport;
import id.aduan.lapor.runner.answer.Json;
import id.aduan.lapor.runner.config.ConfigFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes originals into a folder, as evidence (PSE-01). */
@Command(
    name = "export",
    mixinStandardHelpOptions = true,
    versionProvider = BuildVersion.class,
    description = {
      "Writes the originals of a case into a folder, byte for byte as they came; each is",
      "held against its hash first. They are a stranger's: open them with care. That you",
      "took them is in the audit trail. Nothing is overwritten."
    })
final class FilesExportCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Mixin private ConfigOption config = new ConfigOption();
  @Mixin private AnswerOptions answer = new AnswerOptions();

  @Parameters(paramLabel = "TRACKING_ID", description = "The complaint's number.")
  private String id = "";

  @Option(
      names = "--to",
      required = true,
      paramLabel = "FOLDER",
      description = "Where they are written; it must be there.")
  private Path folder = Path.of("");

  @Option(names = "--place", paramLabel = "N", description = "Only this one (default: all).")
  private @Nullable Integer place;

  @Mixin private OperatorOptions operator;

  FilesExportCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
    this.operator = new OperatorOptions(surroundings);
  }

  /** What {@code --json} prints. */
  record Written(int place, String file, String sha256, long bytes, String type) {}

  @Override
  public Integer call() {
    TrackingId complaint = CaseArgument.parse(id, "files export");
    if (!Files.isDirectory(folder)) {
      throw new CommandFailure(
          Exit.CANNOT_CREATE, "files.folder", "the folder of --to does not exist; make it first");
    }
    FileOrder order = new FileOrder(operator.who(), operator.reason(), Optional.ofNullable(place));
    FileReport report;
    try (AnswerSource source = AnswerSource.open(config.file(), surroundings)) {
      report = source.answers().files(Optional.of(complaint));
    }
    try (WorkSource source = WorkSource.open(config.file(), surroundings)) {
      if (source.work().taken(complaint, order).files() == 0) {
        throw new CommandFailure(
            Exit.DATA, "files.none", answer.messages().text("files.none", complaint.value()));
      }
    }
    List<Written> written = write(report);
    if (answer.json()) {
      surroundings.terminal().out().println(Json.write(written));
    } else {
      written.forEach(
          it ->
              surroundings
                  .terminal()
                  .out()
                  .println("  %s  %s %d B  %s".formatted(it.file, it.type, it.bytes, it.sha256)));
    }
    return Exit.OK.code();
  }

  private List<Written> write(FileReport report) {
    Path directory = ConfigFile.filesDirectory(config.file());
    List<Written> written = new ArrayList<>();
    try (FileVault vault =
        Vaults.open(directory, ConfigFile.whereabouts(config.file()).store(), 0)) {
      for (FileReport.Item item : report.items()) {
        boolean isMeant = place == null || place == item.place();
        if (isMeant && !item.sha256().isEmpty()) {
          written.add(write(vault, item));
        }
      }
      return written;
    } catch (FileAlreadyExistsException e) {
      throw new CommandFailure(
          Exit.CANNOT_CREATE,
          "files.exists",
          "a file of that name is in the folder of --to, and nothing is overwritten; name another");
    } catch (IOException e) {
      throw new CommandFailure(
          Exit.IO,
          "files.damaged",
          "a file of "
              + id
              + " cannot be read whole or written ("
              + e.getClass().getSimpleName()
              + "); 'lapor files retry' asks for it again");
    }
  }

  /** The name is ours: the one that its owner gave it is data. */
  private Written write(FileVault vault, FileReport.Item item) throws IOException {
    StoredFile file = new StoredFile(item.sha256(), item.bytes(), item.type());
    vault.verify(file);
    String name = "%s-%03d.bin".formatted(item.trackingId(), item.place());
    try (InputStream in = vault.content(file).open();
        OutputStream out =
            Channels.newOutputStream(
                Files.newByteChannel(
                    folder.resolve(name),
                    EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                    PosixFilePermissions.asFileAttribute(
                        PosixFilePermissions.fromString("rw-------"))))) {
      in.transferTo(out);
    }
    return new Written(item.place(), name, item.sha256(), item.bytes(), item.type());
  }
}
