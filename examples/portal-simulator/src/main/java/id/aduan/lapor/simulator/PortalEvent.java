package id.aduan.lapor.simulator;

import java.time.Instant;

/**
 * Something that happened at the portal, for a timeline; it names no person and repeats no text.
 *
 * @param detail a status, an institution id or an HTTP status, by kind
 */
public record PortalEvent(Instant at, Kind kind, String complaintId, String detail) {
  /** What happened. */
  public enum Kind {
    COMPLAINT_FILED,
    COMPLAINT_ASSIGNED,
    COMPLAINT_FORWARDED,
    FOLLOW_UP_RECEIVED,
    REPORTER_REPLIED,
    COMPLAINT_CLOSED,
    /** An admin or the reporter did something else to it; the detail is its status. */
    COMPLAINT_CHANGED,
    /** It is gone from the portal. */
    COMPLAINT_REMOVED,
    /** A fault that was ordered happened; the detail says which, and where. */
    FAULT_HAPPENED,
    PUSH_DELIVERED,
    PUSH_FAILED
  }
}
