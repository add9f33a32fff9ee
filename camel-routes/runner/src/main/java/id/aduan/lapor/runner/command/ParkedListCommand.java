package id.aduan.lapor.runner.command;

import id.aduan.lapor.runner.answer.Json;
import id.aduan.lapor.runner.answer.ParkedReport;
import java.time.ZoneId;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lists what waits for a person. */
@Command(
    name = "list",
    mixinStandardHelpOptions = true,
    versionProvider = BuildVersion.class,
    description = "What waits for a person, oldest first, at most 1000.")
final class ParkedListCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Mixin private ConfigOption config = new ConfigOption();
  @Mixin private AnswerOptions answer = new AnswerOptions();

  @Mixin private ParkedFilterOptions filter = new ParkedFilterOptions();

  ParkedListCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    try (AnswerSource source = AnswerSource.open(config.file(), surroundings)) {
      ZoneId zone = source.whereabouts().zone();
      ParkedReport report = source.answers().parked(filter.read(zone));
      if (answer.json()) {
        surroundings.terminal().out().println(Json.write(report));
      } else {
        new ParkedPage(answer.messages(), zone, surroundings.terminal().out()).print(report);
      }
    }
    return Exit.OK.code();
  }
}
