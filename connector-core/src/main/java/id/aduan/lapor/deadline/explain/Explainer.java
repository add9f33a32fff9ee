package id.aduan.lapor.deadline.explain;

import id.aduan.lapor.deadline.CaseEvent;
import id.aduan.lapor.deadline.Clock;
import id.aduan.lapor.deadline.Clock.Mark;
import id.aduan.lapor.deadline.ClockRule;
import id.aduan.lapor.deadline.CountedDay;
import id.aduan.lapor.deadline.Limit;
import id.aduan.lapor.deadline.Limit.Unit;
import id.aduan.lapor.deadline.Occurrence;
import id.aduan.lapor.deadline.Pause;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Writes the explanation of one deadline. */
final class Explainer {
  private final Deadline deadline;
  private final Clock clock;
  private final ClockRule rule;
  private final Unit unit;
  private final ZoneId zone;
  private final Words words;

  Explainer(Deadline deadline, Words words) {
    this.deadline = deadline;
    this.clock = deadline.clock();
    this.rule = deadline.rule();
    this.unit = clock.limit().unit();
    this.zone = clock.due().zone();
    this.words = words;
  }

  Explanation explanation() {
    List<CountedDay> days =
        deadline.office().days(clock.limit(), clock.startedAt(), clock.pauses());
    List<Leg> legs = deadline.legs();
    List<String> lines = new ArrayList<>();
    lines.add(words.name(rule.name()));
    lines.add(due());
    lines.add(words.asOf(moment(deadline.asOf()), new StateWords(deadline, words).state()));
    lines.add("");
    facts(lines);
    if (legs.size() > 1) {
      lines.add("");
      lines.add(words.shares());
      legs.forEach(leg -> lines.add("  " + share(leg)));
    }
    if (!days.isEmpty()) {
      lines.add("");
      lines.add(words.dayByDay());
      lines.addAll(new DayLines(deadline, words).of(days));
    }
    return new Explanation(lines, days, legs);
  }

  private String due() {
    String amount = words.amount(clock.limit().amount(), unit);
    return unit.isDay()
        ? words.dueDay(amount, words.longDate(clock.due().date()), Words.zone(zone))
        : words.dueMoment(amount, moment(clock.due().at()));
  }

  private void facts(List<String> lines) {
    lines.add(words.start(moment(clock.startedAt()), startedBy()));
    for (Mark mark : Mark.values()) {
      if (clock.marks().contains(mark)) {
        lines.add(words.mark(mark));
      }
    }
    lines.add(words.meaning(unit, deadline.office().countsReceiptDay()));
    extension().ifPresent(lines::add);
    clock.pauses().forEach(pause -> lines.add(pause(pause)));
    clock
        .moved()
        .ifPresent(
            move ->
                lines.add(
                    words.moved(
                        words.longDate(LocalDate.ofInstant(move.from(), zone)),
                        moment(move.at()),
                        move.reason())));
    lines.add(words.rule(rule.id(), clock.rulesVersion()));
    lines.add(words.source(rule.source(), rule.grade() + ": " + words.grade(rule.grade())));
    lines.add(words.kind(words.scope(rule.scope()), words.duty(rule.duty())));
    if (unit.isDay()) {
      lines.add(
          words.calendar(clock.due().calendarVersion(), words.certainty(clock.due().certainty())));
    }
  }

  /** Where the portal's time is not believed, it was our receipt. */
  private String startedBy() {
    return clock.marks().isEmpty()
        ? event(startingEvents(), clock.startedAt())
        : words.event(CaseEvent.ARRIVED);
  }

  /** The one that counted: the first with a reason since the clock started. */
  private Optional<String> extension() {
    Optional<Limit> added =
        rule.extension()
            .filter(more -> clock.limit().amount() == rule.limit().amount() + more.amount());
    return added.flatMap(
        more ->
            deadline.complaint().events().stream()
                .filter(event -> event.event() == CaseEvent.EXTENDED)
                .filter(event -> event.detail().equals(rule.id()) && !event.reason().isBlank())
                .filter(event -> !event.at().isBefore(clock.startedAt()))
                .findFirst()
                .map(
                    event ->
                        words.extension(
                            words.amount(more.amount(), unit),
                            moment(event.at()),
                            event.reason())));
  }

  private String pause(Pause pause) {
    String from = words.pause(moment(pause.from()), event(pausingEvents(), pause.from()));
    return pause
            .until()
            .map(until -> from + words.pauseEnd(moment(until), event(resumingEvents(), until)))
            .orElse(from)
        + ".";
  }

  private Set<CaseEvent> startingEvents() {
    return union(List.of(rule.from(), rule.reset(), rule.again()));
  }

  private Set<CaseEvent> pausingEvents() {
    return union(List.of(rule.pauseFrom(), rule.until(), rule.drop()));
  }

  private Set<CaseEvent> resumingEvents() {
    return union(List.of(rule.pauseUntil(), rule.reopen()));
  }

  private static Set<CaseEvent> union(List<Set<CaseEvent>> sets) {
    Set<CaseEvent> all = EnumSet.noneOf(CaseEvent.class);
    sets.forEach(all::addAll);
    return all;
  }

  /** What happened at the moment. */
  private String event(Set<CaseEvent> wanted, Instant at) {
    return deadline.complaint().events().stream()
        .filter(event -> event.at().equals(at) && wanted.contains(event.event()))
        .map(Occurrence::event)
        .findFirst()
        .map(words::event)
        .orElse("?");
  }

  private String share(Leg leg) {
    String holder = leg.agency().map(Object::toString).orElseGet(words::nobody);
    return words.share(holder, words.amount(leg.counted(), unit), moment(leg.from()));
  }

  private String moment(Instant at) {
    return words.moment(at, zone);
  }
}
