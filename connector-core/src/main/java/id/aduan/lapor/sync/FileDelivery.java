package id.aduan.lapor.sync;

import id.aduan.lapor.complaint.AgencyCode;
import id.aduan.lapor.complaint.Reference;
import java.time.Instant;

/**
 * What became of one file of a case at one of its legs.
 *
 * @param place which file of the case it is, from 1
 * @param sha256 of what goes out or went
 * @param reason why it was not taken, as a code; otherwise empty
 * @param number the agency's own of the file; may be empty
 */
public record FileDelivery(
    AgencyCode agency,
    Reference leg,
    int place,
    Form form,
    String sha256,
    State state,
    String reason,
    String number,
    Instant since) {

  /** In which form it goes out. Stored by name: a constant is never renamed. */
  public enum Form {
    /** As it came, or without what a picture tells of who took it. */
    MAIN,
    /** The same document in an open format, beside it. */
    EXCHANGE
  }

  /** How far it is. Stored by name: a constant is never renamed. */
  public enum State {
    /** It is to go out. */
    DUE,
    /** The agency has it. */
    SENT,
    /** The agency does not take it, or its rules here do not let it. */
    REFUSED
  }

  FileDelivery sent(String newNumber, Instant now) {
    return new FileDelivery(agency, leg, place, form, sha256, State.SENT, "", newNumber, now);
  }
}
