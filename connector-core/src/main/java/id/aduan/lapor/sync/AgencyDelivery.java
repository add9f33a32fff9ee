package id.aduan.lapor.sync;

import id.aduan.lapor.agency.AgencyAdapter;
import id.aduan.lapor.agency.AgencyTicket;
import id.aduan.lapor.agency.Capability;
import id.aduan.lapor.audit.AuditEntry;
import id.aduan.lapor.audit.AuditEntry.Action;
import id.aduan.lapor.complaint.AgencyCode;
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
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * An agency as a target of the engine: opens tickets through its adapter and links them, and sets
 * anew what they say when the portal has changed it.
 */
public final class AgencyDelivery implements DeliveryTarget {
  private final AgencyCode agency;
  private final AgencyAdapter adapter;
  private final CaseStore store;
  private final TicketWriting writing;
  private final AnswerIntake answers;
  private final Timekeeper timekeeper;
  private final InstantSource time;
  private final Optional<FileDelivering> files;

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
    this.writing = new TicketWriting(agency, adapter, store);
    this.timekeeper = timekeeper;
    this.time = time;
    this.files = Optional.empty();
  }

  private AgencyDelivery(AgencyDelivery other, Optional<FileDelivering> files) {
    this.answers = other.answers;
    this.agency = other.agency;
    this.adapter = other.adapter;
    this.store = other.store;
    this.writing = other.writing;
    this.timekeeper = other.timekeeper;
    this.time = other.time;
    this.files = files;
  }

  /** The same, and the files of a case follow its ticket. */
  public AgencyDelivery followedBy(Optional<FileDelivering> newFiles) {
    return new AgencyDelivery(this, newFiles);
  }

  @Override
  public DeliveryResult deliver(Envelope envelope) {
    return deliver(envelope, true);
  }

  /** Calls the adapter as {@link #deliver} does, but keeps nothing: for one that sends nothing. */
  public DeliveryResult rehearse(Envelope envelope) {
    return deliver(envelope, false);
  }

  private DeliveryResult deliver(Envelope envelope, boolean keeps) {
    AgencyComplaint complaint = ModelJson.readAgencyComplaint(envelope.payload());
    return switch (envelope.operation()) {
      case ComplaintIntake.OPEN ->
          Withdrawn.refusal(
                  store,
                  envelope,
                  tx -> new LegGate(store).refusal(tx, agency, complaint.facts().reference()))
              .orElseGet(() -> open(envelope, complaint, keeps));
      case TicketUpdates.UPDATE -> update(envelope, complaint, keeps);
      default ->
          new DeliveryResult.Refused(
              "operation.unknown", "this version does not know what to do; nothing was sent");
    };
  }

  private DeliveryResult open(Envelope envelope, AgencyComplaint complaint, boolean keeps) {
    if (keeps && writing.keeps(complaint)) {
      try {
        store.inTransaction(
            tx -> {
              writing.opening(tx, complaint, time.instant());
              return true;
            });
      } catch (StoreException e) {
        return unkept(e);
      }
    }
    return adapter.open(complaint, envelope.key());
  }

  /** Nothing was sent, so it must not count as an end that nobody knows. */
  private static DeliveryResult unkept(StoreException e) {
    return DeliveryResult.entryTrouble("its ticket could not be looked up: " + e.getMessage());
  }

  /** An update and the ticket that it is for. */
  private record Addressed(AgencyTicket ticket, AgencyComplaint update) {}

  private Optional<Addressed> addressed(Tx tx, AgencyComplaint complaint) {
    return store
        .links()
        .ticketOf(tx, agency, complaint.facts().reference())
        .map(
            ticket ->
                new Addressed(
                    ticket, FileTelling.filed(store, tx, agency, writing.update(tx, complaint))));
  }

  private Optional<Addressed> kept(Tx tx, AgencyComplaint complaint) {
    Optional<Addressed> addressed = addressed(tx, complaint);
    addressed.ifPresent(it -> writing.updating(tx, it.update(), time.instant()));
    return addressed;
  }

  private DeliveryResult update(Envelope envelope, AgencyComplaint complaint, boolean keeps) {
    if (!adapter.capabilities().contains(Capability.UPDATE)) {
      return new DeliveryResult.Refused(
          "update.unsupported", "the adapter of " + agency + " updates no tickets");
    }
    Optional<Addressed> addressed;
    try {
      addressed =
          keeps
              ? store.inTransaction(tx -> kept(tx, complaint))
              : store.read(tx -> addressed(tx, complaint));
    } catch (StoreException e) {
      return unkept(e);
    }
    return addressed
        .map(it -> adapter.update(it.update(), it.ticket(), envelope.key()))
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
    if (isUpdate(envelope)) {
      writing.updated(tx, facts);
      audit(tx, now, Action.TICKET_UPDATED, complaint, reference);
      return;
    }
    AgencyTicket ticket = new AgencyTicket(agency, reference);
    store.links().add(tx, facts.reference(), ticket, now);
    audit(tx, now, Action.TICKET_OPENED, complaint, reference);
    timekeeper.happened(tx, complaint, Occurrence.of(CaseEvent.DELIVERED, now, agency), now);
    answers.claim(tx, ticket, now);
    files.ifPresent(it -> it.opened(tx, agency, facts.reference(), now));
  }

  private void audit(Tx tx, Instant now, Action action, TrackingId complaint, String reference) {
    store
        .audit()
        .append(tx, new AuditEntry(now, agency.value(), action, complaint.value(), reference));
  }
}
