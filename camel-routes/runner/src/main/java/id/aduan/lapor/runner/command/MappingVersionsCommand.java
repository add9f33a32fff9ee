package id.aduan.lapor.runner.command;

import id.aduan.lapor.runner.answer.Json;
import id.aduan.lapor.runner.answer.MappingReport;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lists the mappings that counted, count and will count. */
@Command(
    name = "versions",
    mixinStandardHelpOptions = true,
    versionProvider = BuildVersion.class,
    description = {
      "The mappings that counted, count and will count, the youngest first:",
      "since when, by whom and why, and how many open cases keep them."
    })
final class MappingVersionsCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Mixin private ConfigOption config = new ConfigOption();
  @Mixin private AnswerOptions answer = new AnswerOptions();

  MappingVersionsCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    try (AnswerSource source = AnswerSource.open(config.file(), surroundings)) {
      MappingReport report = source.answers().mappings();
      if (answer.json()) {
        surroundings.terminal().out().println(Json.write(report));
      } else {
        new MappingPage(answer.messages(), surroundings.terminal().out())
            .versions(report, source.whereabouts().zone());
      }
    }
    return Exit.OK.code();
  }
}
