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
    if (!report.parked().isEmpty()) {
      out.println();
      out.println(messages.text("status.parked", report.parked().size()));
      report.parked().forEach(this::parked);
    }
    if (report.arrivals().entries() > 0) {
      out.println();
      out.println(
          messages.text(
              "status.arrivals",
              report.arrivals().entries(),
              messages.age(Duration.ofSeconds(report.arrivals().ageSeconds()))));
    }
    if (report.filings().any()) {
      out.println();
      out.println(
          messages.text(
              "status.filings",
              report.filings().open(),
              report.filings().toForward(),
              report.filings().done()));
    }
    if (report.replies().entries() > 0) {
      out.println();
      out.println(
          messages.text(
              "status.replies",
              report.replies().entries(),
              messages.age(Duration.ofSeconds(report.replies().ageSeconds()))));
    }
    if (report.returns() > 0) {
      out.println();
      out.println(messages.text("status.returns", report.returns()));
    }
    if (report.gone() > 0) {
      out.println();
      out.println(messages.text("status.gone", report.gone()));
    }
    if (!report.gaps().isEmpty()) {
      out.println();
      out.println(messages.text("status.gaps"));
      report
          .gaps()
          .forEach(
              it ->
                  out.println(
                      "  %s  %s"
                          .formatted(
                              it.source(),
                              messages.text(
                                  "status.gap",
                                  messages.minute(it.since(), zone),
                                  messages.age(Duration.ofSeconds(it.seconds()))))));
    }
    if (!report.cursors().isEmpty()) {
      out.println();
      out.println(messages.text("status.cursors"));
      report
          .cursors()
          .forEach(
              it ->
                  out.println(
                      "  %s  %s  %s"
                          .formatted(
                              it.name(),
                              OneLine.of(it.value()),
                              messages.text("status.moved", messages.minute(it.movedAt(), zone)))));
    }
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
