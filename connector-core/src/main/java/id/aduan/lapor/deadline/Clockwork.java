package id.aduan.lapor.deadline;

import static java.util.Comparator.comparing;

import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.complaint.Visibility;
import id.aduan.lapor.deadline.Clock.Move;
import id.aduan.lapor.deadline.Clock.State;
import id.aduan.lapor.deadline.ClockRule.Applies;
import id.aduan.lapor.deadline.Limit.Unit;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Computes the clocks of a case from its events, the rules and the calendars. Pure: the same input
 * gives the same clocks. Safe for use by many threads.
 */
public final class Clockwork {
  private final RuleBook rules;
  private final Offices offices;
  private final WarningSteps steps;
  private final String version;

  public Clockwork(RuleBook rules, Offices offices, WarningSteps steps) {
    this.rules = rules;
    this.offices = offices;
    this.steps = steps;
    this.version = version(rules, offices, steps);
  }

  /**
   * The clocks of a case, after an event or a change of its facts. Reclassification chooses the
   * rules anew and keeps their starts (CMP-04); a returned or re-routed case keeps its clocks,
   * which count the present agency's days (CMP-07). A clock that ended stays as it was as long as
   * its events do (CAL-08).
   *
   * <p>When {@link #isCurrent} says no of the clocks before, {@link #recompute} them first: a day
   * that moves here is not noted as moved.
   *
   * @param events in any order, but those of one instant in that in which they happened; one that
   *     is there twice counts once
   * @param before the clocks as they were, of which warnings given and moves are kept
   */
  public CaseClocks compute(
      TrackingId complaint, CaseFacts facts, List<Occurrence> events, List<Clock> before) {
    List<Occurrence> ordered =
        events.stream().sorted(comparing(Occurrence::at)).distinct().toList();
    Office office = offices.of(facts.agency());
    List<Clock> clocks = new ArrayList<>();
    for (ClockRule rule : rules.rules()) {
      if (applies(rule.applies(), facts, office)) {
        for (Round round : RuleFold.rounds(rule, ordered)) {
          clocks.add(clock(rule, round, office, earlier(before, rule.id(), round.period())));
        }
      } else {
        boolean ofOthers = !isOfCase(rule.applies(), facts);
        before.stream()
            .filter(clock -> clock.rule().equals(rule.id()))
            .map(clock -> ofOthers || clock.state().isOpen() ? replaced(clock) : clock)
            .forEach(clocks::add);
      }
    }
    before.stream()
        .filter(clock -> rules.find(clock.rule()).isEmpty())
        .map(clock -> clock.state().isOpen() ? replaced(clock) : clock)
        .forEach(clocks::add);
    return new CaseClocks(complaint, facts, ordered, clocks, version);
  }

  /**
   * The open clocks of a case by the rules and calendars of today. Of each whose due day is another
   * now, the day before and the reason are kept. Warnings that were given are not given again, and
   * what ended stays exactly as it is (CAL-08).
   *
   * @param reason what changed, such as the calendar's version
   */
  public CaseClocks recompute(CaseClocks before, Instant now, String reason) {
    CaseClocks computed =
        compute(before.complaint(), before.facts(), before.events(), before.clocks());
    List<Clock> clocks =
        computed.clocks().stream()
            .map(
                clock ->
                    earlier(before.clocks(), clock.rule(), clock.period())
                        .map(was -> recomputed(was, clock, now, reason))
                        .orElse(clock))
            .toList();
    return new CaseClocks(before.complaint(), before.facts(), computed.events(), clocks, version);
  }

  private static Clock recomputed(Clock was, Clock is, Instant now, String reason) {
    if (hasEnded(was)) {
      return was;
    }
    boolean isMoved = was.state().isOpen() && !was.due().date().equals(is.due().date());
    return isMoved ? is.withMoved(Optional.of(new Move(was.due().at(), now, reason))) : is;
  }

  /**
   * The clocks with the warnings whose time has passed taken for given: a case that is known since
   * today was nobody's to be warned of.
   */
  public CaseClocks passedOver(CaseClocks clocks, Instant now) {
    Office office = offices.of(clocks.facts().agency());
    List<Integer> percents = steps.of(office.kind());
    List<Clock> given = new ArrayList<>();
    for (Clock clock : clocks.clocks()) {
      int passed =
          percents.stream()
              .filter(percent -> !moment(office, clock, percent).isAfter(now))
              .max(Comparator.naturalOrder())
              .orElse(0);
      boolean warns = clock.nextAt().isPresent() && passed > clock.warned();
      given.add(warns ? clock.warnedAt(passed) : clock);
    }
    return compute(clocks.complaint(), clocks.facts(), clocks.events(), given);
  }

  private static Instant moment(Office office, Clock clock, int percent) {
    return office.moment(clock.limit(), clock.startedAt(), clock.pauses(), percent);
  }

