package id.aduan.lapor.runner.command;

import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.runner.answer.FileReport;
import id.aduan.lapor.runner.answer.Json;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Shows the files of one case. */
@Command(
    name = "show",
    mixinStandardHelpOptions = true,
    versionProvider = BuildVersion.class,
    description = {
      "The files of a case: how far each is, what it is by its content, its hash, and",
      "what copies were made of it."
    })
final class FilesShowCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Mixin private ConfigOption config = new ConfigOption();
  @Mixin private AnswerOptions answer = new AnswerOptions();

  @Parameters(paramLabel = "TRACKING_ID", description = "The complaint's number.")
  private String trackingId = "";

  FilesShowCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    TrackingId id = CaseArgument.parse(trackingId, "files show");
    try (AnswerSource source = AnswerSource.open(config.file(), surroundings)) {
      FileReport report = source.answers().files(Optional.of(id));
      if (answer.json()) {
        surroundings.terminal().out().println(Json.write(report));
      } else {
        new FilesPage(answer.messages(), source.whereabouts().zone(), surroundings.terminal().out())
            .print(report);
      }
    }
    return Exit.OK.code();
  }
}
