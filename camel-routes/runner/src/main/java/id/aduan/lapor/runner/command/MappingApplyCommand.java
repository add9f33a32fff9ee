package id.aduan.lapor.runner.command;

import id.aduan.lapor.runner.answer.Json;
import id.aduan.lapor.runner.answer.MappingOrder;
import id.aduan.lapor.runner.config.ConfigFile;
import id.aduan.lapor.runner.config.Whereabouts;
import id.aduan.lapor.runner.log.OneLine;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
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

  MappingApplyCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
    this.operator = new OperatorOptions(surroundings);
  }

  @Override
  public Integer call() {
    Path from = config.file();
    Whereabouts whereabouts = ConfigFile.whereabouts(from);
    Path mapping = file == null ? ConfigFile.mapping(from).file() : file;
    MappingOrder order =
        new MappingOrder(
            String.valueOf(mapping.getFileName()),
            read(mapping),
            Optional.ofNullable(at).map(it -> moment(it, whereabouts.zone())),
            operator.who(),
            operator.reason());
    MappingOrder.Result result = applied(from, whereabouts, order);
    if (answer.json()) {
      surroundings.terminal().out().println(Json.write(result));
    }
    return told(result, whereabouts.zone());
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

  private static byte[] read(Path mapping) {
    try (InputStream in = Files.newInputStream(mapping)) {
      byte[] bytes = in.readNBytes(MappingOrder.BYTES_MAX + 1);
      if (bytes.length > MappingOrder.BYTES_MAX) {
        throw new CommandFailure(
            Exit.CONFIGURATION,
            "mapping.too_long",
            "the mapping %s has more than %d bytes; nothing was changed"
                .formatted(mapping, MappingOrder.BYTES_MAX));
      }
      return bytes;
    } catch (IOException e) {
      throw new CommandFailure(
          Exit.NO_INPUT,
          "mapping.unreadable",
          "the mapping %s cannot be read; name a file that is there".formatted(mapping));
    }
  }
}