  /** Whether the clocks were computed by the rules, calendars and steps of today. */
  public boolean isCurrent(CaseClocks clocks) {
    return clocks.basis().equals(version);
  }

  /** Of rules, offices and steps together: another content has another one. */
  public String version() {
    return version;
  }

  private static String version(RuleBook rules, Offices offices, WarningSteps steps) {
    List<String> parts = new ArrayList<>();
    parts.add(rules.version());
    parts.add(told(offices.standard()));
    new TreeMap<>(offices.each()).forEach((code, office) -> parts.add(code + " " + told(office)));
    new TreeMap<>(steps.each()).forEach((kind, percents) -> parts.add(kind + " " + percents));
    byte[] content = String.join("\n", parts).getBytes(StandardCharsets.UTF_8);
    return ContentVersion.of("basis", content);
  }

  private static String told(Office office) {
    return String.join(
        " ",
        office.kind().name(),
        office.calendar().version(),
        office.zone().getId(),
        office.hours().toString(),
        office.countsReceiptDay() ? "with" : "without");
  }

  private Clock clock(ClockRule rule, Round round, Office office, Optional<Clock> before) {
    Optional<Clock> ended = before.filter(was -> hasEndedSo(was, round));
    if (ended.isPresent()) {
      return ended.get();
    }
    DueDate due = office.due(round.limit(), round.startedAt(), round.pauses());
    State state = state(round, due);
    int given = before.map(Clock::warned).orElse(0);
    return new Clock(
        rule.id(),
        rule.duty(),
        rules.version(),
        round.period(),
        state,
        round.startedAt(),
        round.limit(),
        due,
        round.pauses(),
        round.marks(),
        round.end().map(Round.End::at),
        given,
        state == State.RUNNING ? nextAt(rule, round, office, given) : Optional.empty(),
        before.flatMap(Clock::moved));
  }

  private static boolean hasEnded(Clock clock) {
    return !clock.state().isOpen() && clock.state() != State.REPLACED;
  }

  /** By the events alone: neither a rule nor a calendar of today changes what ended (CAL-08). */
  private static boolean hasEndedSo(Clock was, Round round) {
    return hasEnded(was)
        && was.startedAt().equals(round.startedAt())
        && was.pauses().equals(round.pauses())
        && was.endedAt().equals(round.end().map(Round.End::at))
        && round.end().filter(end -> isVerdict(was.state(), end.fulfilled())).isPresent();
  }

  private static boolean isVerdict(State state, boolean fulfilled) {
    return state == State.MISSED || (state == State.MET) == fulfilled;
  }

  private static State state(Round round, DueDate due) {
    if (round.isOpen()) {
      return round.isPaused() ? State.PAUSED : State.RUNNING;
    }
    Round.End end = round.end().orElseThrow();
    if (due.isMissedAt(end.at(), round.limit().unit())) {
      return State.MISSED;
    }
    return end.fulfilled() ? State.MET : State.DROPPED;
  }

  /** Minutes are over before a warning could help: what they measure is alarmed (SOP-02). */
  private Optional<Instant> nextAt(ClockRule rule, Round round, Office office, int given) {
    List<Integer> percents = steps.of(office.kind());
    boolean warns =
        switch (rule.duty()) {
          case AGENCY, COORDINATOR -> round.limit().unit() != Unit.MINUTE;
          case PORTAL, REPORTER -> false;
        };
    return percents.stream()
        .filter(percent -> warns && percent > given)
        .findFirst()
        .map(percent -> office.moment(round.limit(), round.startedAt(), round.pauses(), percent));
  }

  private static Clock replaced(Clock clock) {
    return clock.state() == State.REPLACED ? clock : clock.asReplaced();
  }

  private static Optional<Clock> earlier(List<Clock> before, String rule, int period) {
    return before.stream()
        .filter(clock -> clock.rule().equals(rule) && clock.period() == period)
        .findFirst();
  }

  private static boolean applies(Applies applies, CaseFacts facts, Office office) {
    return isOfCase(applies, facts)
        && (facts.agency().isEmpty() || holds(applies.agencies(), office.kind()));
  }

  /** Whether it is for such a case, whoever has it. */
  private static boolean isOfCase(Applies applies, CaseFacts facts) {
    return holds(applies.classifications(), facts.classification())
        && (applies.types().isEmpty()
            || applies.types().stream().anyMatch(type -> isOf(type, facts.visibility())));
  }

  private static <T> boolean holds(List<T> allowed, T value) {
    return allowed.isEmpty() || allowed.contains(value);
  }

  /** What is not known counts as withheld (C14). */
  private static boolean isOf(ClockRule.Type type, Visibility visibility) {
    return switch (type) {
      case OPEN -> !visibility.identityWithheld();
      case ANONYMOUS -> visibility.anonymous().mayBeTrue();
      case SECRET -> visibility.secret().mayBeTrue();
    };
  }
}
