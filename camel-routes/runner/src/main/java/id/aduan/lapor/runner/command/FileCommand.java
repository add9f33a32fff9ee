package id.aduan.lapor.runner.command;

import id.aduan.lapor.portal.PortalFile;
import id.aduan.lapor.runner.answer.FilingResult;
import id.aduan.lapor.runner.answer.HandedIn;
import id.aduan.lapor.runner.answer.Json;
import id.aduan.lapor.runner.answer.ReportFault;
import id.aduan.lapor.runner.answer.ReportReader;
import id.aduan.lapor.runner.log.OneLine;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Hands in a report of a local system, to be filed on the portal. */
@Command(
    name = "file",
    mixinStandardHelpOptions = true,
    versionProvider = BuildVersion.class,
    description = {
      "Files a report that was taken elsewhere (counter, e-mail, messenger) on the portal.",
      "The same report again is the same; 'lapor schema report' tells what it looks like."
    },
    subcommands = {FileListCommand.class, FileShowCommand.class, FileResolveCommand.class})
final class FileCommand implements Callable<Integer> {
  private static final Map<String, String> TYPES =
      Map.of(
          "jpg", "image/jpeg",
          "jpeg", "image/jpeg",
          "png", "image/png",
          "pdf", "application/pdf",
          "doc", "application/msword",
          "docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document");

  private final Surroundings surroundings;

  @Mixin private ConfigOption config = new ConfigOption();
  @Mixin private AnswerOptions answer = new AnswerOptions();

  @Parameters(
      arity = "0..1",
      paramLabel = "REPORT.json",
      description = "The report, by its JSON Schema.")
  private @Nullable Path report;

  @Option(
      names = "--attach",
      paramLabel = "FILE",
      description = "A file that goes with it; may be said again.")
  private List<Path> attached = new ArrayList<>();

  FileCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    if (report == null) {
      throw new CommandFailure(
          Exit.USAGE, "usage", "say REPORT.json, list, show or resolve; see 'lapor file --help'");
    }
    HandedIn handedIn = read(report);
    try (FilingSource source = FilingSource.open(config.file(), surroundings)) {
      FilingResult result = source.work().file(handedIn);
      if (!result.done()) {
        throw new CommandFailure(
            Exit.DATA, result.code(), result.detail() + "; nothing was changed");
      }
      tell(result);
    }
    return Exit.OK.code();
  }

  private void tell(FilingResult result) {
    if (answer.json()) {
      surroundings.terminal().out().println(Json.write(result));
      return;
    }
    Messages messages = answer.messages();
    long id = result.id().orElse(0L);
    surroundings.terminal().out().println(messages.text("file." + result.code(), id));
    result
        .trackingId()
        .ifPresent(it -> surroundings.terminal().out().println(messages.text("file.stands", it)));
    if (result.contentCut()) {
      surroundings.terminal().out().println(messages.text("file.contentCut"));
    }
    if (result.titleCut()) {
      surroundings.terminal().out().println(messages.text("file.titleCut"));
    }
  }

  private HandedIn read(Path file) {
    try {
      HandedIn written = ReportReader.read(bytes(file, ReportReader.BYTES_MAX));
      List<PortalFile> more = new ArrayList<>();
      for (Path each : attached) {
        more.add(
            ReportReader.attached(
                String.valueOf(each.getFileName()),
                type(each),
                bytes(each, ReportReader.FILE_BYTES_MAX)));
      }
      return written.with(more);
    } catch (ReportFault fault) {
      throw new CommandFailure(
          Exit.DATA,
          FilingResult.BAD_REPORT,
          OneLine.of(file + ": " + fault.line()) + "; nothing was filed");
    } catch (IllegalArgumentException e) {
      throw new CommandFailure(
          Exit.DATA, FilingResult.BAD_REPORT, e.getMessage() + "; nothing was filed");
    }
  }

  private static byte[] bytes(Path file, int max) {
    if (!Files.isRegularFile(file)) {
      throw new CommandFailure(
          Exit.NO_INPUT, "file.missing", OneLine.of(file + " is no file; nothing was filed"));
    }
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(max + 1);
      if (bytes.length > max) {
        throw new CommandFailure(
            Exit.DATA,
            "file.too_big",
            OneLine.of(file + " has more than " + max + " bytes; nothing was filed"));
      }
      return bytes;
    } catch (IOException e) {
      throw new CommandFailure(
          Exit.NO_INPUT, "file.unreadable", OneLine.of(file + " cannot be read"));
    }
  }

  private static String type(Path file) {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    String ending = name.substring(name.lastIndexOf('.') + 1);
    return TYPES.getOrDefault(ending, "application/octet-stream");
  }
}
