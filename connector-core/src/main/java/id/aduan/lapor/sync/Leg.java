package id.aduan.lapor.sync;

import id.aduan.lapor.complaint.AgencyCode;
import id.aduan.lapor.complaint.Handling;
import id.aduan.lapor.complaint.Reference;
import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.sync.CaseRecord.Assignment;
import java.time.Instant;
import java.util.Optional;

/**
 * One time that a case goes to one agency: with a ticket, a status and an end of its own. A case
 * with several agencies has several at once, and one that is opened again gets another one with the
 * same agency.
 *
 * @param number how many times the case has gone to this agency
 * @param lead whether this agency answers for the whole (penanggung jawab); one of a case does
 * @param why which rule or person sent it there
 * @param word the agency's own word for {@code handling}, as its system has it; may be empty
 * @param since when it went there
 * @param until when it ended
 * @param answeredAt when its public answer stood on the portal
 * @param reason why it ended, in the words of whoever ended it; may be empty
 */
public record Leg(
    TrackingId complaint,
    AgencyCode agency,
    int number,
    State state,
    boolean lead,
    Assignment why,
    Handling handling,
    String word,
    Instant since,
    Optional<Instant> until,
    Optional<Instant> answeredAt,
    String reason) {

  /** Where a leg stands. Stored by name: a constant is never renamed. */
  public enum State {
    /** The agency has it. */
    ACTIVE,
    /** The agency gave it back; it waits for the coordinator, and its clock runs on (CMP-07). */
    RETURNED,
    /** Another agency has it instead. */
    MOVED,
    /** It ended with the case. */
    ENDED
  }

  /** Whether the agency still has to do with it. */
  public boolean isOpen() {
    return state == State.ACTIVE || state == State.RETURNED;
  }

  public Reference reference() {
    return new Reference(complaint, number);
  }
}
