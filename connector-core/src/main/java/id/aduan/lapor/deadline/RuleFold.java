package id.aduan.lapor.deadline;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Follows one rule through the events of a case. An event that changes nothing, such as a second
 * closing of a closed case, is passed over; so an echo does no harm.
 */
final class RuleFold {
  private final ClockRule rule;
  private final List<Round> over = new ArrayList<>();
  private @Nullable Round round;

  /** Whether the case is over, so that a clock which starts only now is dropped at once. */
  private boolean closed;

  private RuleFold(ClockRule rule) {
    this.rule = rule;
  }

  /** The rounds of the rule; none if nothing started it. Events in their order. */
  static List<Round> rounds(ClockRule rule, List<Occurrence> events) {
    RuleFold fold = new RuleFold(rule);
    events.forEach(fold::follow);
    if (fold.round != null) {
      fold.over.add(fold.round);
    }
    return List.copyOf(fold.over);
  }

  private void follow(Occurrence event) {
    closed = event.event() == CaseEvent.CLOSED || (closed && event.event() != CaseEvent.REOPENED);
    Round now = round;
    if (now == null) {
      round = rule.from().contains(event.event()) ? start(1, event) : null;
    } else if (now.isOpen()) {
      round = opened(now, event);
    } else {
      round = afterItsEnd(now, event);
    }
  }

  private Round start(int period, Occurrence event) {
    Round started = Round.start(period, event.at(), CaseStart.markOf(event), rule.limit());
    CaseEvent by = event.event();
    if (rule.until().contains(by)) {
      return started.ended(event.at(), true, by);
    }
    if (closed && rule.until().contains(CaseEvent.CLOSED)) {
      return started.ended(event.at(), true, CaseEvent.CLOSED);
    }
    if (closed && rule.drop().contains(CaseEvent.CLOSED)) {
      return started.ended(event.at(), false, CaseEvent.CLOSED);
    }
    return rule.pauseFrom().contains(by) ? started.paused(event.at()) : started;
  }

  private Round opened(Round now, Occurrence event) {
    CaseEvent by = event.event();
    if (rule.until().contains(by)) {
      return now.ended(event.at(), true, by);
    }
    if (rule.drop().contains(by)) {
      return now.ended(event.at(), false, by);
    }
    if (rule.reset().contains(by)) {
      return start(now.period() + 1, event);
    }
    if (isExtendedBy(now, event)) {
      return now.extendedBy(rule.extension().orElseThrow());
    }
    if (!now.isPaused() && rule.pauseFrom().contains(by)) {
      return now.paused(event.at());
    }
    return now.isPaused() && rule.pauseUntil().contains(by) ? now.resumed(event.at()) : now;
  }

  /** Once in a round, and only with a reason (UU14-02). */
  private boolean isExtendedBy(Round now, Occurrence event) {
    return event.event() == CaseEvent.EXTENDED
        && event.detail().equals(rule.id())
        && !event.reason().isBlank()
        && rule.extension().isPresent()
        && !now.extended();
  }

  private Round afterItsEnd(Round now, Occurrence event) {
    boolean withTheCase = now.end().filter(end -> end.by() == CaseEvent.CLOSED).isPresent();
    if (withTheCase) {
      return rule.reopen().contains(event.event()) ? now.reopened(event.at()) : now;
    }
    if (rule.again().contains(event.event())) {
      over.add(now);
      return start(now.period() + 1, event);
    }
    return now;
  }
}
