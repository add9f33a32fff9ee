package id.aduan.lapor.runner.command;

import id.aduan.lapor.runner.answer.FileReport;
import id.aduan.lapor.runner.answer.Json;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lists the files that wait. */
@Command(
    name = "list",
    mixinStandardHelpOptions = true,
    versionProvider = BuildVersion.class,
    description = {
      "The files that wait: those held back and those lost for a person, then those",
      "still to come, the oldest first, at most 1000. Complaints wait for none of them."
    })
final class FilesListCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Mixin private ConfigOption config = new ConfigOption();
  @Mixin private AnswerOptions answer = new AnswerOptions();

  FilesListCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    try (AnswerSource source = AnswerSource.open(config.file(), surroundings)) {
      FileReport report = source.answers().files(Optional.empty());
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
