package id.aduan.lapor.runner.command;

import id.aduan.lapor.runner.answer.FilingName;
import id.aduan.lapor.runner.answer.FilingReport;
import id.aduan.lapor.runner.answer.Json;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Tells all of one report, but for what it says and who said it. */
@Command(
    name = "show",
    mixinStandardHelpOptions = true,
    versionProvider = BuildVersion.class,
    description = "One report: how far it has come, and what was done.")
final class FileShowCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Mixin private ConfigOption config = new ConfigOption();
  @Mixin private AnswerOptions answer = new AnswerOptions();

  @Parameters(
      paramLabel = "REPORT",
      description = "Its number in 'file list', or SOURCE:NUMBER, or #TRACKING_ID.")
  private String name = "";

  FileShowCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    FilingName named = parsed(name);
    try (AnswerSource source = AnswerSource.open(config.file(), surroundings)) {
      FilingReport.Story story =
          source.answers().filing(named).orElseThrow(FileShowCommand::unknown);
      if (answer.json()) {
        surroundings.terminal().out().println(Json.write(story));
      } else {
        new FilingPage(
                answer.messages(), source.whereabouts().zone(), surroundings.terminal().out())
            .print(story);
      }
    }
    return Exit.OK.code();
  }

  static FilingName parsed(String text) {
    try {
      return new FilingName(text);
    } catch (IllegalArgumentException e) {
      throw new CommandFailure(
          Exit.USAGE, "usage", e.getMessage() + "; see 'lapor file show --help'");
    }
  }

  static CommandFailure unknown() {
    return new CommandFailure(
        Exit.DATA, "filing.unknown", "no such report was taken; 'lapor file list' tells of all");
  }
}
