package id.aduan.lapor.runner.command;

import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.deadline.CaseEvent;
import id.aduan.lapor.deadline.CaseEvent.Origin;
import id.aduan.lapor.runner.answer.DeadlineOrder;
import id.aduan.lapor.runner.answer.Json;
import id.aduan.lapor.sync.DeadlineDesk.Outcome;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Records what a person says of a case; what exactly is a command of its own. */
@Command(mixinStandardHelpOptions = true, versionProvider = BuildVersion.class)
abstract class DeadlineOrderCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Mixin private ConfigOption config = new ConfigOption();
  @Mixin private AnswerOptions answer = new AnswerOptions();

  @Parameters(
      index = "0",
      paramLabel = "TRACKING_ID",
      description = "The portal's Tracking ID (nomor lacak).")
  private String trackingId = "";

  @Mixin private OperatorOptions operator;

  private DeadlineOrderCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
    this.operator = new OperatorOptions(surroundings);
  }

  /** What is to be recorded, once the zone that times are written in is known. */
  abstract DeadlineOrder order(OperatorOptions by, ZoneId zone);

  @Override
  public Integer call() {
    TrackingId id = parsed();
    try (DeadlineTaker taker = DeadlineTaker.open(config.file(), surroundings)) {
      DeadlineOrder.Result result = taker.take(id, order(operator, taker.whereabouts().zone()));
      if (result.outcome() != Outcome.RECORDED) {
        throw new CommandFailure(
            Exit.DATA, "deadlines.refused", answer.messages().of("recorded", result.outcome()));
      }
      surroundings
          .terminal()
          .out()
          .println(
              answer.json()
                  ? Json.write(result)
                  : answer.messages().of("recorded", result.outcome()));
    }
    return Exit.OK.code();
  }

  private TrackingId parsed() {
    try {
      return TrackingId.parse(trackingId);
    } catch (IllegalArgumentException e) {
      throw operator.usage(String.valueOf(e.getMessage()));
    }
  }

  /** Something that nothing here can see has happened. */
  @Command(
      name = "record",
      description = {
        "Records that something happened which neither the portal nor an agency's",
        "system tells, such as file-complete or ombudsman-asked."
      })
  static final class RecordEvent extends DeadlineOrderCommand {
    @Parameters(
        index = "1",
        paramLabel = "EVENT",
        description = "What happened, such as file-complete; another word lists all of them.")
    private String event = "";

    @Option(
        names = "--at",
        paramLabel = "TIME",
        description = "When, as 2026-11-20, 2026-11-20T09:30 or with a zone (default: now).")
    private @Nullable String at;

    RecordEvent(Surroundings surroundings) {
      super(surroundings);
    }

    @Override
    DeadlineOrder order(OperatorOptions by, ZoneId zone) {
      return new DeadlineOrder(
          Optional.of(event(by)),
          Optional.ofNullable(at).map(text -> instant(text, zone, by)),
          Optional.empty(),
          by.who(),
          by.reason());
    }

    private CaseEvent event(OperatorOptions by) {
      return Arrays.stream(CaseEvent.values())
          .filter(RecordEvent::isPersons)
          .filter(each -> word(each).equals(event))
          .findFirst()
          .orElseThrow(
              () ->
                  by.usage(
                      "EVENT is one of "
                          + Arrays.stream(CaseEvent.values())
                              .filter(RecordEvent::isPersons)
                              .map(RecordEvent::word)
                              .collect(Collectors.joining(", "))));
    }

    private static boolean isPersons(CaseEvent event) {
      return event.origin() == Origin.PERSON && event != CaseEvent.EXTENDED;
    }

    private static String word(CaseEvent event) {
      return event.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Instant instant(String text, ZoneId zone, OperatorOptions by) {
      try {
        if (!text.contains("T")) {
          return LocalDate.parse(text).atStartOfDay(zone).toInstant();
        }
        return text.matches(".*T.*(Z|[+-]\\d\\d:\\d\\d)")
            ? OffsetDateTime.parse(text).toInstant()
            : LocalDateTime.parse(text).atZone(zone).toInstant();
      } catch (DateTimeException e) {
        throw by.usage("TIME is a day or a time, as 2026-11-20 or 2026-11-20T09:30");
      }
    }
  }

  /** A clock may take longer. */
  @Command(
      name = "extend",
      description = {
        "Extends a clock by as much as its rule allows, once, for a reason,",
        "such as uu14.answer by 7 working days. Needs --reason."
      })
  static final class Extend extends DeadlineOrderCommand {
    @Parameters(index = "1", paramLabel = "RULE", description = "The rule, as 'explain' names it.")
    private String rule = "";

    Extend(Surroundings surroundings) {
      super(surroundings);
    }

    @Override
    DeadlineOrder order(OperatorOptions by, ZoneId zone) {
      return new DeadlineOrder(
          Optional.empty(),
          Optional.empty(),
          Optional.of(rule),
          by.who(),
          Optional.of(by.requiredReason()));
    }
  }
}
