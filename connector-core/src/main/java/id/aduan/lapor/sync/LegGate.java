package id.aduan.lapor.sync;

import id.aduan.lapor.complaint.AgencyCode;
import id.aduan.lapor.complaint.Reference;
import id.aduan.lapor.delivery.DeliveryResult;
import id.aduan.lapor.delivery.Envelope;
import id.aduan.lapor.delivery.Targets;
import id.aduan.lapor.json.ModelJson;
import id.aduan.lapor.store.Tx;
import id.aduan.lapor.sync.ParkedAnswer.Refusal;
import java.util.Optional;

/**
 * Keeps a ticket from being opened for a leg that another agency has instead by now, or of a case
 * that does not go out any more (D13): what was under way when that was decided ends here. Safe for
 * use by many threads.
 */
record LegGate(CaseStore store) {

  /** Why a leg's ticket is not opened; empty if it is. */
  Optional<DeliveryResult> refusal(Tx tx, AgencyCode agency, Reference of) {
    return over(tx, agency, of)
        .map(why -> new DeliveryResult.Obsolete(why, why + "; nothing was sent"));
  }

  /** Why a person cannot let an entry go that would open one; empty if they can. */
  Optional<Refusal> objection(Tx tx, Envelope envelope) {
    if (Targets.isReserved(envelope.lane().target())
        || !envelope.operation().equals(ComplaintIntake.OPEN)) {
      return Optional.empty();
    }
    Reference leg;
    try {
      leg = ModelJson.readAgencyComplaint(envelope.payload()).facts().reference();
    } catch (IllegalArgumentException e) {
      return Optional.empty(); // it opens nothing either way
    }
    return over(tx, new AgencyCode(envelope.lane().target()), leg)
        .map(why -> why.equals(TicketUpdates.MOVED) ? Refusal.HAS_MOVED : Refusal.WITHHELD);
  }

  /**
   * Why a leg is to have no ticket: {@link TicketUpdates#MOVED} or {@link TicketUpdates#WITHHELD}.
   * A leg without a row is the only one of its case and has neither moved nor ended here.
   */
  Optional<String> over(Tx tx, AgencyCode agency, Reference of) {
    Optional<Leg> leg =
        CaseLegs.find(store.legs().of(tx, of.complaint()), agency, of.leg())
            .filter(it -> !it.isOpen());
    if (leg.isEmpty()) {
      return Optional.empty();
    }
    if (leg.get().state() == Leg.State.MOVED) {
      return Optional.of(TicketUpdates.MOVED);
    }
    return store
        .complaints()
        .find(tx, of.complaint())
        .filter(record -> record.complaint().status().withheldFromAgencies())
        .map(record -> TicketUpdates.WITHHELD);
  }
}
