package id.aduan.lapor.delivery;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One claim in this process, from being claimed to its end. Safe for use by many threads. */
final class Job {
  private final Claimed claimed;
  private final Instant firstLeaseUntil;
  private Instant leaseUntil;
  private long leaseEndNanos;
  private boolean over;
  private @Nullable Thread worker;

  /**
   * Makes it.
   *
   * @param leaseEndNanos the end of its lease by the clock that is never put back, no later than
   *     that in the store
   */
  Job(Claimed claimed, Instant leaseUntil, long leaseEndNanos) {
    this.claimed = claimed;
    this.firstLeaseUntil = leaseUntil;
    this.leaseUntil = leaseUntil;
    this.leaseEndNanos = leaseEndNanos;
  }

  Claimed claimed() {
    return claimed;
  }

  Envelope envelope() {
    return claimed.envelope();
  }

  String target() {
    return claimed.envelope().lane().target();
  }

  /** Whether its lease runs out soon by the store's clock, or that clock was moved. */
  synchronized boolean isToRenew(Instant now, Duration lease, Duration every) {
    return leaseUntil.isBefore(now.plus(lease).minus(every)) || leaseUntil.isAfter(now.plus(lease));
  }

  /** Whether nobody has begun it within its first lease. */
  synchronized boolean isStale(Instant now) {
    return worker == null && !over && !now.isBefore(firstLeaseUntil);
  }

  synchronized void renewed(Instant until, long endNanos) {
    leaseUntil = until;
    leaseEndNanos = endNanos;
  }

  synchronized boolean leaseRuns(long nanos) {
    return nanos - leaseEndNanos < 0;
  }

  /** Called by the worker; false if it was taken back, and is not to be begun. */
  synchronized boolean begin() {
    if (over) {
      return false;
    }
    worker = Thread.currentThread();
    return true;
  }

  /** Called by the worker, whose next job must not be interrupted for this one's sake. */
  synchronized void end() {
    over = true;
    worker = null;
    boolean unused = Thread.interrupted();
  }

  /** Takes it back; false if it has begun or has ended. */
  synchronized boolean takeBack() {
    boolean mine = !over && worker == null;
    over |= mine;
    return mine;
  }

  synchronized void interrupt() {
    if (worker != null) {
      worker.interrupt();
    }
  }
}
