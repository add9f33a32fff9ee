package id.aduan.lapor.runner.command;

import id.aduan.lapor.mapping.Mapping;
import id.aduan.lapor.runner.answer.Json;
import id.aduan.lapor.runner.config.ConfigFile;
import id.aduan.lapor.sync.MappingCoverage;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Tells which lines of the mapping decide, and what it has no line for. */
@Command(
    name = "coverage",
    mixinStandardHelpOptions = true,
    versionProvider = BuildVersion.class,
    description = {
      "What the mapping decides of the cases of a span, line by line: lines that",
      "never decide, values without a line, the share of the default queue.",
      "Only reads."
    })
final class MappingCoverageCommand implements Callable<Integer> {
  private static final Duration USUAL = Duration.ofDays(90);
  private final Surroundings surroundings;

  @Mixin private ConfigOption config = new ConfigOption();
  @Mixin private AnswerOptions answer = new AnswerOptions();

  @Option(
      names = "--mapping",
      paramLabel = "FILE|VERSION",
      description = "Which mapping (default: the one that counts).")
  private @Nullable String mapping;

  @Option(
      names = "--from",
      paramLabel = "DAY",
      description = "The first day that cases came here (default: 90 days ago).")
  private @Nullable LocalDate from;

  @Option(names = "--to", paramLabel = "DAY", description = "The last such day (default: today).")
  private @Nullable LocalDate to;

  MappingCoverageCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    Path file = config.file();
    Instant now = surroundings.time().instant();
    try (StoreReader reader = StoreReader.open(file, surroundings)) {
      MappingChoice choice = new MappingChoice(ConfigFile.mapping(file), reader::store);
      Mapping chosen = mapping == null ? choice.counting(now) : choice.named(mapping);
      ZoneId zone = reader.whereabouts().zone();
      Instant begin = from == null ? now.minus(USUAL) : from.atStartOfDay(zone).toInstant();
      Instant end = to == null ? now.plusMillis(1) : to.plusDays(1).atStartOfDay(zone).toInstant();
      MappingCoverage.Report report = MappingCoverage.of(reader.store(), chosen, begin, end);
      if (answer.json()) {
        surroundings.terminal().out().println(Json.write(report));
      } else {
        new MappingPage(answer.messages(), surroundings.terminal().out()).coverage(report, zone);
      }
      return Exit.OK.code();
    }
  }
}
