package id.aduan.lapor.bintan.desk;

import java.time.Instant;

/**
 * Something that happened in an agency's system, for a timeline. Carries no text of a reporter or
 * an officer.
 *
 * @param number the agency's ticket number; empty if there is no ticket
 * @param reference the caller's reference; empty if unknown
 * @param detail a status code, a kind of trouble, or the names of refused fields
 */
public record AgencyEvent(
    Instant at,
    String agency,
    Kind kind,
    String unit,
    String number,
    String reference,
    String detail) {

  /** What happened. */
  public enum Kind {
    FILED,
    REVISED,
    FILE_TAKEN,
    ANSWERED,
    NOTED,
    STATUS_CHANGED,
    REFUSED,
    TROUBLE
  }
}
