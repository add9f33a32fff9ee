package id.aduan.lapor.sync;

import id.aduan.lapor.agency.AgencyTicket;
import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.store.Tx;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Which ticket of which agency is which complaint. */
public interface Links {
  /** Links a ticket; linking it again to the same complaint changes nothing. */
  void add(Tx tx, TrackingId complaint, AgencyTicket ticket, Instant now);

  Optional<TrackingId> complaintOf(Tx tx, AgencyTicket ticket);

  List<AgencyTicket> ticketsOf(Tx tx, TrackingId complaint);
}
