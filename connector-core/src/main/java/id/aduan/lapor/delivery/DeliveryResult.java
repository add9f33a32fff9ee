package id.aduan.lapor.delivery;

import java.time.Duration;
import java.util.Optional;

/**
 * How one attempt at a far end came out (C7). Details are for the operator: they name no person and
 * quote at most the beginning of an answer.
 */
public sealed interface DeliveryResult {

  /** It is stored there, under this reference (a ticket number, a follow-up id; may be empty). */
  record Accepted(String reference) implements DeliveryResult {}

  /** A definite no: nothing is stored there, and a repetition would be refused as well. */
  record Refused(String code, String detail) implements DeliveryResult {}

  /**
   * Nothing was sent, and nothing is to be: what it would bring about is not wanted any more. The
   * entry is discarded, unless an earlier attempt of it may have been carried out.
   *
   * @param code why, as {@link Settlement#code()}
   */
  record Obsolete(String code, String detail) implements DeliveryResult {}

  /** Proven not stored; worth another try, not before {@code after} if the far end said so. */
  record RetryLater(Trouble trouble, String detail, Optional<Duration> after)
      implements DeliveryResult {}

  /** The request may have been carried out; the answer never came or cannot be read. */
  record Unknown(String detail) implements DeliveryResult {}

  /** Whose trouble a failed attempt is (C9): only trouble of the entry uses up its attempts. */
  enum Trouble {
    TARGET,
    /** The target refuses our credentials: its trouble too, and a person has to end it. */
    CREDENTIALS,
    ENTRY
  }

  static DeliveryResult targetTrouble(String detail) {
    return new RetryLater(Trouble.TARGET, detail, Optional.empty());
  }

  static DeliveryResult refusedCredentials(String detail) {
    return new RetryLater(Trouble.CREDENTIALS, detail, Optional.empty());
  }

  static DeliveryResult entryTrouble(String detail) {
    return new RetryLater(Trouble.ENTRY, detail, Optional.empty());
  }
}
