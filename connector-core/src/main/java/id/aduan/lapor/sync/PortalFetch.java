package id.aduan.lapor.sync;

import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.delivery.DeliveryResult;
import id.aduan.lapor.delivery.DeliveryResult.Trouble;
import id.aduan.lapor.delivery.DeliveryTarget;
import id.aduan.lapor.delivery.Envelope;
import id.aduan.lapor.delivery.Lookup;
import id.aduan.lapor.failure.FarEndException;
import id.aduan.lapor.failure.StoreException;
import id.aduan.lapor.portal.PortalReader;
import id.aduan.lapor.portal.PortalState;
import id.aduan.lapor.store.Tx;
import java.time.InstantSource;
import java.util.Optional;

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
    try {
      return read(envelope);
    } catch (StoreException e) {
      // Ours; to have read without effect does no harm.
      return DeliveryResult.entryTrouble("what was read was not kept: " + e.getMessage());
    }
  }

  private DeliveryResult read(Envelope envelope) {
    TrackingId id = envelope.lane().complaint();
    Optional<CaseRecord> before = store.read(tx -> store.complaints().find(tx, id));
    PortalState told;
    try {
      told = portal.complaint(id);
    } catch (FarEndException e) {
      if (e.isAbsent() && store.inTransaction(tx -> intake.applyAbsent(tx, id, time.instant()))) {
        return new DeliveryResult.Accepted("");
      }
      // A portal may be late with what it has announced, so a refusal is no end either.
      return e.retryable()
          ? new DeliveryResult.RetryLater(Trouble.TARGET, e.getMessage(), e.retryAfter())
          : DeliveryResult.entryTrouble(e.getMessage());
    }
    if (!told.whole()) {
      return DeliveryResult.entryTrouble("the portal's detail does not hold the complaint's text");
    }
    String occasion = envelope.key().value();
    boolean applied =
        store.inTransaction(tx -> intake.applyAsked(tx, told, before, occasion, time.instant()));
    return applied
        ? new DeliveryResult.Accepted("")
        : DeliveryResult.entryTrouble("the case changed while the portal was asked");
  }

  @Override
  public Lookup lookUp(Envelope envelope) {
    return new Lookup.Absent();
  }

  @Override
  public boolean canLookUp(Envelope envelope) {
    return true;
  }

  @Override
  public boolean honoursKeys(Envelope envelope) {
    return true;
  }

  @Override
  public void accepted(Tx tx, Envelope envelope, String reference) {}
}
