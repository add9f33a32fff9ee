package id.aduan.lapor.sync;

import id.aduan.lapor.agency.AgencyTicket;
import id.aduan.lapor.complaint.AgencyCode;
import id.aduan.lapor.complaint.Reference;
import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.store.Tx;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Which ticket of which agency is which complaint, and which of its legs there. */
public interface Links {
  /** Links a ticket; linking it again, to whatever, changes nothing. */
  void add(Tx tx, Reference leg, AgencyTicket ticket, Instant now);

  /** Links the ticket of the first time that the complaint goes to an agency. */
  default void add(Tx tx, TrackingId complaint, AgencyTicket ticket, Instant now) {
    add(tx, Reference.of(complaint), ticket, now);
  }

  /** Which leg with its agency a ticket is. */
  Optional<Reference> legOf(Tx tx, AgencyTicket ticket);

  default Optional<TrackingId> complaintOf(Tx tx, AgencyTicket ticket) {
    return legOf(tx, ticket).map(Reference::complaint);
  }

  /** The tickets of a complaint, in the order in which they were linked. */
  List<Linked> of(Tx tx, TrackingId complaint);

  default List<AgencyTicket> ticketsOf(Tx tx, TrackingId complaint) {
    return of(tx, complaint).stream().map(Linked::ticket).toList();
  }

  /** The ticket of one leg; the one that was linked last, should there be several. */
  default Optional<AgencyTicket> ticketOf(Tx tx, AgencyCode agency, Reference leg) {
    return of(tx, leg.complaint()).stream()
        .filter(linked -> linked.isOf(agency, leg.leg()))
        .map(Linked::ticket)
        .reduce((earlier, later) -> later);
  }

  /**
   * A ticket.
   *
   * @param leg how many times the complaint had gone to its agency
   */
  record Linked(AgencyTicket ticket, int leg) {
    boolean isOf(AgencyCode agency, int number) {
      return ticket.agency().equals(agency) && leg == number;
    }
  }
}
