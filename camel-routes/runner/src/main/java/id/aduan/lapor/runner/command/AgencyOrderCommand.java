package id.aduan.lapor.runner.command;

import id.aduan.lapor.delivery.TargetState.Mode;
import id.aduan.lapor.runner.answer.AgencyOrder;
import id.aduan.lapor.runner.answer.Json;
import id.aduan.lapor.runner.answer.StatusReport;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Decides of one target; each decision is a command of its own. */
@Command(mixinStandardHelpOptions = true, versionProvider = BuildVersion.class)
abstract class AgencyOrderCommand implements Callable<Integer> {
  private static final Pattern CODE = Pattern.compile("[a-z0-9-]{1,32}");
  private final Surroundings surroundings;
  private final Mode mode;

  @Mixin private ConfigOption config = new ConfigOption();
  @Mixin private AnswerOptions answer = new AnswerOptions();

  @Parameters(
      paramLabel = "CODE",
      description = "An agency's code, 'portal' (writing) or 'portal-read'.")
  private String target = "";

  @Mixin private OperatorOptions operator;

  private AgencyOrderCommand(Surroundings surroundings, Mode mode) {
    this.surroundings = surroundings;
    this.operator = new OperatorOptions(surroundings);
    this.mode = mode;
  }

  @Override
  public Integer call() {
    if (!CODE.matcher(target).matches()) {
      throw operator.usage("CODE is no target's code: lower-case letters, digits, hyphens");
    }
    AgencyOrder order = new AgencyOrder(mode, operator.who(), operator.requiredReason());
    try (OrderTaker taker = OrderTaker.open(config.file(), surroundings)) {
      StatusReport.Standing standing = taker.take(target, order);
      if (answer.json()) {
        surroundings.terminal().out().println(Json.write(standing));
      } else {
        new StandingPage(
                answer.messages(), taker.whereabouts().zone(), surroundings.terminal().out())
            .print(target, standing);
      }
    }
    return Exit.OK.code();
  }

  /** Nothing new goes out. */
  @Command(
      name = "pause",
      description = {
        "Nothing new goes out to it; what is under way ends,",
        "and what is uncertain is looked up. Survives a restart."
      })
  static final class Pause extends AgencyOrderCommand {
    Pause(Surroundings surroundings) {
      super(surroundings, Mode.PAUSED);
    }
  }

  /** What waits goes out again. */
  @Command(name = "resume", description = "What waits for it goes out again.")
  static final class Resume extends AgencyOrderCommand {
    Resume(Surroundings surroundings) {
      super(surroundings, Mode.RUNNING);
    }
  }

  /** Nothing at all. */
  @Command(
      name = "off",
      description = {
        "In addition to a pause: what is under way is broken off, nothing is",
        "asked nor polled, and what it pushes is refused for later (503)."
      })
  static final class Off extends AgencyOrderCommand {
    Off(Surroundings surroundings) {
      super(surroundings, Mode.OFF);
    }
  }
}
