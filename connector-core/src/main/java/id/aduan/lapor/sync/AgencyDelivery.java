package id.aduan.lapor.sync;

import id.aduan.lapor.agency.AgencyAdapter;
import id.aduan.lapor.agency.AgencyTicket;
import id.aduan.lapor.agency.Capability;
import id.aduan.lapor.audit.AuditEntry;
import id.aduan.lapor.audit.AuditEntry.Action;
import id.aduan.lapor.complaint.AgencyCode;
import id.aduan.lapor.complaint.Reference;
import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.deadline.CaseEvent;
import id.aduan.lapor.deadline.Occurrence;
import id.aduan.lapor.delivery.DeliveryResult;
import id.aduan.lapor.delivery.DeliveryTarget;
import id.aduan.lapor.delivery.Envelope;
import id.aduan.lapor.delivery.Lookup;
import id.aduan.lapor.failure.StoreException;
import id.aduan.lapor.json.ModelJson;
import id.aduan.lapor.privacy.AgencyComplaint;
import id.aduan.lapor.privacy.AgencyComplaint.Facts;
import id.aduan.lapor.store.Tx;
import id.aduan.lapor.sync.Echoes.Written;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;

/**
 * An agency as a target of the engine: opens tickets through its adapter and links them, and sets
 * anew what they say when the portal has changed it.
 */
public final class AgencyDelivery implements DeliveryTarget {
  private final AgencyCode agency;
  private final AgencyAdapter adapter;
  private final CaseStore store;
  private final AnswerIntake answers;
  private final Timekeeper timekeeper;
  private final InstantSource time;

  public AgencyDelivery(
      AgencyCode agency,
      AgencyAdapter adapter,
      CaseStore store,
      AnswerIntake answers,
      Timekeeper timekeeper,
      InstantSource time) {
    this.answers = answers;
    this.agency = agency;
    this.adapter = adapter;
    this.store = store;
    this.timekeeper = timekeeper;
    this.time = time;
  }

  @Override
  public DeliveryResult deliver(Envelope envelope) {
    AgencyComplaint complaint = ModelJson.readAgencyComplaint(envelope.payload());
    return switch (envelope.operation()) {
      case ComplaintIntake.OPEN ->
          Withdrawn.refusal(store, envelope)
              .or(() -> new LegGate(store).refusal(agency, complaint.facts().reference()))
              .orElseGet(() -> adapter.open(complaint, envelope.key()));
      case TicketUpdates.UPDATE -> update(envelope, complaint);
      default ->
          new DeliveryResult.Refused(
              "operation.unknown", "this version does not know what to do; nothing was sent");
    };
  }

  private DeliveryResult update(Envelope envelope, AgencyComplaint complaint) {
    if (!adapter.capabilities().contains(Capability.UPDATE)) {
      return new DeliveryResult.Refused(
          "update.unsupported", "the adapter of " + agency + " updates no tickets");
    }
    Optional<AgencyTicket> linked;
    try {
      Reference leg = complaint.facts().reference();
      linked = store.read(tx -> store.links().ticketOf(tx, agency, leg));
    } catch (StoreException e) {
      // Nothing was sent, so it must not count as an end that nobody knows.
      return DeliveryResult.entryTrouble("its ticket could not be read: " + e.getMessage());
    }
    return linked
        .map(ticket -> adapter.update(complaint, ticket, envelope.key()))
        .orElseGet(
            () ->
                new DeliveryResult.Refused(
                    "ticket.unknown", "no ticket of " + agency + " is linked; nothing was sent"));
  }

  @Override
  public Lookup lookUp(Envelope envelope) {
    return adapter.find(ModelJson.readAgencyComplaint(envelope.payload()).facts().reference());
  }

  @Override
  public boolean canLookUp(Envelope envelope) {
    return !isUpdate(envelope) && adapter.capabilities().contains(Capability.FIND);
  }

  @Override
  public boolean honoursKeys(Envelope envelope) {
    return isUpdate(envelope) || adapter.capabilities().contains(Capability.HONOURS_KEYS);
  }

  /** An update sets and never adds, so it may be repeated whatever the system makes of keys. */
  private static boolean isUpdate(Envelope envelope) {
    return envelope.operation().equals(TicketUpdates.UPDATE);
  }

  @Override
  public void accepted(Tx tx, Envelope envelope, String reference) {
    Instant now = time.instant();
    TrackingId complaint = envelope.lane().complaint();
    Facts facts = ModelJson.readAgencyComplaint(envelope.payload()).facts();
    written(tx, facts, now);
    if (isUpdate(envelope)) {
      audit(tx, now, Action.TICKET_UPDATED, complaint, reference);
      return;
    }
    AgencyTicket ticket = new AgencyTicket(agency, reference);
    store.links().add(tx, facts.reference(), ticket, now);
    audit(tx, now, Action.TICKET_OPENED, complaint, reference);
    timekeeper.happened(tx, complaint, Occurrence.of(CaseEvent.DELIVERED, now, agency), now);
    answers.claim(tx, ticket, now);
  }

  /** Only of a system that is listened to can anything come back. */
  private void written(Tx tx, Facts facts, Instant now) {
    Set<Capability> can = adapter.capabilities();
    if (can.contains(Capability.CHANGES) || can.contains(Capability.PUSH)) {
      Optional<Written> before = store.echoes().of(tx, agency, facts.reference());
      store.echoes().save(tx, WrittenPieces.after(before, agency, facts, now));
    }
  }

  private void audit(Tx tx, Instant now, Action action, TrackingId complaint, String reference) {
    store
        .audit()
        .append(tx, new AuditEntry(now, agency.value(), action, complaint.value(), reference));
  }
}
