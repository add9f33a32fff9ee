package id.aduan.lapor.runner.command;

import id.aduan.lapor.runner.log.OneLine;
import id.aduan.lapor.sync.Reconciliation.Difference;
import id.aduan.lapor.sync.Reconciliation.Report;
import java.io.PrintWriter;
import java.time.ZoneId;

/** {@code lapor reconcile} for people: a line for each difference, and what becomes of it. */
final class ReconcilePage {
  private final Messages messages;
  private final ZoneId zone;
  private final PrintWriter out;

  ReconcilePage(Messages messages, ZoneId zone, PrintWriter out) {
    this.messages = messages;
    this.zone = zone;
    this.out = out;
  }

  void print(Report report) {
    out.println(messages.text("reconcile.head", messages.minute(report.endedAt(), zone)));
    out.println(messages.of("reconcile.scope", report.scope()));
    report.differences().forEach(this::difference);
    out.println(
        messages.text("reconcile.sum", report.compared(), report.found(), report.remaining()));
    if (report.found() > report.differences().size()) {
      out.println(messages.text("reconcile.more", report.differences().size()));
    }
    if (report.unread() > 0) {
      out.println(messages.text("reconcile.unread", report.unread()));
    }
    if (!report.complete()) {
      out.println(messages.text("reconcile.incomplete"));
    }
    if (!report.applied() && report.remaining() > 0) {
      out.println(messages.text("reconcile.apply"));
    }
  }

  private void difference(Difference difference) {
    String detail = difference.detail().isEmpty() ? "" : "  " + OneLine.of(difference.detail());
    out.println(
        "  %s  %s%s  [%s]"
            .formatted(
                difference.trackingId(),
                messages.of("difference", difference.kind()),
                detail,
                messages.of("repair", difference.repair())));
  }
}
