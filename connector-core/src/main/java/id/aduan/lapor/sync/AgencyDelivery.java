package id.aduan.lapor.sync;

import id.aduan.lapor.agency.AgencyAdapter;
import id.aduan.lapor.agency.AgencyTicket;
import id.aduan.lapor.agency.Capability;
import id.aduan.lapor.audit.AuditEntry;
import id.aduan.lapor.audit.AuditEntry.Action;
import id.aduan.lapor.complaint.AgencyCode;
import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.delivery.DeliveryResult;
import id.aduan.lapor.delivery.DeliveryTarget;
import id.aduan.lapor.delivery.Envelope;
import id.aduan.lapor.delivery.Lookup;
import id.aduan.lapor.json.ModelJson;
import id.aduan.lapor.store.Tx;
import java.time.Instant;
import java.time.InstantSource;

/** An agency as a target of the engine: opens tickets through its adapter, and links them. */
public final class AgencyDelivery implements DeliveryTarget {
  private final AgencyCode agency;
  private final AgencyAdapter adapter;
  private final CaseStore store;
  private final AnswerIntake answers;
  private final InstantSource time;

  public AgencyDelivery(
      AgencyCode agency,
      AgencyAdapter adapter,
      CaseStore store,
      AnswerIntake answers,
      InstantSource time) {
    this.answers = answers;
    this.agency = agency;
    this.adapter = adapter;
    this.store = store;
    this.time = time;
  }

  @Override
  public DeliveryResult deliver(Envelope envelope) {
    return adapter.open(ModelJson.readAgencyComplaint(envelope.payload()), envelope.key());
  }

  @Override
  public Lookup lookUp(Envelope envelope) {
    return adapter.find(envelope.lane().complaint());
  }

  @Override
  public boolean canLookUp(Envelope envelope) {
    return adapter.capabilities().contains(Capability.FIND);
  }

  @Override
  public boolean honoursKeys(Envelope envelope) {
    return adapter.capabilities().contains(Capability.HONOURS_KEYS);
  }

  @Override
  public void accepted(Tx tx, Envelope envelope, String reference) {
    Instant now = time.instant();
    TrackingId complaint = envelope.lane().complaint();
    AgencyTicket ticket = new AgencyTicket(agency, reference);
    store.links().add(tx, complaint, ticket, now);
    store
        .audit()
        .append(
            tx,
            new AuditEntry(
                now, agency.value(), Action.TICKET_OPENED, complaint.value(), reference));
    answers.claim(tx, ticket, now);
  }
}
