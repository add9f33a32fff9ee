package id.aduan.lapor.runner.command;

import id.aduan.lapor.deadline.ClockRule;
import id.aduan.lapor.documents.recap.Recap;
import id.aduan.lapor.documents.recap.RecapFigures;
import id.aduan.lapor.documents.recap.RecapTally;
import id.aduan.lapor.documents.recap.RecapTooLongException;
import id.aduan.lapor.runner.admin.AdminRefusedException;
import id.aduan.lapor.runner.answer.Json;
import id.aduan.lapor.runner.answer.RecapOrder;
import id.aduan.lapor.runner.config.ConfigFile;
import id.aduan.lapor.runner.config.DocumentsConfig;
import id.aduan.lapor.runner.config.Whereabouts;
import id.aduan.lapor.sync.RecapReading;
import id.aduan.lapor.sync.RecapRow;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Makes the recap (rekapitulasi) of a period. */
@Command(
    name = "report",
    mixinStandardHelpOptions = true,
    versionProvider = BuildVersion.class,
    description = {
      "The recap of a period: figures, deadlines kept and missed, and the register.",
      "Without --out the figures alone; --out is a workbook (.ods), the register (.csv),",
      "or all of it (.json). No recap holds a reporter.",
      "Done by the connector that runs, or on the store under its lock."
    })
final class ReportCommand implements Callable<Integer> {
  private static final int CASES_PER_LINE = 10_000;
  private static final int CODES_TOLD_MAX = 100;
  private static final int DAMAGED_TOLD_MAX = 20;
  private final Surroundings surroundings;

  @Mixin private ConfigOption config = new ConfigOption();
  @Mixin private AnswerOptions answer = new AnswerOptions();
  @Mixin private OperatorOptions operator;
  @Mixin private DocumentOptions document = new DocumentOptions();

  @Option(names = "--month", paramLabel = "MONTH", description = "Of this month: 2026-10.")
  private @Nullable String month;

  @Option(names = "--quarter", paramLabel = "QUARTER", description = "Of this quarter: 2026-Q3.")
  private @Nullable String quarter;

  @Option(names = "--from", paramLabel = "DAY", description = "From this day on: 2026-10-01.")
  private @Nullable String from;

  @Option(names = "--to", paramLabel = "DAY", description = "To this day, and with it.")
  private @Nullable String to;

  @Option(
      names = "--with-secret",
      description = "Titles and places of secret cases as they are; the audit trail tells it.")
  private boolean withSecret;

  ReportCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
    this.operator = new OperatorOptions(surroundings);
  }

  @Override
  public Integer call() throws IOException {
    RecapPeriod period = period();
    Optional<String> code = document.agency();
    Optional<RecapFile> file = document.out().map(it -> RecapFile.of(it, document.force()));
    DocumentsConfig documents = ConfigFile.documents(config.file());
    file.ifPresent(it -> it.requireTemplate(documents));
    try (RecapSource source = RecapSource.open(config.file(), surroundings)) {
      Instant now = surroundings.time().instant();
      requirePast(period, source.whereabouts(), now);
      RecapOrder order =
          new RecapOrder(
              period.begin(source.whereabouts().zone()),
              period.end(source.whereabouts().zone()),
              code,
              withSecret,
              now,
              "",
              operator.who());
      if (file.isPresent()) {
        write(file.get(), period, order, source, documents);
      } else {
        show(period, tally(source, order, row -> {}));
      }
    } catch (AdminRefusedException | RecapTooLongException e) {
      throw new CommandFailure(Exit.DATA, e.code(), e.getMessage() + "; nothing was made");
    }
    return Exit.OK.code();
  }

  private void write(
      RecapFile file,
      RecapPeriod period,
      RecapOrder order,
      RecapSource source,
      DocumentsConfig documents)
      throws IOException {
    try (RecapSpool spool = new RecapSpool(file.place().folder())) {
      RecapFigures figures = tally(source, order, spool::add);
      spool.sort();
      Whereabouts whereabouts = source.whereabouts();
      String name = order.agency().map(it -> whereabouts.names().getOrDefault(it, it)).orElse("");
      Recap.Head head =
          new Recap.Head(
              period.title(),
              period.from(),
              period.to(),
              whereabouts.zone(),
              order.at(),
              name,
              order.withSecret());
      Map<String, String> rules =
          whereabouts.deadlines().rules().rules().stream()
              .collect(Collectors.toMap(ClockRule::id, rule -> rule.name().id(), (a, b) -> a));
      Recap.Names names =
          new Recap.Names(documents.report().authority(), whereabouts.names(), rules);
      file.write(new Recap(head, names, figures, spool), documents);
      surroundings
          .terminal()
          .out()
          .println(answer.messages().text("report.made", file.place().file(), figures.received()));
      tellDamaged(figures);
    }
  }

  private RecapFigures tally(RecapSource source, RecapOrder order, Recap.Visitor visitor)
      throws IOException {
    RecapTally tally = new RecapTally(order.from(), order.before());
    Optional<RecapOrder> next = Optional.of(order);
    int told = 0;
    int found = 0;
    while (next.isPresent()) {
      RecapOrder wanted = next.get();
      RecapReading.Page page = source.answers().recap(wanted);
      for (RecapRow row : page.rows()) {
        tally.add(row);
        visitor.row(row);
      }
      tally.damaged(page.damaged());
      found += page.rows().size();
      if (found - told >= CASES_PER_LINE) {
        told = found;
        surroundings.terminal().err().println(answer.messages().text("report.read", found));
      }
      next = page.last().map(wanted::behind);
    }
    if (found == 0) {
      order.agency().ifPresent(code -> requireKnown(code, source.whereabouts()));
    }
    return tally.figures();
  }

  /**
   * One that is in the configuration no more still has its cases; one that has none is mistyped.
   */
  private static void requireKnown(String code, Whereabouts whereabouts) {
    if (!whereabouts.names().containsKey(code)) {
      List<String> known = whereabouts.names().keySet().stream().sorted().toList();
      String more = known.size() > CODES_TOLD_MAX ? " and others" : "";
      throw new CommandFailure(
          Exit.DATA,
          "report.agency",
          "there is no agency '%s' in the configuration, and no case of it in the period; known are %s%s"
              .formatted(
                  code,
                  String.join(", ", known.subList(0, Math.min(known.size(), CODES_TOLD_MAX))),
                  more));
    }
  }

  private void show(RecapPeriod period, RecapFigures figures) {
    if (answer.json()) {
      surroundings.terminal().out().println(Json.write(figures));
    } else {
      new ReportPage(answer.messages(), surroundings.terminal().out()).print(period, figures);
    }
    tellDamaged(figures);
  }

  private void tellDamaged(RecapFigures figures) {
    if (figures.damagedCases() > 0) {
      List<String> named = figures.damaged().stream().limit(DAMAGED_TOLD_MAX).toList();
      surroundings
          .terminal()
          .err()
          .println(
              "note: %d cases that cannot be read are not in it: %s%s; see 'lapor store verify'"
                  .formatted(
                      figures.damagedCases(),
                      String.join(", ", named),
                      named.size() < figures.damagedCases() ? " and others" : ""));
    }
  }

  private RecapPeriod period() {
    try {
      boolean days = from != null || to != null;
      if ((month == null ? 0 : 1) + (quarter == null ? 0 : 1) + (days ? 1 : 0) != 1) {
        throw new IllegalArgumentException("name --month, --quarter, or --from and --to");
      }
      if (month != null) {
        return RecapPeriod.month(month);
      }
      if (quarter != null) {
        return RecapPeriod.quarter(quarter);
      }
      if (from == null || to == null) {
        throw new IllegalArgumentException("--from and --to go together");
      }
      return RecapPeriod.days(from, to);
    } catch (IllegalArgumentException e) {
      throw operator.usage(String.valueOf(e.getMessage()));
    }
  }

  private void requirePast(RecapPeriod period, Whereabouts whereabouts, Instant now) {
    if (period.begin(whereabouts.zone()).isAfter(now)) {
      throw operator.usage("the period has not begun");
    }
  }
}
