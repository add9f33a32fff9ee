package id.aduan.lapor.runner.command;

import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.runner.answer.CaseExplanation;
import id.aduan.lapor.runner.answer.Json;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Shows the reprimands that were drafted. */
@Command(
    name = "draft",
    mixinStandardHelpOptions = true,
    versionProvider = BuildVersion.class,
    description = {
      "The texts of reprimands (konsep surat teguran) that were prepared when",
      "a clock of the case ran out. Nothing sends them: that is a person's."
    })
final class DeadlineDraftCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Mixin private ConfigOption config = new ConfigOption();
  @Mixin private AnswerOptions answer = new AnswerOptions();

  @Parameters(paramLabel = "TRACKING_ID", description = "The portal's Tracking ID (nomor lacak).")
  private String trackingId = "";

  DeadlineDraftCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    TrackingId id = CaseArgument.parse(trackingId, "deadlines draft");
    try (AnswerSource source = AnswerSource.open(config.file(), surroundings)) {
      CaseExplanation explanation =
          source
              .answers()
              .explain(id, answer.language())
              .orElseThrow(() -> CaseArgument.unknown(id));
      if (answer.json()) {
        surroundings.terminal().out().println(Json.write(explanation.drafts()));
      } else {
        new ExplainPage(answer.messages(), surroundings.terminal().out())
            .drafts(explanation.drafts());
      }
    }
    return Exit.OK.code();
  }
}
