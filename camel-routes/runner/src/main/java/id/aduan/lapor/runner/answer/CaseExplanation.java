package id.aduan.lapor.runner.answer;

import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.deadline.CaseClocks;
import id.aduan.lapor.deadline.Clock;
import id.aduan.lapor.deadline.ClockRule;
import id.aduan.lapor.deadline.CountedDay;
import id.aduan.lapor.deadline.Draft;
import id.aduan.lapor.deadline.Language;
import id.aduan.lapor.deadline.Office;
import id.aduan.lapor.deadline.RuleBook;
import id.aduan.lapor.deadline.WorkingCalendar;
import id.aduan.lapor.deadline.explain.Deadline;
import id.aduan.lapor.deadline.explain.Explanation;
import id.aduan.lapor.deadline.explain.Leg;
import id.aduan.lapor.runner.config.Whereabouts;
import id.aduan.lapor.store.Tx;
import id.aduan.lapor.sync.CaseRecord;
import id.aduan.lapor.sync.CaseStore;
import id.aduan.lapor.sync.Deadlines;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Why a case went where, and why its deadlines are on those days. Its names are those of {@code
 * explain --json}.
 *
 * @param drafts reprimands that were prepared and wait for a person
 */
public record CaseExplanation(
    String trackingId,
    Optional<CaseStory.Assigned> assigned,
    List<Explained> clocks,
    List<Draft> drafts) {

  /**
   * One clock.
   *
   * @param lines in words, the answer first; where the rules or the calendar that counted are not
   *     kept any more, that is said and nothing is counted
   */
  public record Explained(Clock clock, List<String> lines, List<CountedDay> days, List<Leg> legs) {}

  /** Explains the case, if there is one. */
  public static Optional<CaseExplanation> of(
      CaseStore store,
      Tx tx,
      TrackingId id,
      Whereabouts whereabouts,
      Language language,
      Instant now) {
    Optional<CaseRecord> found = store.complaints().find(tx, id);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    Basis basis = new Basis(store, tx, whereabouts.deadlines());
    List<Explained> clocks =
        store.clocks().find(tx, id).stream()
            .flatMap(
                all -> all.clocks().stream().map(clock -> basis.explain(all, clock, language, now)))
            .toList();
    return Optional.of(
        new CaseExplanation(
            id.value(),
            found.get().assigned().map(it -> CaseStory.assigned(it, whereabouts.names())),
            clocks,
            store.drafts().of(tx, id)));
  }

  /** The rules and calendars that counted: those in force, or those that are kept. */
  private record Basis(CaseStore store, Tx tx, Deadlines deadlines) {
    Explained explain(CaseClocks all, Clock clock, Language language, Instant now) {
      Optional<ClockRule> rule = rule(clock);
      Optional<Office> office = office(all, clock);
      if (rule.isEmpty() || office.isEmpty()) {
        String line =
            "%s: %s %s (%s, %s)"
                .formatted(
                    clock.rule(),
                    clock.due().date(),
                    clock.state(),
                    clock.rulesVersion(),
                    clock.due().calendarVersion());
        return new Explained(clock, List.of(line), List.of(), List.of());
      }
      Explanation told =
          new Deadline(all, clock, rule.get(), office.get(), now).explanation(language);
      return new Explained(clock, told.lines(), told.days(), told.legs());
    }

    private Optional<ClockRule> rule(Clock clock) {
      RuleBook inForce = deadlines.rules();
      Optional<RuleBook> book =
          clock.rulesVersion().equals(inForce.version())
              ? Optional.of(inForce)
              : store.bases().find(tx, clock.rulesVersion()).map(RuleBook::fromJson);
      return book.flatMap(rules -> rules.find(clock.rule()));
    }

    /** As it is today, but for the calendar and the zone, which are those of the due date. */
    private Optional<Office> office(CaseClocks all, Clock clock) {
      Office today = deadlines.offices().of(all.facts().agency());
      String version = clock.due().calendarVersion();
      Optional<WorkingCalendar> calendar =
          version.equals(today.calendar().version())
              ? Optional.of(today.calendar())
              : store.bases().find(tx, version).map(WorkingCalendar::fromJson);
      return calendar.map(
          it -> {
            boolean counts = today.countsReceiptDay();
            Office same = new Office(today.kind(), it, clock.due().zone(), today.hours(), counts);
            return reproduces(same, clock)
                ? same
                : new Office(today.kind(), it, clock.due().zone(), today.hours(), !counts);
          });
    }

    /** Whether the day of receipt was counted then as it is today. */
    private static boolean reproduces(Office office, Clock clock) {
      return office
          .due(clock.limit(), clock.startedAt(), clock.pauses())
          .date()
          .equals(clock.due().date());
    }
  }
}
