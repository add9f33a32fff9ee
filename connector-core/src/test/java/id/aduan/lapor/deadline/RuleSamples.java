package id.aduan.lapor.deadline;

import id.aduan.lapor.complaint.AgencyKind;
import id.aduan.lapor.deadline.ClockRule.Applies;
import java.util.List;
import java.util.Set;

/** Rules like a shipped one, but for one thing. */
public final class RuleSamples {
  private RuleSamples() {}

  static ClockRule until(ClockRule rule, CaseEvent event) {
    return like(rule, rule.limit(), Set.of(event), rule.applies());
  }

  public static ClockRule within(ClockRule rule, Limit limit) {
    return like(rule, limit, rule.until(), rule.applies());
  }

  static ClockRule forTypes(ClockRule rule, ClockRule.Type... types) {
    return like(
        rule, rule.limit(), rule.until(), new Applies(List.of(), List.of(types), List.of()));
  }

  static ClockRule forAgencies(ClockRule rule, AgencyKind... kinds) {
    return like(
        rule, rule.limit(), rule.until(), new Applies(List.of(), List.of(), List.of(kinds)));
  }

  private static ClockRule like(
      ClockRule rule, Limit limit, Set<CaseEvent> until, Applies applies) {
    return new ClockRule(
        rule.id(),
        rule.name(),
        limit,
        rule.extension(),
        rule.scope(),
        rule.duty(),
        rule.from(),
        until,
        rule.drop(),
        rule.pauseFrom(),
        rule.pauseUntil(),
        rule.reset(),
        rule.again(),
        rule.reopen(),
        applies,
        rule.source(),
        rule.grade());
  }
}
