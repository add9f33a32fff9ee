package id.aduan.lapor.runner.command;

import id.aduan.lapor.deadline.Clock;
import id.aduan.lapor.runner.answer.DeadlineReport;
import id.aduan.lapor.runner.answer.DeadlineReport.Item;
import id.aduan.lapor.runner.log.OneLine;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** {@code lapor deadlines} for people. */
final class DeadlinesPage {
  private final Messages messages;
  private final PrintWriter out;

  DeadlinesPage(Messages messages, PrintWriter out) {
    this.messages = messages;
    this.out = out;
  }

  void print(DeadlineReport report, boolean moved) {
    if (report.items().isEmpty()) {
      line(messages.text(moved ? "deadlines.nothing.moved" : "deadlines.nothing"));
    }
    Map<String, List<Item>> agencies =
        report.items().stream()
            .collect(Collectors.groupingBy(Item::agency, TreeMap::new, Collectors.toList()));
    agencies.forEach((agency, items) -> agency(agency, items, report.at(), moved));
    if (report.more()) {
      line(messages.text("deadlines.more", DeadlineReport.CASES_MAX));
    }
    if (report.damaged() > 0) {
      line(messages.text("deadlines.damaged", report.damaged()));
    }
  }

  private void agency(String agency, List<Item> items, Instant now, boolean moved) {
    String name = OneLine.of(items.get(0).agencyName());
    String head =
        agency.isEmpty()
            ? messages.text("deadlines.nobody")
            : agency + (name.isEmpty() ? "" : ", " + name);
    long late = items.stream().filter(Item::overdue).count();
    line(messages.text("deadlines.agency", head, items.size(), late));
    items.forEach(item -> item(item, now, moved));
  }

  private void item(Item item, Instant now, boolean moved) {
    line(
        "  #%s  %s  %s  (%s)%s"
            .formatted(
                item.trackingId(),
                left(item, now),
                messages.day(item.date()),
                OneLine.of(item.ruleName()),
                item.provisional() ? "  " + messages.text("deadlines.provisional") : ""));
    if (moved) {
      item.moved()
          .ifPresent(
              move ->
                  line(
                      "      "
                          + messages.text(
                              "deadlines.moved",
                              messages.day(LocalDate.ofInstant(move.from(), item.zone())),
                              messages.minute(move.at(), item.zone()),
                              OneLine.of(move.reason()))));
    }
  }

  private String left(Item item, Instant now) {
    if (item.state() != Clock.State.RUNNING) {
      return messages.of("clock", item.state());
    }
    long days = ChronoUnit.DAYS.between(LocalDate.ofInstant(now, item.zone()), item.date());
    if (item.overdue()) {
      return messages.text("deadlines.late", Math.max(0, -days));
    }
    return days == 0 ? messages.text("deadlines.today") : messages.text("deadlines.left", days);
  }

  private void line(String text) {
    out.println(text);
  }
}
