package id.aduan.lapor.runner.command;

import id.aduan.lapor.delivery.State;
import id.aduan.lapor.runner.answer.CaseStory;
import id.aduan.lapor.runner.log.OneLine;
import id.aduan.lapor.sync.CaseQueue;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;

/** {@code lapor show} for people: what officials ask first stands first. */
final class CasePage {
  private static final int LABEL_WIDTH = 18;
  private final Messages messages;
  private final ZoneId zone;
  private final PrintWriter out;

  CasePage(Messages messages, ZoneId zone, PrintWriter out) {
    this.messages = messages;
    this.zone = zone;
    this.out = out;
  }

  void print(CaseStory story) {
    line(messages.text("show.head", story.trackingId(), story.title()));
    field("status", messages.of("stage", story.status().stage()) + raw(story.status().raw()));
    field(
        "classification",
        messages.of("classification", story.classification().kind())
            + raw(story.classification().raw()));
    field(
        "category",
        story
            .category()
            .map(category -> category.id() + " " + category.name())
            .orElseGet(() -> messages.text("none")));
    field("channel", story.channel());
    field(
        "flags",
        messages.text(
            "show.flags.text",
            messages.of("flag", story.anonymous()),
            messages.of("flag", story.secret())));
    story.receivedAt().ifPresent(at -> field("received", messages.minute(at, zone)));
    field("firstSeen", messages.minute(story.firstSeenAt(), zone));
    assigned(story);
    story
        .smsStages()
        .forEach(
            it ->
                field(
                    "sms", messages.of("sms", it.stage()) + ", " + messages.minute(it.at(), zone)));
    story.waiting().forEach(this::waiting);
    story.due().forEach(this::due);
    portal(story.portalEntries());
    outbox(story.outbox());
    timeline(story.timeline(), story.firstSeenAt());
  }

  private void assigned(CaseStory story) {
    field(
        "agency",
        story
            .assigned()
            .map(it -> it.agency() + (it.agencyName().isEmpty() ? "" : ", " + it.agencyName()))
            .orElseGet(() -> messages.text("show.withheld")));
    story
        .assigned()
        .ifPresent(
            it ->
                field(
                    "rule",
                    messages.text(
                        "show.rule.text",
                        messages.text("rule." + it.rule()),
                        it.where(),
                        it.mappingVersion())));
    if (story.legs().stream().allMatch(CaseStory.Part::saysNoMore)) {
      story.tickets().forEach(ticket -> field("ticket", ticket.agency() + " " + ticket.number()));
    } else {
      story.legs().forEach(this::leg);
    }
  }

  private void leg(CaseStory.Part leg) {
    String ticket =
        leg.ticket().isEmpty() ? "" : ", " + messages.text("show.leg.ticket", leg.ticket());
    String end = leg.until().map(at -> " " + messages.minute(at, zone)).orElse("");
    field(
        "leg",
        leg.agency()
            + " "
            + leg.reference()
            + ": "
            + messages.of("leg", leg.state())
            + end
            + ", "
            + messages.of("handling", leg.handling())
            + raw(leg.word())
            + ticket
            + (leg.lead() ? ", " + messages.text("show.leg.lead") : ""));
  }

  private void waiting(CaseStory.Waiting each) {
    CaseQueue.Kind kind = CaseQueue.Kind.valueOf(each.kind().toUpperCase(Locale.ROOT));
    field("waiting", messages.of("cases.kind", kind) + ": " + each.detail());
  }

  private void due(CaseStory.Due due) {
    field(
        "due",
        messages.text(
            due.provisional() ? "show.due.provisional" : "show.due.final",
            due.rule(),
            due.unit().isDay() ? messages.day(due.date()) : messages.minute(due.dueAt(), zone),
            messages.of("clock", due.state())));
  }

  private void portal(List<CaseStory.PortalLine> entries) {
    if (entries.isEmpty()) {
      return;
    }
    line("");
    line(messages.text("show.portal"));
    for (CaseStory.PortalLine entry : entries) {
      if (!entry.repeated()) {
        String whose =
            entry.ours()
                ? messages.text("show.portal.ours")
                : entry.institution().isEmpty()
                    ? ""
                    : messages.text("show.portal.institution", entry.institution());
        line(
            "  %s  %s%s"
                .formatted(
                    entry.at().map(at -> messages.minute(at, zone)).orElse("-"),
                    messages.of("entry", entry.kind()),
                    whose.isEmpty() ? "" : ", " + whose));
      }
    }
  }

  private void outbox(List<CaseStory.Entry> entries) {
    line("");
    line(messages.text("show.outbox"));
    if (entries.isEmpty()) {
      line("  " + messages.text("none"));
    }
    for (CaseStory.Entry entry : entries) {
      String why = entry.code().isEmpty() ? "" : "; " + entry.code() + ": " + entry.detail();
      String next =
          entry.state() == State.WAITING || entry.state() == State.UNCERTAIN
              ? "; " + messages.text("show.next", messages.minute(entry.dueAt(), zone))
              : "";
      line(
          "  "
              + messages.text(
                  "show.entry",
                  entry.target(),
                  messages.text("operation." + entry.operation()),
                  messages.of("state", entry.state()),
                  entry.attempts())
              + (entry.reference().isEmpty() ? "" : ", " + entry.reference())
              + why
              + next);
    }
  }

  private void timeline(List<CaseStory.Event> events, Instant first) {
    line("");
    line(messages.text("show.timeline", messages.zone(first, zone)));
    for (CaseStory.Event event : events) {
      line(
          "  %s  %-10s %s%s"
              .formatted(
                  messages.second(event.at(), zone),
                  event.actor(),
                  messages.of("action", event.action()),
                  event.detail().isEmpty() ? "" : ": " + event.detail()));
    }
  }

  private void field(String key, String value) {
    String label = messages.text("show." + key);
    line(
        "  "
            + label
            + " ".repeat(Math.max(1, LABEL_WIDTH - label.length()))
            + ": "
            + (value.isEmpty() ? messages.text("none") : value));
  }

  /** The portal's own word, where it has one. */
  private static String raw(String word) {
    return word.isEmpty() ? "" : " (" + word + ")";
  }

  /** Nothing that came from outside ends or colours a line. */
  private void line(String text) {
    out.println(OneLine.of(text));
  }
}
