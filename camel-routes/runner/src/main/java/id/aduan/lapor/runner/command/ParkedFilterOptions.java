package id.aduan.lapor.runner.command;

import id.aduan.lapor.complaint.AgencyCode;
import id.aduan.lapor.delivery.ParkedFilter;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Which of the things that wait for a person are meant. */
final class ParkedFilterOptions {
  @Spec(Spec.Target.MIXEE)
  private @Nullable CommandSpec mixee;

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

  /** Whether any is given. */
  boolean any() {
    return Stream.of(agency, code, since, until).anyMatch(Objects::nonNull);
  }

  /**
   * Reads them.
   *
   * @throws CommandFailure with 64 for what is none
   */
  ParkedFilter read(ZoneId zone) {
    Optional<Instant> from = Optional.ofNullable(since).map(it -> moment("--since", it, zone, 0));
    Optional<Instant> to = Optional.ofNullable(until).map(it -> moment("--until", it, zone, 1));
    if (from.isPresent() && to.isPresent() && from.get().isAfter(to.get())) {
      throw usage("--since is later than --until");
    }
    Optional<String> target = Optional.ofNullable(agency).map(this::known);
    Optional<String> why = Optional.ofNullable(code).map(this::reason);
    try {
      return new ParkedFilter(target, why, from, to);
    } catch (IllegalArgumentException e) {
      throw usage("--since and --until: " + e.getMessage());
    }
  }

  private String known(String agency) {
    try {
      return new AgencyCode(agency).value();
    } catch (IllegalArgumentException e) {
      throw usage("--agency is no agency's code: lower-case letters, digits, hyphens");
    }
  }

  private String reason(String code) {
    if (!ParkedFilter.CODE.matcher(code).matches()) {
      throw usage("--code is no code: letters, digits, dots, hyphens, underscores");
    }
    return code;
  }

  /** A time, or the beginning of a day in the configuration's zone, so many days later. */
  private Instant moment(String option, String text, ZoneId zone, int daysLater) {
    try {
      return text.contains("T")
          ? Instant.parse(text)
          : LocalDate.parse(text).plusDays(daysLater).atStartOfDay(zone).toInstant();
    } catch (DateTimeException e) {
      throw usage(option + " is neither a day (2026-12-31) nor a time (2026-12-31T09:00:00Z)");
    }
  }

  private CommandFailure usage(String what) {
    String command = Objects.requireNonNull(mixee).qualifiedName();
    return new CommandFailure(Exit.USAGE, "usage", what + "; see '" + command + " --help'");
  }
}
