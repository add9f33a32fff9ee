package id.aduan.lapor.sync;

import java.util.concurrent.atomic.AtomicBoolean;

/**
 * What is to be done about clocks every few seconds, on one node at a time: at first they are
 * brought to the rules and calendars in force, then the warnings that are due are given, and once a
 * day the digest. Safe for use by many threads.
 */
public final class DeadlineRound {
  private final Recount recount;
  private final DeadlineSweep sweep;
  private final DailyDigest digest;
  private final AtomicBoolean recounted = new AtomicBoolean();
  private final AtomicBoolean stopped = new AtomicBoolean();

  public DeadlineRound(Recount recount, DeadlineSweep sweep, DailyDigest digest) {
    this.recount = recount;
    this.sweep = sweep;
    this.digest = digest;
  }

  /**
   * Does what is due.
   *
   * @throws id.aduan.lapor.failure.StoreException when the store cannot be had; what was done until
   *     then is kept, and the next time goes on from there
   */
  public void runOnce() {
    if (!recounted.get()) {
      recount.run(stopped::get);
      recounted.set(!stopped.get());
    }
    int unused = sweep.run(stopped::get);
    digest.run();
  }

  /** Ends what is under way after the step that it is at. */
  public void stop() {
    stopped.set(true);
  }
}
