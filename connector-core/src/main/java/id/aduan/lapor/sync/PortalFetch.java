package id.aduan.lapor.sync;

import id.aduan.lapor.delivery.DeliveryResult;
import id.aduan.lapor.delivery.DeliveryResult.Trouble;
import id.aduan.lapor.delivery.DeliveryTarget;
import id.aduan.lapor.delivery.Envelope;
import id.aduan.lapor.delivery.Lookup;
import id.aduan.lapor.failure.FarEndException;
import id.aduan.lapor.portal.PortalReader;
import id.aduan.lapor.portal.PortalState;
import id.aduan.lapor.store.Tx;
import java.time.InstantSource;

/**
 * Reading a complaint as a target of the engine, so that a thin message has the same retries, order
 * and dead letters as everything else. Reading twice does no harm.
 */
public final class PortalFetch implements DeliveryTarget {
  private final PortalReader portal;
  private final CaseStore store;
  private final ComplaintIntake intake;
  private final InstantSource time;

  public PortalFetch(
      PortalReader portal, CaseStore store, ComplaintIntake intake, InstantSource time) {
    this.portal = portal;
    this.store = store;
    this.intake = intake;
    this.time = time;
  }

  @Override
  public DeliveryResult deliver(Envelope envelope) {
    PortalState told;
    try {
      told = portal.complaint(envelope.lane().complaint());
    } catch (FarEndException e) {
      return e.retryable()
          ? new DeliveryResult.RetryLater(Trouble.TARGET, e.getMessage(), e.retryAfter())
          : new DeliveryResult.Refused(e.code(), e.getMessage());
    }
    if (!told.whole()) {
      return new DeliveryResult.Refused(
          "farend.contract", "the portal's detail does not hold the complaint's text");
    }
    store.inTransaction(
        tx -> {
          intake.apply(tx, told, envelope.key().value(), time.instant());
          return true;
        });
    return new DeliveryResult.Accepted("");
  }

  @Override
  public Lookup lookUp(Envelope envelope) {
    return new Lookup.Absent();
  }

  @Override
  public boolean canLookUp() {
    return true;
  }

  @Override
  public boolean honoursKeys() {
    return true;
  }

  @Override
  public void accepted(Tx tx, Envelope envelope, String reference) {}
}
