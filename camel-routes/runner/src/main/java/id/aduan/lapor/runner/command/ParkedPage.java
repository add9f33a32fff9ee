package id.aduan.lapor.runner.command;

import id.aduan.lapor.runner.answer.ParkedReport;
import id.aduan.lapor.runner.answer.ParkedReport.Item;
import id.aduan.lapor.runner.answer.ParkedReport.Kind;
import id.aduan.lapor.runner.log.OneLine;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.ZoneId;

/** {@code lapor parked} for people. */
final class ParkedPage {
  private static final int LABEL_WIDTH = 18;
  private final Messages messages;
  private final ZoneId zone;
  private final PrintWriter out;

  ParkedPage(Messages messages, ZoneId zone, PrintWriter out) {
    this.messages = messages;
    this.zone = zone;
    this.out = out;
  }

  void print(ParkedReport report) {
    if (report.items().isEmpty()) {
      line(messages.text("parked.nothing"));
      return;
    }
    line(messages.text("parked.head", report.items().size(), age(report.items().get(0))));
    report.items().forEach(this::inList);
    if (report.more()) {
      line(messages.text("parked.more"));
    }
  }

  private void inList(Item item) {
    String what =
        item.kind() == Kind.DELIVERY
            ? messages.text("parked.delivery", item.trackingId(), item.peer(), operation(item))
            : messages.text("parked.arrival", item.peer());
    line(
        "  %s  %s  %s  %s (%s)"
            .formatted(
                item.id(), what, item.code(), messages.minute(item.since(), zone), age(item)));
  }

  void print(Item item) {
    boolean delivery = item.kind() == Kind.DELIVERY;
    line(messages.text(delivery ? "parked.show.delivery" : "parked.show.arrival", item.id()));
    if (delivery) {
      field("trackingId", item.trackingId());
      field("target", item.peer());
      field("operation", operation(item));
      field("attempts", Integer.toString(item.attempts()));
    } else {
      field("source", item.peer());
      field("event", item.eventId());
    }
    field("first", messages.minute(item.firstAt(), zone));
    field("since", messages.minute(item.since(), zone) + " (" + age(item) + ")");
    field("size", messages.text("parked.bytes", item.bytes()));
    if (!delivery) {
      field("hash", item.contentHash());
    }
    field("code", item.code());
    field("detail", item.detail());
    field("meaning", messages.textOr("parked.meaning." + item.code(), "parked.meaning"));
    field("next", messages.textOr("parked.next." + item.code(), next(item)));
  }

  private static String next(Item item) {
    return item.kind() == Kind.DELIVERY ? "parked.next.delivery" : "parked.next.arrival";
  }

  private String operation(Item item) {
    return messages.textOr("operation." + item.operation(), "operation");
  }

  private String age(Item item) {
    return messages.age(Duration.ofSeconds(item.ageSeconds()));
  }

  private void field(String key, String value) {
    String label = messages.text("parked.show." + key);
    line(
        "  "
            + label
            + " ".repeat(Math.max(1, LABEL_WIDTH - label.length()))
            + ": "
            + (value.isEmpty() ? messages.text("none") : value));
  }

  /** Nothing that came from outside ends or colours a line. */
  private void line(String text) {
    out.println(OneLine.of(text));
  }
}
