package id.aduan.lapor.simulator;

import java.util.List;

/**
 * What the portal gave and got, append-only; safe for threads, every list is an immutable copy.
 *
 * <p>The optional file holds the same as JSON lines, flushed one by one, but for plain calls and
 * pushes. It leaves out the reporter and the texts of complaints, so that a personal mark found in
 * it came back in a follow-up.
 */
public interface Ledger {
  /** How many entries are kept in memory; the oldest go first. */
  int ENTRIES_MAX = 50_000;

  /** Complaints offered to the outside, oldest first. */
  List<OfferedComplaint> complaints();

  /** Follow-ups received from agencies, oldest first, duplicates and all. */
  List<ReceivedFollowUp> followUps();

  /** Everything that happened, faults included, oldest first. */
  List<LedgerEntry> entries();

  /** The follow-ups of one complaint, oldest first. */
  default List<ReceivedFollowUp> followUps(String complaintId) {
    return followUps().stream().filter(line -> line.complaintId().equals(complaintId)).toList();
  }

  /** The story of one complaint, oldest first. */
  default List<LedgerEntry> entries(String complaintId) {
    return entries().stream().filter(line -> line.complaintId().equals(complaintId)).toList();
  }

  /** The faults that really happened, oldest first. */
  default List<LedgerEntry> faults() {
    return entries().stream().filter(line -> line.kind() == LedgerEntry.Kind.FAULT).toList();
  }
}
