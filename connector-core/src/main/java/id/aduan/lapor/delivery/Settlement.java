package id.aduan.lapor.delivery;

import id.aduan.lapor.delivery.DeliveryResult.Accepted;
import id.aduan.lapor.delivery.DeliveryResult.Refused;
import id.aduan.lapor.delivery.DeliveryResult.RetryLater;
import id.aduan.lapor.delivery.DeliveryResult.Trouble;
import id.aduan.lapor.delivery.DeliveryResult.Unknown;
import id.aduan.lapor.delivery.Lookup.Absent;
import id.aduan.lapor.delivery.Lookup.CannotTell;
import id.aduan.lapor.delivery.Lookup.Found;
import java.time.Instant;
import java.util.random.RandomGenerator;

/**
 * What follows from an attempt or a look-up: where the entry goes, and when it is due again. Pure
 * (C7, C9).
 *
 * @param dueAt meaningful while the entry is not settled
 * @param targetTrouble whether the target, not the entry, is in trouble: the entry keeps its
 *     attempts, and the target is left alone for a while
 * @param code empty, or why it did not go through
 */
public record Settlement(
    State next,
    Instant dueAt,
    int attempts,
    int lookUps,
    boolean targetTrouble,
    String reference,
    String code,
    String detail) {

  public static final String REFUSED = "LC-REFUSED";
  public static final String TARGET_TROUBLE = "LC-TARGET-TROUBLE";
  public static final String ENTRY_TROUBLE = "LC-ENTRY-TROUBLE";
  public static final String ATTEMPTS_USED_UP = "LC-ATTEMPTS-USED-UP";
  public static final String UNKNOWN_OUTCOME = "LC-UNKNOWN-OUTCOME";
  static final int ABSENT_PROOFS = 2;

  /** What follows from having sent the entry. */
  static Settlement ofAttempt(
      Envelope sent,
      DeliveryResult result,
      boolean canLookUp,
      RetryPolicy policy,
      Instant now,
      RandomGenerator chance) {
    int attempts = sent.attempts() + 1;
    if (result instanceof Accepted accepted) {
      return done(now, attempts, accepted.reference());
    }
    if (result instanceof Refused refused) {
      return parked(now, attempts, REFUSED, refused.code() + ": " + refused.detail());
    }
    if (result instanceof RetryLater later) {
      return later.trouble() == Trouble.TARGET
          ? waiting(now, sent.attempts(), true, TARGET_TROUBLE, later.detail())
          : retried(now, attempts, ENTRY_TROUBLE, later.detail(), policy, chance);
    }
    Unknown unknown = (Unknown) result;
    return canLookUp
        ? uncertain(now.plus(policy.lookupSettle()), attempts, 0, unknown.detail())
        : parked(now, attempts, UNKNOWN_OUTCOME, unknown.detail());
  }

  /** What follows from having looked the entry up. */
  static Settlement ofLookup(
      Envelope sought, Lookup lookup, RetryPolicy policy, Instant now, RandomGenerator chance) {
    if (lookup instanceof Found found) {
      return done(now, sought.attempts(), found.reference());
    }
    if (lookup instanceof CannotTell cannotTell) {
      return new Settlement(
          State.UNCERTAIN,
          now,
          sought.attempts(),
          sought.lookUps(),
          true,
          "",
          UNKNOWN_OUTCOME,
          cannotTell.detail());
    }
    Absent absent = (Absent) lookup;
    int lookUps = sought.lookUps() + 1;
    return lookUps < ABSENT_PROOFS
        ? uncertain(now.plus(policy.lookupSettle()), sought.attempts(), lookUps, "not found yet")
        : retried(
            now, sought.attempts(), ENTRY_TROUBLE, "proven absent: " + absent, policy, chance);
  }

  /** What follows from having neither sent nor sought it: it is due at once, as it was. */
  static Settlement notBegun(Envelope claimed, Instant now) {
    State before = claimed.uncertain() ? State.UNCERTAIN : State.WAITING;
    return new Settlement(
        before, now, claimed.attempts(), claimed.lookUps(), false, "", "", "not begun");
  }

  private static Settlement done(Instant now, int attempts, String reference) {
    return new Settlement(State.DONE, now, attempts, 0, false, reference, "", "");
  }

  private static Settlement parked(Instant now, int attempts, String code, String detail) {
    return new Settlement(State.PARKED, now, attempts, 0, false, "", code, detail);
  }

  private static Settlement waiting(
      Instant due, int attempts, boolean targetTrouble, String code, String detail) {
    return new Settlement(State.WAITING, due, attempts, 0, targetTrouble, "", code, detail);
  }

  private static Settlement uncertain(Instant due, int attempts, int lookUps, String detail) {
    return new Settlement(
        State.UNCERTAIN, due, attempts, lookUps, false, "", UNKNOWN_OUTCOME, detail);
  }

  private static Settlement retried(
      Instant now,
      int attempts,
      String code,
      String detail,
      RetryPolicy policy,
      RandomGenerator chance) {
    if (attempts >= policy.attemptsMax()) {
      return parked(now, attempts, ATTEMPTS_USED_UP, detail);
    }
    return waiting(
        now.plus(policy.entryDelay(attempts - 1, chance)), attempts, false, code, detail);
  }
}
