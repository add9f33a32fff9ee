package id.aduan.lapor.runner.answer;

import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.deadline.CaseEvent;
import id.aduan.lapor.sync.DeadlineDesk;
import id.aduan.lapor.sync.DeadlineDesk.Outcome;
import id.aduan.lapor.sync.Operator;
import java.time.Instant;
import java.util.Optional;

/**
 * What a person records of a case: an event, or the extension of a rule's clock; one of the two.
 *
 * @param at when the event happened; without it, now
 * @param who an account, of the form {@link Operator#WHO}
 * @param reason needed for an extension
 */
public record DeadlineOrder(
    Optional<CaseEvent> event,
    Optional<Instant> at,
    Optional<String> extend,
    String who,
    Optional<String> reason) {

  /**
   * Has it done.
   *
   * @throws IllegalArgumentException when it is not one of the two, or who is no account, or the
   *     reason is of another form
   */
  public Outcome by(DeadlineDesk desk, TrackingId id) {
    Operator operator = new Operator(who, reason.orElse(""));
    if (event.isPresent() == extend.isPresent() || (extend.isPresent() && at.isPresent())) {
      throw new IllegalArgumentException("an event, or a rule to extend");
    }
    return event
        .map(happened -> desk.record(id, happened, at, operator))
        .orElseGet(() -> desk.extend(id, extend.orElseThrow(), operator));
  }

  /** What became of it. */
  public record Result(Outcome outcome) {}
}
