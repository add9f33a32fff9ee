package id.aduan.lapor.runner.command;

import id.aduan.lapor.runner.answer.FilingReport;
import id.aduan.lapor.runner.answer.Json;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lists the reports of local systems. */
@Command(
    name = "list",
    mixinStandardHelpOptions = true,
    versionProvider = BuildVersion.class,
    description = "The reports that were handed in, the youngest first, at most 1000.")
final class FileListCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Mixin private ConfigOption config = new ConfigOption();
  @Mixin private AnswerOptions answer = new AnswerOptions();

  FileListCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    try (AnswerSource source = AnswerSource.open(config.file(), surroundings)) {
      FilingReport report = source.answers().filings();
      if (answer.json()) {
        surroundings.terminal().out().println(Json.write(report));
      } else {
        new FilingPage(
                answer.messages(), source.whereabouts().zone(), surroundings.terminal().out())
            .print(report);
      }
    }
    return Exit.OK.code();
  }
}
