package id.aduan.lapor.runner.command;

import id.aduan.lapor.runner.answer.Json;
import id.aduan.lapor.runner.answer.ReturnReport;
import id.aduan.lapor.runner.log.OneLine;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lists the cases that wait for the coordinator. */
@Command(
    name = "list",
    mixinStandardHelpOptions = true,
    versionProvider = BuildVersion.class,
    description = {
      "The cases that were given back, oldest first, at most 1000.",
      "Their clocks run on, and nothing goes back on the portal by itself."
    })
final class CasesListCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Mixin private ConfigOption config = new ConfigOption();
  @Mixin private AnswerOptions answer = new AnswerOptions();

  CasesListCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    try (AnswerSource source = AnswerSource.open(config.file(), surroundings)) {
      ReturnReport report = source.answers().returns();
      PrintWriter out = surroundings.terminal().out();
      if (answer.json()) {
        out.println(Json.write(report));
      } else {
        print(report, source, out);
      }
    }
    return Exit.OK.code();
  }

  private void print(ReturnReport report, AnswerSource source, PrintWriter out) {
    Messages messages = answer.messages();
    if (report.items().isEmpty()) {
      out.println(messages.text("cases.nothing"));
      return;
    }
    out.println(messages.text("cases.head", report.items().size()));
    for (ReturnReport.Item item : report.items()) {
      out.println(
          OneLine.of(
              "  %s  %s  %s  %s (%s)"
                  .formatted(
                      item.trackingId(),
                      item.agency(),
                      item.status(),
                      messages.minute(item.since(), source.whereabouts().zone()),
                      messages.age(Duration.ofSeconds(item.ageSeconds())))));
    }
    if (report.more()) {
      out.println(messages.text("cases.more"));
    }
  }
}
