package id.aduan.lapor.runner.answer;

import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.deadline.CaseClocks;
import id.aduan.lapor.deadline.Certainty;
import id.aduan.lapor.deadline.Clock;
import id.aduan.lapor.deadline.ClockRule;
import id.aduan.lapor.deadline.ClockRule.Duty;
import id.aduan.lapor.deadline.ClockRule.Scope;
import id.aduan.lapor.failure.CorruptRowException;
import id.aduan.lapor.runner.config.Whereabouts;
import id.aduan.lapor.store.Tx;
import id.aduan.lapor.sync.CaseStore;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What is due, by agency. Its names are those of {@code deadlines --json}.
 *
 * @param at when it was asked
 * @param more whether there are more cases than were looked at
 * @param damaged how many cases were left out, since their clocks are not as they were written
 */
public record DeadlineReport(Instant at, List<Item> items, boolean more, int damaged) {
  /** So many cases are looked at. */
  public static final int CASES_MAX = 500;

  /**
   * One clock.
   *
   * @param ruleName in Bahasa Indonesia; the rule's id where the rules in force do not have it
   * @param overdue whether it runs and its end has passed
   */
  public record Item(
      String trackingId,
      String agency,
      String agencyName,
      String rule,
      String ruleName,
      Optional<Scope> scope,
      Duty duty,
      Clock.State state,
      LocalDate date,
      Instant dueAt,
      ZoneId zone,
      boolean provisional,
      boolean overdue,
      Optional<Clock.Move> moved) {}

  /** Reads them: the nearest first, or the latest moved. */
  public static DeadlineReport of(
      CaseStore store, Tx tx, DeadlineFilter filter, Whereabouts whereabouts, Instant now) {
    List<TrackingId> cases =
        filter.moved()
            ? store.clocks().moved(tx, filter.agency(), CASES_MAX + 1)
            : store.clocks().open(tx, filter.agency(), CASES_MAX + 1);
    List<Item> items = new ArrayList<>();
    int damaged = 0;
    for (TrackingId id : cases.subList(0, Math.min(CASES_MAX, cases.size()))) {
      try {
        store
            .clocks()
            .find(tx, id)
            .ifPresent(clocks -> items.addAll(items(clocks, filter, whereabouts, now)));
      } catch (CorruptRowException e) {
        damaged++; // told by its number: 'store verify' names it
      }
    }
    items.sort(
        Comparator.comparing(Item::agency).thenComparing(Item::dueAt).thenComparing(Item::rule));
    return new DeadlineReport(now, List.copyOf(items), cases.size() > CASES_MAX, damaged);
  }

  private static List<Item> items(
      CaseClocks clocks, DeadlineFilter filter, Whereabouts whereabouts, Instant now) {
    if (filter.agency().isPresent() && !filter.agency().equals(clocks.facts().agency())) {
      return List.of();
    }
    return clocks.clocks().stream()
        .filter(clock -> filter.moved() ? clock.moved().isPresent() : clock.state().isOpen())
        .map(clock -> item(clocks, clock, whereabouts, now))
        .filter(item -> filter.all() || item.duty().isOffices())
        .toList();
  }

  private static Item item(CaseClocks clocks, Clock clock, Whereabouts whereabouts, Instant now) {
    Optional<ClockRule> rule = whereabouts.deadlines().rules().find(clock.rule());
    String agency = clocks.facts().agency().map(code -> code.value()).orElse("");
    return new Item(
        clocks.complaint().value(),
        agency,
        whereabouts.names().getOrDefault(agency, ""),
        clock.rule(),
        rule.map(it -> it.name().id()).orElse(clock.rule()),
        rule.map(ClockRule::scope),
        clock.duty(),
        clock.state(),
        clock.due().date(),
        clock.due().at(),
        clock.due().zone(),
        clock.due().certainty() == Certainty.PROVISIONAL,
        clock.state() == Clock.State.RUNNING && clock.due().at().isBefore(now),
        clock.moved());
  }
}
