package id.aduan.lapor.sync;

import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.deadline.CaseClocks;
import id.aduan.lapor.deadline.Clocks.Numbered;
import id.aduan.lapor.store.Tx;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the open clocks to the rules and calendars in force (CAL-08): the old day and the reason
 * are kept, what has ended stays as it was. Step by step, so that the writer is never held for
 * long. Each case bears by what it was counted, so that a restart goes on with those that are left.
 */
public final class Recount {
  /**
   * Some hundred clocks: a cold process takes as long for them as others may wait for the writer.
   */
  static final int CASES_PER_STEP = 100;

  private static final Logger LOG = LoggerFactory.getLogger(Recount.class);
  private static final String DONE = "done";
  private final CaseStore store;
  private final Deadlines deadlines;
  private final String version;
  private final Timekeeper timekeeper;
  private final InstantSource time;

  public Recount(CaseStore store, Deadlines deadlines, Timekeeper timekeeper, InstantSource time) {
    this.store = store;
    this.deadlines = deadlines;
    this.version = deadlines.version();
    this.timekeeper = timekeeper;
    this.time = time;
  }

  /**
   * Keeps the rules and calendars in force, begins clocks of cases that have none, and counts those
   * anew that were counted by others.
   *
   * @param stopped asked between two steps
   */
  public void run(BooleanSupplier stopped) {
    store.inTransaction(this::keepBases);
    boolean more = true;
    while (more && !stopped.getAsBoolean()) {
      more = store.inTransaction(this::begin);
    }
    int unused = store.read(this::rehearse);
    Step step = new Step(0, 0, 0, true);
    while (step.more() && !stopped.getAsBoolean()) {
      Step last = step;
      step = store.inTransaction(tx -> after(tx, last));
    }
    if (step.cases() > 0) {
      LOG.info(
          "counted the clocks of {} cases by {}; of {} a day moved: lapor deadlines --moved",
          step.cases(),
          version,
          step.moved());
    }
  }

  /**
   * In a process that is cold the first cases take long: they are counted once beside the writer.
   */
  private int rehearse(Tx tx) {
    int counted = 0;
    for (Numbered next : store.clocks().otherwiseAfter(tx, version, 0, CASES_PER_STEP)) {
      Optional<CaseClocks> known = timekeeper.known(tx, next.complaint());
      counted += known.map(it -> timekeeper.current(it, time.instant())).isPresent() ? 1 : 0;
    }
    return counted;
  }

  private boolean keepBases(Tx tx) {
    Instant now = time.instant();
    deadlines.bases().forEach((name, document) -> store.bases().keep(tx, name, document, now));
    return true;
  }

  private boolean begin(Tx tx) {
    String marker = store.cursors().get(tx, Cursors.UNTIMED);
    if (marker.equals(DONE)) {
      return false;
    }
    Instant now = time.instant();
    List<TrackingId> cases = store.clocks().untimedAfter(tx, marker, CASES_PER_STEP);
    cases.forEach(id -> timekeeper.begin(tx, id, now));
    boolean more = cases.size() == CASES_PER_STEP;
    String next = more ? cases.get(cases.size() - 1).value() : DONE;
    store.cursors().set(tx, Cursors.UNTIMED, next, now);
    return more;
  }

  private Step after(Tx tx, Step last) {
    Instant now = time.instant();
    List<Numbered> page = store.clocks().otherwiseAfter(tx, version, last.number(), CASES_PER_STEP);
    int moved = last.moved();
    for (Numbered next : page) {
      moved += recount(tx, next.complaint(), now) ? 1 : 0;
    }
    boolean more = page.size() == CASES_PER_STEP;
    long number = page.isEmpty() ? last.number() : page.get(page.size() - 1).number();
    return new Step(number, last.cases() + page.size(), moved, more);
  }

  private boolean recount(Tx tx, TrackingId id, Instant now) {
    Optional<CaseClocks> known = timekeeper.known(tx, id);
    if (known.isEmpty()) {
      timekeeper.begin(tx, id, now);
      return false;
    }
    CaseClocks after = timekeeper.current(known.get(), now);
    timekeeper.keep(tx, known, after, now);
    return after.clocks().stream()
        .anyMatch(clock -> clock.moved().filter(move -> move.at().equals(now)).isPresent());
  }

  private record Step(long number, int cases, int moved, boolean more) {}
}
