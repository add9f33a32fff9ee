package id.aduan.lapor.runner.command;

import id.aduan.lapor.runner.answer.Json;
import id.aduan.lapor.runner.answer.ParkedContent;
import id.aduan.lapor.runner.answer.ParkedOrder;
import id.aduan.lapor.runner.answer.ParkedReport.Item;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Tells all of one thing that waits, but for what it says of people. */
@Command(
    name = "show",
    mixinStandardHelpOptions = true,
    versionProvider = BuildVersion.class,
    description = "One thing that waits: why, since when, and what to do.")
final class ParkedShowCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Mixin private ConfigOption config = new ConfigOption();
  @Mixin private AnswerOptions answer = new AnswerOptions();

  @Parameters(
      paramLabel = "ID",
      description = "As 'parked list' shows it: a number, or in- and 16 digits.")
  private String id = "";

  @Option(
      names = "--raw",
      description = {
        "What is kept of it, as it is: it names people.",
        "Needs --reason; that you saw it is in the audit trail."
      })
  private boolean raw;

  @Mixin private OperatorOptions operator;

  ParkedShowCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
    this.operator = new OperatorOptions(surroundings);
  }

  @Override
  public Integer call() {
    operator.requireIds(List.of(id));
    return raw ? content() : story();
  }

  private Integer content() {
    ParkedOrder order = ParkedOrder.by(operator.who(), Optional.of(operator.requiredReason()));
    try (WorkSource source = WorkSource.open(config.file(), surroundings)) {
      ParkedContent content = source.work().content(id, order).orElseThrow(this::unknown);
      surroundings
          .terminal()
          .out()
          .println(answer.json() ? Json.write(content) : Visible.of(content.content()));
    }
    return Exit.OK.code();
  }

  private Integer story() {
    try (AnswerSource source = AnswerSource.open(config.file(), surroundings)) {
      Item item = source.answers().parked(id).orElseThrow(this::unknown);
      if (answer.json()) {
        surroundings.terminal().out().println(Json.write(item));
      } else {
        new ParkedPage(
                answer.messages(), source.whereabouts().zone(), surroundings.terminal().out())
            .print(item);
      }
    }
    return Exit.OK.code();
  }

  private CommandFailure unknown() {
    return new CommandFailure(
        Exit.DATA,
        "parked.unknown",
        "nothing waits under " + id + "; 'lapor parked list' tells what does");
  }
}
