package id.aduan.lapor.runner.command;

import id.aduan.lapor.runner.answer.Json;
import id.aduan.lapor.runner.answer.ReplyReport;
import id.aduan.lapor.runner.log.OneLine;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lists the answers that wait for a person. */
@Command(
    name = "list",
    mixinStandardHelpOptions = true,
    versionProvider = BuildVersion.class,
    description = "The answers that wait, oldest first, at most 1000; not what they say.")
final class RepliesListCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Mixin private ConfigOption config = new ConfigOption();
  @Mixin private AnswerOptions answer = new AnswerOptions();

  RepliesListCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    try (AnswerSource source = AnswerSource.open(config.file(), surroundings)) {
      ReplyReport report = source.answers().replies();
      PrintWriter out = surroundings.terminal().out();
      if (answer.json()) {
        out.println(Json.write(report));
      } else {
        print(report, source, out);
      }
    }
    return Exit.OK.code();
  }

  private void print(ReplyReport report, AnswerSource source, PrintWriter out) {
    Messages messages = answer.messages();
    if (report.items().isEmpty()) {
      out.println(messages.text("replies.nothing"));
      return;
    }
    out.println(messages.text("replies.head", report.items().size()));
    for (ReplyReport.Item item : report.items()) {
      out.println(
          OneLine.of(
              "  %d  %s  %s  %s (%s)"
                  .formatted(
                      item.id(),
                      item.trackingId(),
                      item.agency(),
                      messages.minute(item.since(), source.whereabouts().zone()),
                      messages.age(Duration.ofSeconds(item.ageSeconds())))));
    }
    if (report.more()) {
      out.println(messages.text("replies.more"));
    }
  }
}
