package id.aduan.lapor.deadline;

import id.aduan.lapor.deadline.Clock.Mark;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One round of a rule on a case, as its events left it, before any calendar is asked.
 *
 * @param limit with all extensions added
 * @param pauses the last one open while it is paused, and when it ended so
 * @param end empty while it is open
 */
record Round(
    int period,
    Instant startedAt,
    Set<Mark> marks,
    Limit limit,
    boolean extended,
    List<Pause> pauses,
    Optional<End> end) {

  Round {
    marks = Set.copyOf(marks);
    pauses = List.copyOf(pauses);
  }

  /**
   * How it ended.
   *
   * @param at of one that was paused, when the pause began
   * @param fulfilled whether what it waited for happened
   * @param by the event
   */
  record End(Instant at, boolean fulfilled, CaseEvent by) {}

  static Round start(int period, Instant at, Optional<Mark> mark, Limit limit) {
    Set<Mark> marks = mark.map(Set::of).orElse(Set.of());
    return new Round(period, at, marks, limit, false, List.of(), Optional.empty());
  }

  boolean isOpen() {
    return end.isEmpty();
  }

  boolean isPaused() {
    return !pauses.isEmpty() && pauses.get(pauses.size() - 1).until().isEmpty();
  }

  Round ended(Instant at, boolean fulfilled, CaseEvent by) {
    Instant effective = isPaused() ? pauses.get(pauses.size() - 1).from() : at;
    return with(pauses, Optional.of(new End(effective, fulfilled, by)));
  }

  Round paused(Instant at) {
    return with(appended(new Pause(at, Optional.empty())), end);
  }

  Round resumed(Instant at) {
    Instant from = pauses.get(pauses.size() - 1).from();
    return with(replacedLast(new Pause(from, Optional.of(at))), end);
  }

  /** Runs on after its end; the days between are a pause. */
  Round reopened(Instant at) {
    Pause between = new Pause(end.orElseThrow().at(), Optional.of(at));
    List<Pause> all = isPaused() ? replacedLast(between) : appended(between);
    return with(all, Optional.empty());
  }

  Round extendedBy(Limit more) {
    Limit longer = new Limit(limit.amount() + more.amount(), limit.unit());
    return new Round(period + 1, startedAt, marks, longer, true, pauses, end);
  }

  private Round with(List<Pause> newPauses, Optional<End> newEnd) {
    return new Round(period, startedAt, marks, limit, extended, newPauses, newEnd);
  }

  private List<Pause> appended(Pause pause) {
    return Stream.concat(pauses.stream(), Stream.of(pause)).toList();
  }

  private List<Pause> replacedLast(Pause pause) {
    return Stream.concat(pauses.stream().limit(pauses.size() - 1L), Stream.of(pause)).toList();
  }
}
