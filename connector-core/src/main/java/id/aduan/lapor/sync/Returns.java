package id.aduan.lapor.sync;

import id.aduan.lapor.agency.TicketChange;
import id.aduan.lapor.complaint.AgencyCode;
import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.store.Tx;
import java.time.Instant;
import java.util.List;

/**
 * Cases that an agency gave back as not its authority (bukan wewenang). They wait for the
 * coordinator: nothing of them goes to the portal by itself (CMP-07).
 */
public interface Returns {
  /** Keeps that a case was given back; told again, it is not kept twice. */
  void add(Tx tx, TrackingId complaint, AgencyCode agency, TicketChange change, Instant now);

  /** Whether this case of this agency waits already. */
  boolean isWaiting(Tx tx, TrackingId complaint, AgencyCode agency);

  /**
   * That it was given back is dealt with; given back again, it waits anew. Does nothing where it
   * does not wait.
   */
  void settle(Tx tx, TrackingId complaint, AgencyCode agency, Instant now);

  /** The oldest that wait. */
  List<Waiting> waiting(Tx tx, int max);

  /** The oldest of this agency that wait. */
  List<Waiting> waiting(Tx tx, AgencyCode agency, int max);

  /** How many wait. */
  long count(Tx tx);

  /**
   * A case that waits for the coordinator.
   *
   * @param word the agency's own word for it, as its system has it
   */
  record Waiting(long id, TrackingId complaint, AgencyCode agency, String word, Instant since) {}
}
