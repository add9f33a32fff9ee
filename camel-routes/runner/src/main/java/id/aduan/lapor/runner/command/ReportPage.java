package id.aduan.lapor.runner.command;

import id.aduan.lapor.documents.recap.RecapFigures;
import id.aduan.lapor.documents.recap.RecapFigures.Count;
import id.aduan.lapor.runner.log.OneLine;
import java.io.PrintWriter;
import java.util.List;

/** The figures of a recap for people. */
final class ReportPage {
  private final Messages messages;
  private final PrintWriter out;

  ReportPage(Messages messages, PrintWriter out) {
    this.messages = messages;
    this.out = out;
  }

  void print(RecapPeriod period, RecapFigures figures) {
    out.println(messages.text("report.head", period.title(), period.from(), period.to()));
    out.println(
        "  "
            + messages.text(
                "report.cases",
                figures.received(),
                figures.carried(),
                figures.answered(),
                figures.closed(),
                figures.open(),
                figures.overdue()));
    if (figures.unknown() + figures.gone() + figures.damagedCases() > 0) {
      out.println(
          "  "
              + messages.text(
                  "report.aside", figures.unknown(), figures.gone(), figures.damagedCases()));
    }
    counts("report.status", figures.byStatus());
    counts("report.agency", figures.byAgency());
    counts("report.channel", figures.byChannel());
    for (RecapFigures.Kept kept : figures.clocks()) {
      out.println(
          "  "
              + messages.text(
                  "report.clock",
                  kept.rule(),
                  kept.met(),
                  kept.late(),
                  kept.running(),
                  kept.dropped()));
    }
  }

  private void counts(String key, List<Count> counts) {
    for (Count count : counts) {
      if (count.cases() > 0) {
        String name = count.key().isEmpty() ? "-" : OneLine.of(count.key());
        out.println("  " + messages.text(key, name, count.cases()));
      }
    }
  }
}
