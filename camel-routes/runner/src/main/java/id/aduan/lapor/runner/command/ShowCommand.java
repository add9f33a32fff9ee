package id.aduan.lapor.runner.command;

import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.runner.answer.CaseStory;
import id.aduan.lapor.runner.answer.FileReport;
import id.aduan.lapor.runner.answer.Json;
import java.time.ZoneId;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Tells the whole story of a case, but for who complained and what they wrote. */
@Command(
    name = "show",
    mixinStandardHelpOptions = true,
    versionProvider = BuildVersion.class,
    description = "The whole story of a case: where it is, why, until when, and what was done.")
final class ShowCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Mixin private ConfigOption config = new ConfigOption();
  @Mixin private AnswerOptions answer = new AnswerOptions();

  @Parameters(paramLabel = "TRACKING_ID", description = "The portal's Tracking ID (nomor lacak).")
  private String trackingId = "";

  ShowCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    TrackingId id = CaseArgument.parse(trackingId, "show");
    try (AnswerSource source = AnswerSource.open(config.file(), surroundings)) {
      CaseStory story = source.answers().show(id).orElseThrow(() -> CaseArgument.unknown(id));
      if (answer.json()) {
        surroundings.terminal().out().println(Json.write(story));
      } else {
        ZoneId usual = source.whereabouts().zone();
        ZoneId zone = story.due().stream().map(CaseStory.Due::zone).findFirst().orElse(usual);
        new CasePage(answer.messages(), zone, surroundings.terminal().out()).print(story);
        FileReport files = source.answers().files(Optional.of(id));
        if (!files.items().isEmpty()) {
          surroundings.terminal().out().println();
          surroundings.terminal().out().println(answer.messages().text("show.files"));
          new FilesPage(answer.messages(), zone, surroundings.terminal().out()).print(files);
        }
      }
    }
    return Exit.OK.code();
  }
}
