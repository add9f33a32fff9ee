package id.aduan.lapor.simulator;

import java.util.List;

/**
 * What the portal gave and got, append-only; safe for threads, every list is an immutable copy.
 *
 * <p>The optional file holds the same as JSON lines, flushed one by one. It leaves out the reporter
 * and the texts of complaints, so that a personal mark found in it came back in a follow-up.
 */
public interface Ledger {
  /** Complaints offered to the outside, oldest first. */
  List<OfferedComplaint> complaints();

  /** Follow-ups received from agencies, oldest first, duplicates and all. */
  List<ReceivedFollowUp> followUps();

  /** The follow-ups of one complaint, oldest first. */
  default List<ReceivedFollowUp> followUps(String complaintId) {
    return followUps().stream().filter(line -> line.complaintId().equals(complaintId)).toList();
  }
}
