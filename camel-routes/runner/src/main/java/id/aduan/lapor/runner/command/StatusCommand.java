package id.aduan.lapor.runner.command;

import id.aduan.lapor.runner.answer.Json;
import id.aduan.lapor.runner.answer.StatusReport;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Tells where everything stands. */
@Command(
    name = "status",
    mixinStandardHelpOptions = true,
    versionProvider = BuildVersion.class,
    description = "Queues by agency and state, what is parked, how far was read.")
final class StatusCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Mixin private ConfigOption config = new ConfigOption();
  @Mixin private AnswerOptions answer = new AnswerOptions();

  StatusCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    try (AnswerSource source = AnswerSource.open(config.file(), surroundings)) {
      StatusReport report = source.answers().status();
      if (answer.json()) {
        surroundings.terminal().out().println(Json.write(report));
      } else {
        new StatusPage(
                answer.messages(), source.whereabouts().zone(), surroundings.terminal().out())
            .print(report);
      }
    }
    return Exit.OK.code();
  }
}
