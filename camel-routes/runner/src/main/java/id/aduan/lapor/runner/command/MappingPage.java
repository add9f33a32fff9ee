package id.aduan.lapor.runner.command;

import id.aduan.lapor.mapping.DecidingLine;
import id.aduan.lapor.runner.answer.MappingReport;
import id.aduan.lapor.runner.log.OneLine;
import id.aduan.lapor.sync.MappingCoverage;
import id.aduan.lapor.sync.MappingDiff;
import java.io.PrintWriter;
import java.time.ZoneId;
import java.util.List;

/** {@code lapor mapping versions}, {@code diff} and {@code coverage} for people. */
final class MappingPage {
  private static final int LINES_MAX = 50;
  private final Messages messages;
  private final PrintWriter out;

  MappingPage(Messages messages, PrintWriter out) {
    this.messages = messages;
    this.out = out;
  }

  void versions(MappingReport report, ZoneId zone) {
    if (report.versions().isEmpty()) {
      line("mapping.versions.none");
    }
    for (MappingReport.Version each : report.versions()) {
      line(
          "mapping.versions.one",
          each.version(),
          messages.of("mapping.standing", each.standing()),
          messages.minute(each.effectiveAt(), zone),
          each.by(),
          each.openCases());
      if (!each.reason().isEmpty()) {
        out.println(OneLine.of("    " + each.reason()));
      }
    }
  }

  void diff(MappingDiff.Report report) {
    String basis = report.basis().name();
    line("mapping.diff.head." + basis, report.from(), report.to(), report.compared());
    line("mapping.diff.moved." + basis, report.moved(), report.otherwise());
    for (MappingDiff.Way way : report.ways()) {
      out.println(
          OneLine.of("  %s -> %s: %d".formatted(to(way.from()), to(way.to()), way.cases())));
    }
    for (MappingDiff.Move move : report.moves()) {
      out.println(
          OneLine.of(
              "  %s  %s -> %s  %s (%s)"
                  .formatted(
                      move.trackingId(),
                      to(move.from()),
                      to(move.to()),
                      move.rule(),
                      move.where())));
    }
    if (report.moved() > report.moves().size()) {
      line("mapping.more", report.moves().size());
    }
    if (report.byPerson() > 0) {
      line("mapping.diff.person", report.byPerson());
    }
    unread(report.unread());
  }

  void coverage(MappingCoverage.Report report, ZoneId zone) {
    line(
        "mapping.coverage.head",
        report.version(),
        report.cases(),
        messages.minute(report.from(), zone),
        messages.minute(report.before(), zone));
    long percent = report.cases() == 0 ? 0 : report.byDefault() * 100 / report.cases();
    line("mapping.coverage.default", report.byDefault(), percent, report.withoutCategory());
    for (MappingCoverage.Hit hit : head(report.hits())) {
      out.println(OneLine.of("  %8d  %s".formatted(hit.cases(), told(hit.line()))));
    }
    cut(report.hits().size());
    line("mapping.coverage.never", report.neverHit());
    head(report.never()).forEach(it -> out.println(OneLine.of("            " + told(it))));
    cut(report.neverHit());
    unmapped("mapping.coverage.categories", report.categories());
    unmapped("mapping.coverage.institutions", report.institutions());
    if (!report.words().isEmpty()) {
      line("mapping.coverage.words");
      head(report.words())
          .forEach(
              it ->
                  out.println(
                      OneLine.of("  %8d  %s: %s".formatted(it.legs(), it.agency(), it.word()))));
      cut(report.words().size());
    }
    unread(report.unread());
  }

  private void unmapped(String key, List<MappingCoverage.Unmapped> values) {
    if (values.isEmpty()) {
      return;
    }
    line(key);
    head(values)
        .forEach(
            it ->
                out.println(OneLine.of("  %8d  %s %s".formatted(it.cases(), it.id(), it.name()))));
    cut(values.size());
  }

  private String told(DecidingLine line) {
    String name = line.rule().isEmpty() ? "" : " '" + line.rule() + "'";
    String does =
        line.agencies().isEmpty()
            ? messages.text("mapping.coverage.marks")
            : "-> " + to(line.agencies());
    return "%s  %s%s %s".formatted(line.where(), messages.of("rule", line.reason()), name, does);
  }

  private static String to(List<String> agencies) {
    return String.join("+", agencies);
  }

  private static <T> List<T> head(List<T> items) {
    return items.subList(0, Math.min(items.size(), LINES_MAX));
  }

  private void cut(long items) {
    if (items > LINES_MAX) {
      line("mapping.more", LINES_MAX);
    }
  }

  private void unread(long cases) {
    if (cases > 0) {
      line("mapping.unread", cases);
    }
  }

  private void line(String key, Object... values) {
    out.println(OneLine.of(messages.text(key, values)));
  }
}
