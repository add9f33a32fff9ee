package id.aduan.lapor.delivery;

import java.time.Duration;

/**
 * How one attempt at a far end ended, for whoever counts; it names no complaint.
 *
 * @param target an agency's code, or one of {@link Targets}
 * @param targetTrouble whether the far end, not the entry, is in trouble
 * @param took until the far end's answer, or until none was waited for any more
 */
public record Attempted(String target, Result result, boolean targetTrouble, Duration took) {

  /** What is known of the entry after the attempt. */
  public enum Result {
    /** The far end has it. */
    ACCEPTED,
    /** It does not, and would not take it. */
    REFUSED,
    /** It does not, and may take it another time. */
    RETRY,
    /** It may have it. */
    UNKNOWN
  }
}
