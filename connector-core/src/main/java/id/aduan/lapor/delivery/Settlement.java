package id.aduan.lapor.delivery;

import id.aduan.lapor.delivery.DeliveryResult.Accepted;
import id.aduan.lapor.delivery.DeliveryResult.Obsolete;
import id.aduan.lapor.delivery.DeliveryResult.Refused;
import id.aduan.lapor.delivery.DeliveryResult.RetryLater;
import id.aduan.lapor.delivery.DeliveryResult.Trouble;
import id.aduan.lapor.delivery.DeliveryResult.Unknown;
import id.aduan.lapor.delivery.Lookup.CannotTell;
import id.aduan.lapor.delivery.Lookup.Found;
import java.time.Duration;
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

  /** Begun again and again, and no end was ever recorded (C11). */
  public static final String CRASHED = "LC-CRASHED";

  /** Claimed and not begun: the entry is as it was. */
  public static final String NOT_BEGUN = "LC-NOT-BEGUN";

  static final int ABSENT_PROOFS = 2;
  private static final String BROKEN_OFF = "broken off before its end was known";

  /** What is known of the entry now. */
  Attempted.Result result() {
    return switch (next) {
      case DONE -> Attempted.Result.ACCEPTED;
      case DISCARDED -> throw new IllegalStateException("nothing was attempted of it");
      case WAITING -> Attempted.Result.RETRY;
      case UNCERTAIN, SENDING, LOOKING_UP -> Attempted.Result.UNKNOWN;
      case PARKED ->
          switch (code) {
            case REFUSED -> Attempted.Result.REFUSED;
            case ATTEMPTS_USED_UP -> Attempted.Result.RETRY;
            default -> Attempted.Result.UNKNOWN;
          };
    };
  }

  /**
   * What follows from having sent the entry. Where an earlier attempt may have been carried out, no
   * end of a repetition proves the contrary, so such an entry stays uncertain until it is accepted.
   */
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
      String why = refused.code() + ": " + refused.detail();
      return sent.uncertain()
          ? parked(now, attempts, UNKNOWN_OUTCOME, "refused when repeated: " + why)
          : parked(now, attempts, REFUSED, why);
    }
    if (result instanceof Obsolete obsolete) {
      return sent.uncertain()
          ? parked(now, sent.attempts(), UNKNOWN_OUTCOME, "not repeated: " + obsolete.detail())
          : discarded(now, sent.attempts(), obsolete.code());
    }
    if (result instanceof RetryLater later) {
      return sent.uncertain()
          ? stillUncertain(sent, later, policy, now, chance)
          : later.trouble() == Trouble.ENTRY
              ? retried(now, attempts, ENTRY_TROUBLE, later.detail(), policy, chance)
                  .notBefore(now.plus(policy.clamped(later.after().orElse(Duration.ZERO))))
              : waiting(now, sent.attempts(), true, TARGET_TROUBLE, later.detail());
    }
    Unknown unknown = (Unknown) result;
    return canLookUp && attempts < policy.attemptsMax()
        ? uncertain(now.plus(policy.lookupSettle()), attempts, 0, unknown.detail())
        : parked(now, attempts, UNKNOWN_OUTCOME, unknown.detail());
  }

  private static Settlement stillUncertain(
      Envelope sent, RetryLater later, RetryPolicy policy, Instant now, RandomGenerator chance) {
    return later.trouble() == Trouble.ENTRY
        ? uncertainAgain(sent, later.detail(), policy, now, chance)
            .notBefore(now.plus(policy.clamped(later.after().orElse(Duration.ZERO))))
        : unsure(now, sent.attempts(), sent.lookUps(), true, later.detail());
  }

  /** Not settled by this try either; after as many as an entry has attempts a human has to look. */
  private static Settlement uncertainAgain(
      Envelope entry, String detail, RetryPolicy policy, Instant now, RandomGenerator chance) {
    int attempts = entry.attempts() + 1;
    return attempts < policy.attemptsMax()
        ? unsure(
            now.plus(policy.entryDelay(attempts, chance)), attempts, entry.lookUps(), false, detail)
        : parked(now, attempts, UNKNOWN_OUTCOME, detail);
  }

  /** What follows from having looked the entry up. */
  static Settlement ofLookup(
      Envelope sought, Lookup lookup, RetryPolicy policy, Instant now, RandomGenerator chance) {
    if (lookup instanceof Found found) {
      return done(now, sought.attempts(), found.reference());
    }
    if (lookup instanceof CannotTell cannotTell) {
      return cannotTell.targetTrouble()
          ? unsure(now, sought.attempts(), sought.lookUps(), true, cannotTell.detail())
          : uncertainAgain(sought, cannotTell.detail(), policy, now, chance);
    }
    int lookUps = sought.lookUps() + 1;
    return lookUps < ABSENT_PROOFS
        ? uncertain(now.plus(policy.lookupSettle()), sought.attempts(), lookUps, "not found yet")
        : retried(now, sought.attempts(), ENTRY_TROUBLE, "proven absent", policy, chance);
  }

  /** What follows from having neither sent nor sought it: it is as it was, and due then. */
  static Settlement notBegun(Envelope claimed, Instant dueAt) {
    State before = claimed.uncertain() ? State.UNCERTAIN : State.WAITING;
    return new Settlement(
        before, dueAt, claimed.attempts(), claimed.lookUps(), false, "", NOT_BEGUN, "not begun");
  }

  /** What follows from having broken off what was under way: it may have been carried out. */
  static Settlement brokenOff(Envelope claimed, RetryPolicy policy, Instant now) {
    Instant settled = now.plus(policy.lookupSettle()); // a repetition may be being stored, too
    return claimed.uncertain()
        ? unsure(settled, claimed.attempts(), claimed.lookUps(), false, BROKEN_OFF)
        : uncertain(settled, claimed.attempts() + 1, 0, BROKEN_OFF);
  }

  /** The same, and no repetition before this: a far end's own wish is not undercut. */
  private Settlement notBefore(Instant earliest) {
    return (next == State.WAITING || next == State.UNCERTAIN) && dueAt.isBefore(earliest)
        ? new Settlement(next, earliest, attempts, lookUps, targetTrouble, reference, code, detail)
        : this;
  }

  /** Whether the entry is as it was before it was claimed. */
  public boolean isNotBegun() {
    return code.equals(NOT_BEGUN);
  }

  /** The same while the target is in trouble: that is whose trouble it is, and costs no attempt. */
  Settlement ofProbe(Envelope sent) {
    return next == State.WAITING || next == State.UNCERTAIN
        ? new Settlement(next, dueAt, sent.attempts(), lookUps, true, reference, code, detail)
        : this;
  }

  private static Settlement done(Instant now, int attempts, String reference) {
    return new Settlement(State.DONE, now, attempts, 0, false, reference, "", "");
  }

  private static Settlement discarded(Instant now, int attempts, String code) {
    return new Settlement(State.DISCARDED, now, attempts, 0, false, "", code, "");
  }

  private static Settlement parked(Instant now, int attempts, String code, String detail) {
    return new Settlement(State.PARKED, now, attempts, 0, false, "", code, detail);
  }

  private static Settlement waiting(
      Instant due, int attempts, boolean targetTrouble, String code, String detail) {
    return new Settlement(State.WAITING, due, attempts, 0, targetTrouble, "", code, detail);
  }

  private static Settlement uncertain(Instant due, int attempts, int lookUps, String detail) {
    return unsure(due, attempts, lookUps, false, detail);
  }

  private static Settlement unsure(
      Instant due, int attempts, int lookUps, boolean targetTrouble, String detail) {
    return new Settlement(
        State.UNCERTAIN, due, attempts, lookUps, targetTrouble, "", UNKNOWN_OUTCOME, detail);
  }

  /** What follows for an entry that may have been carried out and cannot be looked up. */
  static Settlement ofNobodyToAsk(Envelope sought, Instant now) {
    return parked(
        now,
        sought.attempts(),
        UNKNOWN_OUTCOME,
        "it may have been carried out, and the far end cannot be asked");
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
