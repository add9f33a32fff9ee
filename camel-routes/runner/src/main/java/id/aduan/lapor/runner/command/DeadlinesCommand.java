package id.aduan.lapor.runner.command;

import id.aduan.lapor.complaint.AgencyCode;
import id.aduan.lapor.runner.answer.DeadlineFilter;
import id.aduan.lapor.runner.answer.DeadlineReport;
import id.aduan.lapor.runner.answer.Json;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Tells what is due, by agency; the acts on deadlines are commands of their own. */
@Command(
    name = "deadlines",
    mixinStandardHelpOptions = true,
    versionProvider = BuildVersion.class,
    description = "What is due and what is late, by agency.",
    subcommands = {
      DeadlineOrderCommand.RecordEvent.class,
      DeadlineOrderCommand.Extend.class,
      DeadlineDraftCommand.class
    })
final class DeadlinesCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Mixin private ConfigOption config = new ConfigOption();
  @Mixin private AnswerOptions answer = new AnswerOptions();

  @Option(names = "--agency", paramLabel = "CODE", description = "Of this agency alone.")
  private @Nullable String agency;

  @Option(
      names = "--moved",
      description = "Those whose day moved, since the rules or a calendar have changed.")
  private boolean moved;

  @Option(
      names = "--all",
      description = "The clocks of the reporter and the portal as well; they warn nobody.")
  private boolean all;

  DeadlinesCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    DeadlineFilter filter = new DeadlineFilter(code(), moved, all);
    try (AnswerSource source = AnswerSource.open(config.file(), surroundings)) {
      DeadlineReport report = source.answers().deadlines(filter);
      if (answer.json()) {
        surroundings.terminal().out().println(Json.write(report));
      } else {
        new DeadlinesPage(answer.messages(), surroundings.terminal().out()).print(report, moved);
      }
    }
    return Exit.OK.code();
  }

  private Optional<AgencyCode> code() {
    try {
      return Optional.ofNullable(agency).map(AgencyCode::new);
    } catch (IllegalArgumentException e) {
      throw new CommandFailure(
          Exit.USAGE,
          "usage",
          "CODE is no agency's code: lower-case letters, digits, hyphens; see 'lapor deadlines"
              + " --help'");
    }
  }
}
