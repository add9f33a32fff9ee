package id.aduan.lapor.runner.command;

import id.aduan.lapor.complaint.AgencyCode;
import id.aduan.lapor.delivery.ParkedFilter;
import id.aduan.lapor.runner.answer.Json;
import id.aduan.lapor.runner.answer.ParkedReport;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists what waits for a person. */
@Command(
    name = "list",
    mixinStandardHelpOptions = true,
    versionProvider = BuildVersion.class,
    description = "What waits for a person, oldest first, at most 1000.")
final class ParkedListCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Mixin private ConfigOption config = new ConfigOption();
  @Mixin private AnswerOptions answer = new AnswerOptions();

  @Option(
      names = "--agency",
      paramLabel = "CODE",
      description = "Only what goes to, or came from, this agency ('portal' for the portal).")
  private @Nullable String agency;

  @Option(
      names = "--code",
      paramLabel = "CODE",
      description = "Only what waits for this reason, such as LC-REFUSED.")
  private @Nullable String code;

  @Option(
      names = "--since",
      paramLabel = "DAY|TIME",
      description = "Only what has waited since then: 2026-12-31, or 2026-12-31T09:00:00Z.")
  private @Nullable String since;

  @Option(
      names = "--until",
      paramLabel = "DAY|TIME",
      description = "Only what waited before: the end of a day, or a time.")
  private @Nullable String until;

  ParkedListCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    try (AnswerSource source = AnswerSource.open(config.file(), surroundings)) {
      ZoneId zone = source.whereabouts().zone();
      ParkedReport report = source.answers().parked(filter(zone));
      if (answer.json()) {
        surroundings.terminal().out().println(Json.write(report));
      } else {
        new ParkedPage(answer.messages(), zone, surroundings.terminal().out()).print(report);
      }
    }
    return Exit.OK.code();
  }

  private ParkedFilter filter(ZoneId zone) {
    Optional<Instant> from = Optional.ofNullable(since).map(it -> moment("--since", it, zone, 0));
    Optional<Instant> to = Optional.ofNullable(until).map(it -> moment("--until", it, zone, 1));
    if (from.isPresent() && to.isPresent() && from.get().isAfter(to.get())) {
      throw usage("--since is later than --until");
    }
    return new ParkedFilter(
        Optional.ofNullable(agency).map(ParkedListCommand::known),
        Optional.ofNullable(code).map(ParkedListCommand::reason),
        from,
        to);
  }

  private static String known(String agency) {
    try {
      return new AgencyCode(agency).value();
    } catch (IllegalArgumentException e) {
      throw usage("--agency is no agency's code: lower-case letters, digits, hyphens");
    }
  }

  private static String reason(String code) {
    if (!ParkedReport.CODE.matcher(code).matches()) {
      throw usage("--code is no code: letters, digits, dots, hyphens, underscores");
    }
    return code;
  }

  /** A time, or the beginning of a day in the configuration's zone, so many days later. */
  private static Instant moment(String option, String text, ZoneId zone, int daysLater) {
    try {
      return text.contains("T")
          ? Instant.parse(text)
          : LocalDate.parse(text).plusDays(daysLater).atStartOfDay(zone).toInstant();
    } catch (DateTimeException e) {
      throw usage(option + " is neither a day (2026-12-31) nor a time (2026-12-31T09:00:00Z)");
    }
  }

  private static CommandFailure usage(String what) {
    return new CommandFailure(Exit.USAGE, "usage", what + "; see 'lapor parked list --help'");
  }
}
