package id.aduan.lapor.runner.command;

import id.aduan.lapor.portal.UnusableExportException;
import id.aduan.lapor.runner.OwnConnector;
import id.aduan.lapor.runner.admin.AdminImport;
import id.aduan.lapor.runner.admin.AdminRefusedException;
import id.aduan.lapor.runner.answer.ImportOrder;
import id.aduan.lapor.runner.answer.ImportResult;
import id.aduan.lapor.runner.answer.ImportWork;
import id.aduan.lapor.runner.answer.Json;
import id.aduan.lapor.runner.config.ConfigFile;
import id.aduan.lapor.runner.config.Whereabouts;
import id.aduan.lapor.sync.ExportBusyException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Imports an export of the portal. */
@Command(
    name = "import",
    mixinStandardHelpOptions = true,
    versionProvider = BuildVersion.class,
    description = {
      "Imports an export of the portal (\"Laporan Ringkas\", .xlsx).",
      "Open complaints go to their agencies; those that have ended are kept.",
      "The same file again changes nothing. Done by the connector that runs,",
      "or on the store itself. 65 when the file, or a row of it, cannot be used."
    })
final class ImportCommand implements Callable<Integer> {
  private static final int ROWS_PER_LINE = 2_000;
  private final Surroundings surroundings;

  @Mixin private ConfigOption config = new ConfigOption();
  @Mixin private AnswerOptions answer = new AnswerOptions();
  @Mixin private OperatorOptions operator;

  @Parameters(paramLabel = "FILE", description = "The export, as it was downloaded.")
  private Path file = Path.of("");

  @Option(
      names = "--generated-on",
      paramLabel = "DAY",
      description = "When it was made, where its head was cut off: 2026-11-14.")
  private @Nullable LocalDate generatedOn;

  ImportCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
    this.operator = new OperatorOptions(surroundings);
  }

  @Override
  public Integer call() {
    Path from = config.file();
    requireFile();
    ImportOrder order =
        new ImportOrder(
            operator.who(), operator.reason().orElse(""), Optional.ofNullable(generatedOn));
    ImportResult result = imported(from, order);
    PrintWriter out = surroundings.terminal().out();
    if (answer.json()) {
      out.println(Json.write(result));
    } else {
      new ImportPage(answer.messages(), out).print(result);
    }
    return (result.bad() == 0 ? Exit.OK : Exit.DATA).code();
  }

  private void requireFile() {
    if (!Files.isRegularFile(file)) {
      String what = Files.isDirectory(file) ? "is a directory" : "does not exist";
      throw new CommandFailure(
          Exit.NO_INPUT, "import.missing", "the file %s %s; name an export".formatted(file, what));
    }
    if (!Files.isReadable(file)) {
      throw new CommandFailure(
          Exit.PERMISSION,
          "import.unreadable",
          "this user may not read the file " + file + "; give it the right to");
    }
  }

  private ImportResult imported(Path from, ImportOrder order) {
    Whereabouts whereabouts = ConfigFile.whereabouts(from);
    try {
      Optional<ImportWork> running =
          RunningAdmin.find(whereabouts, surroundings, "").map(AdminImport::new);
      if (running.isPresent()) {
        return running.get().run(file, order, this::tell);
      }
      try (OwnConnector own =
          OwnConnector.open(from, surroundings.environment().get()::get, surroundings.time())) {
        return own.imports().run(file, order, this::tell);
      }
    } catch (UnusableExportException | AdminRefusedException e) {
      throw new CommandFailure(Exit.DATA, e.code(), e.getMessage() + "; nothing was changed");
    } catch (ExportBusyException e) {
      throw new CommandFailure(Exit.TRY_LATER, e.code(), e.getMessage());
    }
  }

  private void tell(int done, int of) {
    if (done % ROWS_PER_LINE == 0 || done == of) {
      surroundings.terminal().err().println(done + " / " + of);
    }
  }
}
