package id.aduan.lapor.sync;

import id.aduan.lapor.audit.AuditEntry;
import id.aduan.lapor.audit.AuditEntry.Action;
import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.deadline.CaseClocks;
import id.aduan.lapor.deadline.Clock;
import id.aduan.lapor.deadline.Clockwork;
import id.aduan.lapor.deadline.Office;
import id.aduan.lapor.store.Tx;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Gives the warnings that are due (CMP-17): each once, over restarts and nodes, since the step is
 * recorded in the transaction that tells of it. Those of clocks that count days are given while the
 * handling agency's office is open; what came due while nothing ran is told by its highest step.
 * Reads what is due and nothing else.
 */
public final class DeadlineSweep {
  static final int CASES_PER_STEP = 100;
  private static final String ACTOR = "engine";
  private final CaseStore store;
  private final Deadlines deadlines;
  private final Clockwork clockwork;
  private final Timekeeper timekeeper;
  private final CaseNotices notices;
  private final InstantSource time;

  public DeadlineSweep(
      CaseStore store,
      Deadlines deadlines,
      Timekeeper timekeeper,
      CaseNotices notices,
      InstantSource time) {
    this.store = store;
    this.deadlines = deadlines;
    this.clockwork = deadlines.clockwork();
    this.timekeeper = timekeeper;
    this.notices = notices;
    this.time = time;
  }

  /**
   * Gives what is due now.
   *
   * @param stopped asked between two steps
   * @return how many steps were reached
   */
  public int run(BooleanSupplier stopped) {
    int reached = 0;
    boolean more = store.read(this::isDue);
    while (more && !stopped.getAsBoolean()) {
      Round round = store.inTransaction(this::round);
      reached += round.reached();
      more = round.more();
    }
    return reached;
  }

  /** Nearly always nothing is, and then nothing is written. */
  private boolean isDue(Tx tx) {
    return !store.clocks().due(tx, time.instant(), 1).isEmpty();
  }

  private Round round(Tx tx) {
    Instant now = time.instant();
    List<TrackingId> due = store.clocks().due(tx, now, CASES_PER_STEP);
    int reached = 0;
    for (TrackingId id : due) {
      Optional<CaseClocks> known = timekeeper.known(tx, id);
      if (known.isPresent()) {
        reached += warn(tx, known.get(), now);
      } else {
        timekeeper.begin(tx, id, now);
      }
    }
    return new Round(reached, due.size() == CASES_PER_STEP);
  }

  private int warn(Tx tx, CaseClocks known, Instant now) {
    CaseClocks clocks = timekeeper.current(known, now);
    Office office = deadlines.offices().of(clocks.facts().agency());
    List<Integer> percents = deadlines.steps().of(office.kind());
    List<Clock> warned = new ArrayList<>();
    int steps = 0;
    for (Clock clock : clocks.clocks()) {
      List<Integer> reached =
          isDue(clock, now) && mayBeTold(clock, office, now)
              ? reached(clock, office, percents, now)
              : List.of();
      steps += reached.size();
      warned.add(reached.isEmpty() ? clock : clock.warnedAt(reached.get(reached.size() - 1)));
      if (!reached.isEmpty()) {
        tell(tx, clocks, clock, reached, now);
      }
    }
    CaseClocks after =
        clockwork.compute(clocks.complaint(), clocks.facts(), clocks.events(), warned);
    timekeeper.keep(tx, Optional.of(known), putOff(after, office, now), now);
    return steps;
  }

  private static boolean isDue(Clock clock, Instant now) {
    return clock.nextAt().filter(at -> !at.isAfter(now)).isPresent();
  }

  /** Clock hours run at night, too; whoever counts days is told of them by day. */
  private static boolean mayBeTold(Clock clock, Office office, Instant now) {
    return !clock.limit().unit().isDay() || office.isOpen(now);
  }

  private static List<Integer> reached(
      Clock clock, Office office, List<Integer> percents, Instant now) {
    return percents.stream()
        .filter(percent -> percent > clock.warned())
        .filter(
            percent ->
                !office
                    .moment(clock.limit(), clock.startedAt(), clock.pauses(), percent)
                    .isAfter(now))
        .toList();
  }

  /**
   * What is due and could not be told waits for the office to open, and is not looked at till then.
   */
  private static CaseClocks putOff(CaseClocks clocks, Office office, Instant now) {
    List<Clock> all =
        clocks.clocks().stream()
            .map(clock -> isDue(clock, now) ? clock.warnAt(later(office, now)) : clock)
            .toList();
    return new CaseClocks(clocks.complaint(), clocks.facts(), clocks.events(), all, clocks.basis());
  }

  private static Instant later(Office office, Instant now) {
    return office.isOpen(now) ? now.plusSeconds(1) : office.nextOpening(now);
  }

  private void tell(Tx tx, CaseClocks of, Clock clock, List<Integer> percents, Instant now) {
    int highest = percents.get(percents.size() - 1);
    int told = notices.warned(tx, of, clock, highest, now);
    for (int percent : percents) {
      String whom = percent == highest ? (told == 0 ? ": nobody to tell" : "") : ": passed over";
      String detail = clock.rule() + " " + percent + " %" + whom;
      store
          .audit()
          .append(tx, new AuditEntry(now, ACTOR, Action.WARNED, of.complaint().value(), detail));
    }
  }

  private record Round(int reached, boolean more) {}
}
