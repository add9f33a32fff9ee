package id.aduan.lapor.sync;

import id.aduan.lapor.audit.AuditEntry;
import id.aduan.lapor.audit.AuditEntry.Action;
import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.deadline.CaseClocks;
import id.aduan.lapor.deadline.Clock;
import id.aduan.lapor.store.Tx;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * Gives the warnings that are due (CMP-17): each once, over restarts and nodes, since the step is
 * recorded in the transaction that tells of it. Reads what is due and nothing else.
 */
public final class DeadlineSweep {
  static final int CASES_PER_STEP = 100;
  private static final String ACTOR = "engine";
  private final CaseStore store;
  private final Timekeeper timekeeper;
  private final CaseNotices notices;
  private final InstantSource time;

  public DeadlineSweep(
      CaseStore store, Timekeeper timekeeper, CaseNotices notices, InstantSource time) {
    this.store = store;
    this.timekeeper = timekeeper;
    this.notices = notices;
    this.time = time;
  }

  /**
   * Gives what is due now.
   *
   * @param stopped asked between two steps
   * @return how many warnings were given
   */
  public int run(BooleanSupplier stopped) {
    int given = 0;
    boolean more = store.read(this::isDue);
    while (more && !stopped.getAsBoolean()) {
      Round round = store.inTransaction(this::round);
      given += round.given();
      more = round.more();
    }
    return given;
  }

  /** Nearly always nothing is, and then nothing is written. */
  private boolean isDue(Tx tx) {
    return !store.clocks().due(tx, time.instant(), 1).isEmpty();
  }

  private Round round(Tx tx) {
    Instant now = time.instant();
    List<TrackingId> due = store.clocks().due(tx, now, CASES_PER_STEP);
    int given = 0;
    for (TrackingId id : due) {
      Timekeeper.Due of = timekeeper.reached(tx, id, now);
      of.clocks().ifPresent(clocks -> of.reached().forEach(step -> tell(tx, clocks, step, now)));
      given += of.reached().size();
    }
    return new Round(given, due.size() == CASES_PER_STEP);
  }

  private void tell(Tx tx, CaseClocks of, Timekeeper.Reached step, Instant now) {
    Clock clock = step.clock();
    String detail = clock.rule() + " " + step.percent() + " %";
    store
        .audit()
        .append(tx, new AuditEntry(now, ACTOR, Action.WARNED, of.complaint().value(), detail));
    notices.warned(tx, of, clock, step.percent(), now);
  }

  private record Round(int given, boolean more) {}
}
