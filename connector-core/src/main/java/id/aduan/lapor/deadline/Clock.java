package id.aduan.lapor.deadline;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One clock of a case, as its events left it. Holds no personal data.
 *
 * @param rule the id of its {@link ClockRule}
 * @param duty who has to act before it ends
 * @param rulesVersion the version of the rules that it was computed by
 * @param period from 1; rises when the clock is reset or extended or begins another round, so that
 *     it may warn anew
 * @param startedAt when it began to count
 * @param limit with all extensions added
 * @param due while it is paused, as it stood when the pause began
 * @param endedAt when it ended; of one that ended while paused, when the pause began
 * @param warned up to which percent of the limit somebody was warned in this period; 0 for not yet
 * @param nextAt when the next warning is due; empty for none
 * @param moved the last time that its due day was computed anew to another day
 */
public record Clock(
    String rule,
    ClockRule.Duty duty,
    String rulesVersion,
    int period,
    State state,
    Instant startedAt,
    Limit limit,
    DueDate due,
    List<Pause> pauses,
    Set<Mark> marks,
    Optional<Instant> endedAt,
    int warned,
    Optional<Instant> nextAt,
    Optional<Move> moved) {

  public Clock {
    pauses = List.copyOf(pauses);
    marks = Set.copyOf(marks);
  }

  /** The clock with a warning given; when the next one is due is to be computed. */
  public Clock warnedAt(int percent) {
    return with(state, percent, Optional.empty(), moved);
  }

  /** The clock with its next warning put off. */
  public Clock warnAt(Instant instant) {
    return with(state, warned, Optional.of(instant), moved);
  }

  Clock withMoved(Optional<Move> newMoved) {
    return with(state, warned, nextAt, newMoved);
  }

  /** As it was when it stopped to apply; it warns nobody. */
  Clock asReplaced() {
    return with(State.REPLACED, warned, Optional.empty(), moved);
  }

  private Clock with(
      State newState, int newWarned, Optional<Instant> newNextAt, Optional<Move> newMoved) {
    return new Clock(
        rule,
        duty,
        rulesVersion,
        period,
        newState,
        startedAt,
        limit,
        due,
        pauses,
        marks,
        endedAt,
        newWarned,
        newNextAt,
        newMoved);
  }

  /** Where a clock stands. Stored by name. */
  public enum State {
    RUNNING,
    PAUSED,
    /** Ended in time. */
    MET,
    /** Ended late. */
    MISSED,
    /** Ended with the case before it was late: neither met nor missed. */
    DROPPED,
    /** Does not apply any more: the case was classified anew, or the rule is not in force. */
    REPLACED;

    /** Whether it can still be missed. */
    public boolean isOpen() {
      return this == RUNNING || this == PAUSED;
    }
  }

  /** What is to be known of a clock's start. Stored by name. */
  public enum Mark {
    /** The portal gave no time that can be read; it starts when we received the case. */
    START_MISSING,
    /** The portal's time lies in the future; it starts when we received the case. */
    START_IN_FUTURE,
    /** The portal's time lies before the portal; it starts when we received the case. */
    START_TOO_EARLY
  }

  /**
   * A due day that was computed anew.
   *
   * @param from the end of the due day before
   * @param at when it was computed anew
   * @param reason what changed, such as the calendar's version
   */
  public record Move(Instant from, Instant at, String reason) {}
}
