package id.aduan.lapor.sync;

import id.aduan.lapor.agency.AgencyTicket;
import id.aduan.lapor.agency.TicketChange;
import id.aduan.lapor.complaint.AgencyCode;
import id.aduan.lapor.store.Tx;
import java.time.Instant;
import java.util.List;

/**
 * Changes of tickets that are no complaint's yet, kept while a ticket of that agency may exist
 * whose number we were not told: an answer must not be passed over because its create is still
 * unknown.
 */
public interface Unclaimed {
  /** Keeps a change; one that is kept already stays as it is. */
  void add(Tx tx, AgencyCode agency, TicketChange change, Instant now);

  /** Whether none is kept of any agency; asked of the store once in a transaction. */
  boolean isEmpty(Tx tx);

  /**
   * Hands out the changes of a ticket, in the order of their arrival, and forgets them. One that
   * was damaged is logged and stays where it is (C20).
   */
  List<TicketChange> take(Tx tx, AgencyTicket ticket);

  /**
   * Forgets what nobody can claim any more: those were tickets of the agency's own. What was
   * damaged stays.
   */
  void forget(Tx tx, AgencyCode agency);
}
