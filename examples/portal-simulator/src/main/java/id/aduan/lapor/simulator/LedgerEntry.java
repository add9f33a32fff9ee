package id.aduan.lapor.simulator;

import java.time.Instant;
import java.util.Locale;

/**
 * One line of what happened; it names no person and repeats no text of a complaint.
 *
 * @param number counted from 1, in order
 * @param complaintId empty where it is about none
 */
public record LedgerEntry(long number, Instant at, Kind kind, String complaintId, String what) {
  /** What sort of thing happened. */
  public enum Kind {
    /** A complaint was filed or changed. */
    CHANGE,
    /** A call of the wire was answered, or left without an answer. */
    CALL,
    /** A webhook was sent. */
    PUSH,
    /** A fault that was ordered happened. */
    FAULT,
    /** Somebody ordered something: a fault, a setting. */
    CONTROL,
    /** A text message went out or came in; what it held is not told. */
    SMS;

    /** The name in lower case. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
