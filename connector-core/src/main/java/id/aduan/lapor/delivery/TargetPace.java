package id.aduan.lapor.delivery;

import java.time.Duration;
import java.time.Instant;

/**
 * How hard one target is pressed: up to its concurrency while it is well, one probe at a time with
 * growing pauses while it is in trouble (C9, C10). Not safe for use by many threads; the dispatcher
 * guards it.
 */
final class TargetPace {
  private final int concurrencyMax;
  private int underWay;
  private int troubles;
  private Instant notBefore = Instant.EPOCH;

  TargetPace(int concurrencyMax) {
    this.concurrencyMax = concurrencyMax;
  }

  /** Without the troubles so far; what is under way still counts. */
  TargetPace renewed(int newConcurrencyMax) {
    TargetPace renewed = new TargetPace(newConcurrencyMax);
    renewed.underWay = underWay;
    return renewed;
  }

  /** How many entries may be claimed now. */
  int room(Instant now) {
    if (now.isBefore(notBefore)) {
      return 0;
    }
    int limit = troubles > 0 ? 1 : concurrencyMax;
    return Math.max(0, limit - underWay);
  }

  void begun(int entries) {
    underWay += entries;
  }

  void ended() {
    underWay--;
  }

  void well() {
    troubles = 0;
    notBefore = Instant.EPOCH;
  }

  /** Leaves the target alone for at least {@code wish}, and longer each time. */
  void troubled(Instant now, RetryPolicy policy, Duration wish) {
    troubles++;
    Duration clamped = wish.compareTo(policy.retryAfterMax()) > 0 ? policy.retryAfterMax() : wish;
    Duration delay = policy.probeDelay(troubles);
    Instant until = now.plus(clamped.compareTo(delay) > 0 ? clamped : delay);
    notBefore = until.isAfter(notBefore) ? until : notBefore;
  }

  Instant notBefore() {
    return notBefore;
  }
}
