package id.aduan.lapor.sync;

import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.deadline.Clocks.Numbered;
import id.aduan.lapor.store.Tx;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the open clocks to the rules and calendars in force (CAL-08): the old day and the reason
 * are kept, what has ended stays as it was. Step by step, so that the writer is never held for
 * long; where it stopped, it goes on after a restart. Safe to be run by several nodes: they share
 * the steps.
 */
public final class Recount {
  /** About a thousand clocks, at the five or six that an open case has. */
  static final int CASES_PER_STEP = 200;

  private static final Logger LOG = LoggerFactory.getLogger(Recount.class);
  private static final String DONE = "done";
  private final CaseStore store;
  private final Deadlines deadlines;
  private final Timekeeper timekeeper;
  private final InstantSource time;

  public Recount(CaseStore store, Deadlines deadlines, Timekeeper timekeeper, InstantSource time) {
    this.store = store;
    this.deadlines = deadlines;
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
    int moved = 0;
    int seen = 0;
    more = true;
    while (more && !stopped.getAsBoolean()) {
      Step step = store.inTransaction(this::step);
      moved += step.moved();
      seen += step.cases();
      more = step.more();
    }
    if (seen > 0) {
      LOG.info(
          "counted the clocks of {} open cases by {}; {} days moved: lapor deadlines --moved",
          seen,
          deadlines.version(),
          moved);
    }
  }

  private boolean keepBases(Tx tx) {
    deadlines
        .bases()
        .forEach((version, document) -> store.bases().keep(tx, version, document, time.instant()));
    return true;
  }

  private boolean begin(Tx tx) {
    String marker = store.cursors().get(tx, Cursors.UNTIMED);
    if (marker.equals(DONE)) {
      return false;
    }
    Instant now = time.instant();
    List<TrackingId> cases = store.clocks().untimedAfter(tx, marker, CASES_PER_STEP);
    for (TrackingId id : cases) {
      store.complaints().find(tx, id).ifPresent(record -> timekeeper.begin(tx, record, now));
    }
    boolean more = cases.size() == CASES_PER_STEP;
    String next = more ? cases.get(cases.size() - 1).value() : DONE;
    store.cursors().set(tx, Cursors.UNTIMED, next, now);
    return more;
  }

  private Step step(Tx tx) {
    String version = deadlines.version();
    String marker = store.cursors().get(tx, Cursors.RECOUNT);
    String place = marker.startsWith(version + " ") ? marker.substring(version.length() + 1) : "0";
    if (place.equals(DONE)) {
      return new Step(0, 0, false);
    }
    Instant now = time.instant();
    List<Numbered> page = store.clocks().openAfter(tx, Long.parseLong(place), CASES_PER_STEP);
    int moved = 0;
    for (Numbered next : page) {
      moved += timekeeper.recount(tx, next.complaint(), now);
    }
    boolean more = page.size() == CASES_PER_STEP;
    String reached = more ? Long.toString(page.get(page.size() - 1).number()) : DONE;
    store.cursors().set(tx, Cursors.RECOUNT, version + " " + reached, now);
    return new Step(page.size(), moved, more);
  }

  private record Step(int cases, int moved, boolean more) {}
}
