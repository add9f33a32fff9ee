package id.aduan.lapor.deadline;

import id.aduan.lapor.complaint.TrackingId;
import java.time.Instant;
import java.util.List;

/**
 * Computes the clocks of a case from its events, the rules and the calendars. Pure: the same input
 * gives the same clocks. Safe for use by many threads.
 */
public final class Clockwork {
  private final RuleBook rules;
  private final Offices offices;
  private final WarningSteps steps;

  public Clockwork(RuleBook rules, Offices offices, WarningSteps steps) {
    this.rules = rules;
    this.offices = offices;
    this.steps = steps;
  }

  /**
   * The clocks of a case.
   *
   * @param events in their order
   * @param before the clocks as they were, of which warnings given and moves are kept
   */
  public CaseClocks compute(
      TrackingId complaint, CaseFacts facts, List<Occurrence> events, List<Clock> before) {
    return new CaseClocks(complaint, facts, events, List.of());
  }

  /** The versions of the rules and calendars that it counts by, in one word. */
  public String version() {
    return rules.version();
  }

  /** Whether the open clocks of a case were computed by these rules and calendars. */
  public boolean isCurrent(CaseClocks known) {
    String calendar = offices.of(known.facts().agency()).calendar().version();
    return known.clocks().stream()
        .filter(clock -> clock.state().isOpen())
        .allMatch(
            clock ->
                clock.rulesVersion().equals(rules.version())
                    && clock.due().calendarVersion().equals(calendar));
  }

  public CaseClocks recompute(CaseClocks before, Instant now, String reason) {
    return before;
  }
}
