package id.aduan.lapor.sync;

import id.aduan.lapor.audit.AuditEntry;
import id.aduan.lapor.audit.AuditEntry.Action;
import id.aduan.lapor.audit.AuditTrail;
import id.aduan.lapor.deadline.CaseClocks;
import id.aduan.lapor.deadline.Clock;
import id.aduan.lapor.store.Tx;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Tells the story of a case what became of its clocks: one line for each kind of change. */
final class ClockStory {
  private static final String ACTOR = "engine";
  private final AuditTrail audit;

  ClockStory(AuditTrail audit) {
    this.audit = audit;
  }

  void tell(Tx tx, List<Clock> before, CaseClocks after, Instant now) {
    Predicate<Clock> isMoved =
        clock -> clock.moved().filter(move -> move.at().equals(now)).isPresent();
    tell(tx, after, Action.DUE_MOVED, isMoved, ClockStory::move, now);
    tell(
        tx,
        after,
        Action.DUE_SET,
        clock -> clock.state().isOpen() && !isMoved.test(clock) && isNewlyDue(before, clock),
        ClockStory::due,
        now);
    tell(
        tx,
        after,
        Action.CLOCK_ENDED,
        clock -> !clock.state().isOpen() && hasEnded(before, clock),
        clock -> clock.rule() + " " + clock.state(),
        now);
  }

  private static boolean isNewlyDue(List<Clock> before, Clock clock) {
    return same(before, clock)
        .filter(old -> old.state().isOpen() && old.due().at().equals(clock.due().at()))
        .isEmpty();
  }

  private static boolean hasEnded(List<Clock> before, Clock clock) {
    return same(before, clock).filter(old -> old.state() == clock.state()).isEmpty();
  }

  private static Optional<Clock> same(List<Clock> clocks, Clock clock) {
    return clocks.stream()
        .filter(other -> other.rule().equals(clock.rule()) && other.period() == clock.period())
        .findFirst();
  }

  private static String due(Clock clock) {
    return clock.rule()
        + " "
        + (clock.limit().unit().isDay() ? clock.due().date() : clock.due().at())
        + " "
        + clock.due().certainty();
  }

  private static String move(Clock clock) {
    Clock.Move move = clock.moved().orElseThrow();
    LocalDate from = LocalDate.ofInstant(move.from(), clock.due().zone());
    return "%s %s -> %s (%s)".formatted(clock.rule(), from, clock.due().date(), move.reason());
  }

  private void tell(
      Tx tx,
      CaseClocks of,
      Action action,
      Predicate<Clock> which,
      Function<Clock, String> words,
      Instant now) {
    String detail = of.clocks().stream().filter(which).map(words).collect(Collectors.joining(", "));
    if (!detail.isEmpty()) {
      audit.append(tx, new AuditEntry(now, ACTOR, action, of.complaint().value(), detail));
    }
  }
}
