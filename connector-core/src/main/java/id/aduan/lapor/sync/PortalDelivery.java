package id.aduan.lapor.sync;

import id.aduan.lapor.audit.AuditEntry;
import id.aduan.lapor.audit.AuditEntry.Action;
import id.aduan.lapor.complaint.FollowUp;
import id.aduan.lapor.deadline.CaseEvent;
import id.aduan.lapor.deadline.Occurrence;
import id.aduan.lapor.delivery.DeliveryResult;
import id.aduan.lapor.delivery.DeliveryTarget;
import id.aduan.lapor.delivery.Envelope;
import id.aduan.lapor.delivery.Lookup;
import id.aduan.lapor.json.ModelJson;
import id.aduan.lapor.portal.PortalWriter;
import id.aduan.lapor.store.Tx;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** The portal as a target of the engine: publishes answers. */
public final class PortalDelivery implements DeliveryTarget {
  private final PortalWriter portal;
  private final CaseStore store;
  private final Timekeeper timekeeper;
  private final InstantSource time;

  public PortalDelivery(
      PortalWriter portal, CaseStore store, Timekeeper timekeeper, InstantSource time) {
    this.portal = portal;
    this.store = store;
    this.timekeeper = timekeeper;
    this.time = time;
  }

  @Override
  public DeliveryResult deliver(Envelope envelope) {
    return Withdrawn.refusal(store, envelope)
        .orElseGet(() -> portal.publish(followUp(envelope), List.of(), envelope.key()));
  }

  @Override
  public Lookup lookUp(Envelope envelope) {
    return portal.find(followUp(envelope), envelope.confirmedTwins());
  }

  @Override
  public boolean canLookUp(Envelope envelope) {
    return true;
  }

  @Override
  public boolean honoursKeys(Envelope envelope) {
    return false;
  }

  @Override
  public void accepted(Tx tx, Envelope envelope, String reference) {
    FollowUp followUp = followUp(envelope);
    Instant now = time.instant();
    store
        .audit()
        .append(
            tx,
            new AuditEntry(
                now,
                "portal",
                Action.FOLLOW_UP_PUBLISHED,
                followUp.complaint().value(),
                followUp.agency() + " change " + followUp.changeId()));
    timekeeper.happened(
        tx, followUp.complaint(), Occurrence.of(CaseEvent.ANSWERED, now, followUp.agency()), now);
  }

  private static FollowUp followUp(Envelope envelope) {
    return ModelJson.read(envelope.payload(), FollowUp.class);
  }
}
