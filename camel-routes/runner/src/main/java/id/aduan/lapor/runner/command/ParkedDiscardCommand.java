package id.aduan.lapor.runner.command;

import id.aduan.lapor.runner.answer.ParkedOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Gives up what waits for a person, for a reason. */
@Command(
    name = "discard",
    mixinStandardHelpOptions = true,
    versionProvider = BuildVersion.class,
    description = {
      "Gives it up: it does not go out, or is not read again.",
      "What waits behind it in its lane moves up. Needs --reason."
    })
final class ParkedDiscardCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Mixin private ConfigOption config = new ConfigOption();
  @Mixin private AnswerOptions answer = new AnswerOptions();
  @Mixin private OperatorOptions operator;

  @Parameters(paramLabel = "ID", arity = "1..*", description = "As 'parked list' shows them.")
  private List<String> ids = new ArrayList<>();

  ParkedDiscardCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
    this.operator = new OperatorOptions(surroundings);
  }

  @Override
  public Integer call() {
    operator.requireIds(ids);
    ParkedOrder order = ParkedOrder.by(operator.who(), Optional.of(operator.requiredReason()));
    try (WorkSource source = WorkSource.open(config.file(), surroundings)) {
      return new ReplayRun(source.work(), answer, surroundings.terminal().out())
          .discard(ids, order);
    }
  }
}
