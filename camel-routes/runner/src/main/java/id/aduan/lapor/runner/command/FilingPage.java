package id.aduan.lapor.runner.command;

import id.aduan.lapor.filing.Filing.Step;
import id.aduan.lapor.runner.answer.FilingReport;
import id.aduan.lapor.runner.answer.FilingReport.Item;
import id.aduan.lapor.runner.answer.FilingReport.Waiting;
import id.aduan.lapor.runner.log.OneLine;
import java.io.PrintWriter;
import java.time.ZoneId;

/** {@code lapor file list} and {@code show} for people. */
final class FilingPage {
  private final Messages messages;
  private final ZoneId zone;
  private final PrintWriter out;

  FilingPage(Messages messages, ZoneId zone, PrintWriter out) {
    this.messages = messages;
    this.zone = zone;
    this.out = out;
  }

  void print(FilingReport report) {
    if (report.items().isEmpty()) {
      line(messages.text("file.none"));
    }
    report
        .items()
        .forEach(
            item ->
                line(
                    "  %d  %s:%s  %s  %s"
                        .formatted(
                            item.id(),
                            item.source(),
                            item.number(),
                            messages.minute(item.filedAt(), zone),
                            standing(item))));
    if (report.more()) {
      line(messages.text("parked.more"));
    }
  }

  void print(FilingReport.Story story) {
    Item item = story.item();
    line(messages.text("file.head", item.id(), item.source(), item.number()));
    line("  " + standing(item));
    item.waiting().filter(it -> !it.code().isEmpty()).ifPresent(this::why);
    line("");
    line(messages.text("show.timeline", messages.zone(item.filedAt(), zone)));
    for (FilingReport.Event event : story.timeline()) {
      line(
          "  %s  %-10s %s%s"
              .formatted(
                  messages.second(event.at(), zone),
                  event.actor(),
                  messages.of("action", event.action()),
                  event.detail().isEmpty() ? "" : ": " + event.detail()));
    }
  }

  private void why(Waiting waiting) {
    line("  " + waiting.id() + "  " + waiting.code() + ": " + waiting.detail());
  }

  /** That it stands on the portal is said before what is still to be done. */
  private String standing(Item item) {
    String step = messages.of("step", item.step());
    String there =
        item.trackingId()
            .map(id -> messages.text("file.stands", id) + (item.step() == Step.DONE ? "" : ", "))
            .orElse("");
    String next = item.step() == Step.DONE && !there.isEmpty() ? "" : step;
    return there
        + next
        + item.waiting().map(it -> " (" + messages.of("state", it.state()) + ")").orElse("");
  }

  /** Nothing that came from outside ends or colours a line. */
  private void line(String text) {
    out.println(OneLine.of(text));
  }
}
