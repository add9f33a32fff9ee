package id.aduan.lapor.runner.command;

import id.aduan.lapor.delivery.TargetState.Mode;
import id.aduan.lapor.runner.answer.StatusReport;
import id.aduan.lapor.runner.log.OneLine;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;

/** {@code lapor status} for people. */
final class StatusPage {
  private final Messages messages;
  private final ZoneId zone;
  private final PrintWriter out;
  private final StandingPage standing;

  StatusPage(Messages messages, ZoneId zone, PrintWriter out) {
    this.messages = messages;
    this.zone = zone;
    this.out = out;
    this.standing = new StandingPage(messages, zone, out);
  }

  void print(StatusReport report) {
    out.println(messages.text("status.head", messages.minute(report.at(), zone)));
    out.println(messages.text("status.cases", report.cases()));
    out.println();
    out.println(messages.text("status.queues"));
    int width = report.targets().stream().mapToInt(it -> it.target().length()).max().orElse(0);
    for (StatusReport.Target target : report.targets()) {
      out.println("  " + pad(target.target(), width) + "  " + queues(target.queues()));
      if (stands(target.standing())) {
        out.println("  " + pad("", width) + "  " + standing.text(target.standing()));
      }
    }
    waiting(report);
    portal(report);
  }

  /** What waits for a person. */
  private void waiting(StatusReport report) {
    if (!report.parked().isEmpty()) {
      head("status.parked", report.parked().size());
      report.parked().forEach(this::parked);
    }
    if (report.arrivals().entries() > 0) {
      head("status.arrivals", report.arrivals().entries(), age(report.arrivals().ageSeconds()));
    }
    StatusReport.Filings filings = report.filings();
    if (filings.any()) {
      head("status.filings", filings.open(), filings.toForward(), filings.done());
    }
    if (report.replies().entries() > 0) {
      head("status.replies", report.replies().entries(), age(report.replies().ageSeconds()));
    }
    report.waiting().entrySet().stream()
        .filter(each -> each.getValue() > 0)
        .forEach(each -> head("status.waiting." + each.getKey(), each.getValue()));
  }

  /** How far the portal and the agencies have been read. */
  private void portal(StatusReport report) {
    if (report.pending().entries() > 0) {
      head("status.pending", report.pending().entries(), age(report.pending().ageSeconds()));
    }
    if (report.gone() > 0) {
      head("status.gone", report.gone());
    }
    if (!report.gaps().isEmpty()) {
      head("status.gaps");
      for (var gap : report.gaps()) {
        String since = messages.minute(gap.since(), zone);
        String told = messages.text("status.gap", since, age(gap.seconds()));
        out.println("  %s  %s".formatted(gap.source(), told));
      }
    }
    if (!report.cursors().isEmpty()) {
      head("status.cursors");
      for (var cursor : report.cursors()) {
        String moved = messages.text("status.moved", messages.minute(cursor.movedAt(), zone));
        out.println("  %s  %s  %s".formatted(cursor.name(), OneLine.of(cursor.value()), moved));
      }
    }
  }

  private void head(String key, Object... values) {
    out.println();
    out.println(messages.text(key, values));
  }

  private String age(long seconds) {
    return messages.age(Duration.ofSeconds(seconds));
  }

  /** Whether there is something to say. */
  private static boolean stands(StatusReport.Standing standing) {
    return standing.mode() != Mode.RUNNING || standing.troubles() > 0;
  }

  private String queues(List<StatusReport.Queue> queues) {
    return queues.isEmpty()
        ? messages.text("status.nothing")
        : queues.stream().map(this::queue).collect(Collectors.joining(", "));
  }

  private String queue(StatusReport.Queue queue) {
    String count = queue.entries() + " " + messages.of("state", queue.state());
    return queue.state().isSettled()
        ? count
        : count
            + " "
            + messages.text("status.oldest", messages.age(Duration.ofSeconds(queue.ageSeconds())));
  }

  private void parked(StatusReport.Parked parked) {
    out.println(
        "  %d  %s -> %s  %s  %s  %s"
            .formatted(
                parked.id(),
                parked.trackingId(),
                parked.target(),
                parked.operation(),
                OneLine.of(parked.code()),
                messages.minute(parked.since(), zone)));
  }

  private static String pad(String text, int width) {
    return text + " ".repeat(Math.max(0, width - text.length()));
  }
}
