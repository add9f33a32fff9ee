package id.aduan.lapor.runner.command;

import id.aduan.lapor.runner.answer.Json;
import id.aduan.lapor.runner.answer.ReplyContent;
import id.aduan.lapor.runner.answer.ReplyOrder;
import id.aduan.lapor.runner.log.OneLine;
import java.io.PrintWriter;
import java.time.ZoneId;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Shows an answer with its words. */
@Command(
    name = "show",
    mixinStandardHelpOptions = true,
    versionProvider = BuildVersion.class,
    description = {
      "An answer with its words. They may name people: that you saw them",
      "is in the audit trail."
    })
final class ReplyShowCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Mixin private ConfigOption config = new ConfigOption();
  @Mixin private AnswerOptions answer = new AnswerOptions();

  @Parameters(paramLabel = "ID", description = "As 'replies list' shows it.")
  private String id = "";

  @Mixin private OperatorOptions operator;

  ReplyShowCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
    this.operator = new OperatorOptions(surroundings);
  }

  @Override
  public Integer call() {
    long number = ReplyOrderCommand.number(id, operator);
    ReplyOrder order = new ReplyOrder(operator.who(), operator.reason(), Optional.empty());
    try (WorkSource source = WorkSource.open(config.file(), surroundings)) {
      ReplyContent content =
          source.work().reply(number, order).orElseThrow(ReplyOrderCommand::unknown);
      PrintWriter out = surroundings.terminal().out();
      if (answer.json()) {
        out.println(Json.write(content));
      } else {
        print(content, source.whereabouts().zone(), out);
      }
    }
    return Exit.OK.code();
  }

  private void print(ReplyContent content, ZoneId zone, PrintWriter out) {
    Messages messages = answer.messages();
    out.println(
        OneLine.of(
            messages.text(
                "replies.show",
                Long.toString(content.id()),
                content.agency(),
                content.trackingId(),
                messages.of("reply", content.state()),
                messages.minute(content.since(), zone))));
    if (content.secret()) {
      out.println(messages.text("replies.secret"));
    }
    for (String file : content.files()) {
      out.println(OneLine.of(messages.text("replies.file", file)));
    }
    for (ReplyContent.Enclosed file : content.enclosed()) {
      out.println(OneLine.of(AttachedFiles.line(messages, file)));
    }
    out.println();
    out.println(Visible.of(content.text()));
  }
}
