package id.aduan.lapor.runner.command;

import id.aduan.lapor.runner.answer.Json;
import id.aduan.lapor.runner.answer.MappingCancel;
import id.aduan.lapor.runner.answer.MappingOrder;
import id.aduan.lapor.runner.config.ConfigFile;
import id.aduan.lapor.runner.config.Whereabouts;
import id.aduan.lapor.runner.log.OneLine;
import id.aduan.lapor.sync.MappingDesk;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lets another mapping count. */
@Command(
    name = "apply",
    mixinStandardHelpOptions = true,
    versionProvider = BuildVersion.class,
    description = {
      "Lets another mapping count, now or from a moment on, without a restart.",
      "Open cases stay where they are. A faulty file changes nothing (78).",
      "With --cancel: calls off a version that is to count later.",
      "Done by the connector that runs, or on the store itself."
    })
final class MappingApplyCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Mixin private ConfigOption config = new ConfigOption();
  @Mixin private AnswerOptions answer = new AnswerOptions();
  @Mixin private OperatorOptions operator;

  @Parameters(
      arity = "0..1",
      paramLabel = "FILE",
      description = "The mapping (default: the configured one).")
  private @Nullable Path file;

  @Option(
      names = "--at",
      paramLabel = "MOMENT",
      description = {
        "From when on: 2026-12-01, 2026-12-01T08:00 (by the configured office)",
        "or 2026-12-01T08:00+07:00 (default: now)."
      })
  private @Nullable String at;

  @Option(
      names = "--cancel",
      paramLabel = "VERSION",
      description = "Call off this version, which is to count later; 65 when it is not.")
  private @Nullable String cancelled;

  MappingApplyCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
    this.operator = new OperatorOptions(surroundings);
  }

  @Override
  public Integer call() {
    Path from = config.file();
    Whereabouts whereabouts = ConfigFile.whereabouts(from);
    if (cancelled != null) {
      return cancel(cancelled, from, whereabouts);
    }
    Path mapping = file == null ? ConfigFile.mapping(from).file() : file;
    MappingOrder order =
        new MappingOrder(
            String.valueOf(mapping.getFileName()),
            MappingFileBytes.read(mapping),
            Optional.ofNullable(at).map(it -> moment(it, whereabouts.zone())),
            operator.who(),
            operator.reason());
    MappingOrder.Result result = applied(from, whereabouts, order);
    if (answer.json()) {
      surroundings.terminal().out().println(Json.write(result));
    }
    return told(result, whereabouts.zone());
  }

  private int cancel(String version, Path from, Whereabouts whereabouts) {
    if (file != null || at != null) {
      throw operator.usage("--cancel takes no file and no --at");
    }
    MappingCancel.Result result;
    try (MappingSource source = MappingSource.open(from, whereabouts, surroundings)) {
      MappingCancel order = new MappingCancel(version, operator.who(), operator.reason());
      result = source.work().cancel(order);
    }
    Messages messages = answer.messages();
    String moment = result.from().map(it -> messages.minute(it, whereabouts.zone())).orElse("");
    String told = messages.text("mapping.cancel." + result.outcome(), version, moment);
    if (result.outcome() == MappingCancel.Outcome.NOT_SCHEDULED) {
      throw new CommandFailure(Exit.DATA, "mapping.not_scheduled", told);
    }
    surroundings.terminal().out().println(answer.json() ? Json.write(result) : OneLine.of(told));
    return Exit.OK.code();
  }

  private MappingOrder.Result applied(Path from, Whereabouts whereabouts, MappingOrder order) {
    try (MappingSource source = MappingSource.open(from, whereabouts, surroundings)) {
      return source.work().apply(order);
    }
  }

  private int told(MappingOrder.Result result, ZoneId zone) {
    switch (result.outcome()) {
      case APPLIES, COUNTS -> {
        if (!answer.json()) {
          Messages messages = answer.messages();
          surroundings
              .terminal()
              .out()
              .println(
                  messages.text(
                      "mapping.outcome." + result.outcome(),
                      OneLine.of(result.version()),
                      result.from().map(it -> messages.minute(it, zone)).orElse("")));
          result.next().ifPresent(it -> next(messages, it, zone));
        }
        return Exit.OK.code();
      }
      case FAULTY -> {
        result
            .faults()
            .forEach(it -> surroundings.terminal().err().println(OneLine.of(it.toString())));
        throw new CommandFailure(
            Exit.CONFIGURATION,
            "mapping.invalid",
            "%d fault(s) in the mapping, listed above; nothing was changed"
                .formatted(result.faults().size()));
      }
      case BAD_MOMENT -> throw operator.usage("--at is a moment in the next 366 days");
    }
    throw new IllegalStateException("no such outcome");
  }

  private void next(Messages messages, MappingDesk.Later next, ZoneId zone) {
    String moment = messages.minute(next.from(), zone);
    surroundings
        .terminal()
        .out()
        .println(OneLine.of(messages.text("mapping.next", next.version(), moment)));
  }

  private Instant moment(String text, ZoneId zone) {
    try {
      if (!text.contains("T")) {
        return LocalDate.parse(text).atStartOfDay(zone).toInstant();
      }
      String time = text.substring(text.indexOf('T'));
      boolean offset = time.endsWith("Z") || time.contains("+") || time.contains("-");
      return offset
          ? OffsetDateTime.parse(text).toInstant()
          : LocalDateTime.parse(text).atZone(zone).toInstant();
    } catch (DateTimeException e) {
      throw operator.usage("--at is a day or a moment, such as 2026-12-01T08:00");
    }
  }
}
