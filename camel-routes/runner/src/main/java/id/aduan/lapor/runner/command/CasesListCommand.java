package id.aduan.lapor.runner.command;

import id.aduan.lapor.complaint.AgencyCode;
import id.aduan.lapor.runner.answer.CaseReport;
import id.aduan.lapor.runner.answer.Json;
import id.aduan.lapor.runner.log.OneLine;
import id.aduan.lapor.sync.CaseQueue;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Lists the cases that wait for the coordinator. */
@Command(
    name = "list",
    mixinStandardHelpOptions = true,
    versionProvider = BuildVersion.class,
    description = {
      "The cases that wait for the coordinator, oldest first, at most 1000.",
      "Their clocks run on, and nothing goes back on the portal by itself."
    })
final class CasesListCommand implements Callable<Integer> {
  private final Surroundings surroundings;

  @Mixin private ConfigOption config = new ConfigOption();
  @Mixin private AnswerOptions answer = new AnswerOptions();

  @Option(
      names = "--kind",
      paramLabel = "KIND",
      description = {
        "Only these: return (given back by an agency), confirmation (goes out when a",
        "person says so), default (no rule names an agency), disagreement (the portal",
        "decided otherwise), difference (portal and agency say different things)."
      })
  private @Nullable String kind;

  @Option(
      names = "--agency",
      paramLabel = "CODE",
      description = "Only those that this agency has, gave back, or is proposed for.")
  private @Nullable String agency;

  @Option(
      names = "--skip",
      paramLabel = "N",
      defaultValue = "0",
      description = "Passes over so many of the oldest, to read on (default: 0; at most 10000).")
  private int skip;

  @Spec private @Nullable CommandSpec spec;

  CasesListCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    CaseQueue.Filter filter = filter();
    try (AnswerSource source = AnswerSource.open(config.file(), surroundings)) {
      CaseReport report = source.answers().cases(filter);
      PrintWriter out = surroundings.terminal().out();
      if (answer.json()) {
        out.println(Json.write(report));
      } else {
        print(report, source, out);
      }
    }
    return Exit.OK.code();
  }

  private CaseQueue.Filter filter() {
    try {
      return new CaseQueue.Filter(
          Optional.ofNullable(kind).map(it -> CaseQueue.Kind.valueOf(it.toUpperCase(Locale.ROOT))),
          Optional.ofNullable(agency).map(AgencyCode::new),
          skip,
          CaseQueue.ITEMS_MAX);
    } catch (IllegalArgumentException e) {
      String command = Objects.requireNonNull(spec).qualifiedName();
      throw new CommandFailure(
          Exit.USAGE,
          "usage",
          "KIND is one of those in '%s --help', CODE an agency's code, N 0 to %d"
              .formatted(command, CaseQueue.SKIPPED_MAX));
    }
  }

  private void print(CaseReport report, AnswerSource source, PrintWriter out) {
    Messages messages = answer.messages();
    if (report.items().isEmpty()) {
      out.println(messages.text("cases.nothing"));
      return;
    }
    out.println(messages.text("cases.head", report.items().size()));
    for (CaseReport.Item item : report.items()) {
      out.println(
          OneLine.of(
              "  %s  %s  %s  %s (%s)  %s%s%s"
                  .formatted(
                      item.trackingId(),
                      kind(messages, item.kind()),
                      names(item.agencies()),
                      messages.minute(item.since(), source.whereabouts().zone()),
                      messages.age(Duration.ofSeconds(item.ageSeconds())),
                      item.detail(),
                      item.proposal().map(mark -> " [" + mark + "]").orElse(""),
                      item.asked() ? "  " + messages.text("cases.asked") : "")));
    }
    if (report.more()) {
      int next = skip + report.items().size();
      out.println(
          next > CaseQueue.SKIPPED_MAX
              ? messages.text("cases.more.narrow")
              : messages.text("cases.more", Integer.toString(next)));
    }
  }

  private static String kind(Messages messages, String kind) {
    return messages.of("cases.kind", CaseQueue.Kind.valueOf(kind.toUpperCase(Locale.ROOT)));
  }

  private static String names(List<String> agencies) {
    return agencies.isEmpty() ? "-" : String.join(", ", agencies);
  }
}
