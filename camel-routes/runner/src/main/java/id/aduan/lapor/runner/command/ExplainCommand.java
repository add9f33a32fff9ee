package id.aduan.lapor.runner.command;

import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.runner.answer.CaseExplanation;
import id.aduan.lapor.runner.answer.Json;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Tells why a case went where, and why its deadlines are on those days. */
@Command(
    name = "explain",
    mixinStandardHelpOptions = true,
    versionProvider = BuildVersion.class,
    description = {
      "Why a case went where, and why its deadlines are on those days:",
      "each day counted or skipped, the rule and its source, the calendar."
    })
final class ExplainCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Mixin private ConfigOption config = new ConfigOption();
  @Mixin private AnswerOptions answer = new AnswerOptions();

  @Parameters(paramLabel = "TRACKING_ID", description = "The portal's Tracking ID (nomor lacak).")
  private String trackingId = "";

  ExplainCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    TrackingId id = CaseArgument.parse(trackingId, "explain");
    try (AnswerSource source = AnswerSource.open(config.file(), surroundings)) {
      CaseExplanation explanation =
          source
              .answers()
              .explain(id, answer.language())
              .orElseThrow(() -> CaseArgument.unknown(id));
      if (answer.json()) {
        surroundings.terminal().out().println(Json.write(explanation));
      } else {
        new ExplainPage(answer.messages(), surroundings.terminal().out()).print(explanation);
      }
    }
    return Exit.OK.code();
  }
}
