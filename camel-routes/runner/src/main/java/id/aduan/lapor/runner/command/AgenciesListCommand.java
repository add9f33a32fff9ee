package id.aduan.lapor.runner.command;

import id.aduan.lapor.runner.answer.Json;
import id.aduan.lapor.runner.answer.StatusReport;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Tells how each target stands. */
@Command(
    name = "list",
    mixinStandardHelpOptions = true,
    versionProvider = BuildVersion.class,
    description = "Every target: whether it is paused, since when and why, and its trouble.")
final class AgenciesListCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Mixin private ConfigOption config = new ConfigOption();
  @Mixin private AnswerOptions answer = new AnswerOptions();

  AgenciesListCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    try (AnswerSource source = AnswerSource.open(config.file(), surroundings)) {
      StatusReport report = source.answers().status();
      if (answer.json()) {
        surroundings.terminal().out().println(Json.write(report.targets()));
      } else {
        new StandingPage(
                answer.messages(), source.whereabouts().zone(), surroundings.terminal().out())
            .print(report.targets());
      }
    }
    return Exit.OK.code();
  }
}
