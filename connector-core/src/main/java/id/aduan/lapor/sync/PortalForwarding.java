package id.aduan.lapor.sync;

import id.aduan.lapor.audit.AuditEntry;
import id.aduan.lapor.audit.AuditEntry.Action;
import id.aduan.lapor.complaint.Institution;
import id.aduan.lapor.complaint.Status.Stage;
import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.delivery.DeliveryResult;
import id.aduan.lapor.delivery.DeliveryTarget;
import id.aduan.lapor.delivery.Envelope;
import id.aduan.lapor.delivery.Lookup;
import id.aduan.lapor.failure.CorruptRowException;
import id.aduan.lapor.failure.FarEndException;
import id.aduan.lapor.failure.StoreException;
import id.aduan.lapor.json.ModelJson;
import id.aduan.lapor.portal.PortalFiler;
import id.aduan.lapor.portal.PortalReader;
import id.aduan.lapor.privacy.SealException;
import id.aduan.lapor.store.Tx;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;

/**
 * Gives complaints back on the portal, or passes them on there, as a person has asked: a target of
 * the engine for the entries of that kind in a case's portal lane. An end that nobody knows is
 * looked up in the complaint before anything is asked for a second time (portal-wire 2.6).
 */
public final class PortalForwarding implements DeliveryTarget {
  /** The outbox operation. */
  public static final String FORWARD = "forward";

  private static final String ACTOR = "portal";
  private final PortalFiler filer;
  private final PortalReader reader;
  private final CaseStore store;
  private final LegWork legs;
  private final InstantSource time;

  /** Makes it. */
  public PortalForwarding(
      PortalFiler filer,
      PortalReader reader,
      CaseStore store,
      IntakeParts parts,
      InstantSource time) {
    this.filer = filer;
    this.reader = reader;
    this.store = store;
    this.legs = new LegWork(store, parts);
    this.time = time;
  }

  @Override
  public DeliveryResult deliver(Envelope envelope) {
    Optional<DeliveryResult> withdrawn = Withdrawn.refusal(store, envelope);
    if (withdrawn.isPresent()) {
      return withdrawn.get();
    }
    Forwarding wanted = wanted(envelope);
    try {
      Optional<CaseRecord> record = record(envelope.lane().complaint());
      Stage stage = record.map(it -> it.complaint().status().stage()).orElse(Stage.UNKNOWN);
      if (!Transitions.mayWrite(Transitions.Write.FORWARD, stage)) {
        return new DeliveryResult.Refused(
            "stage." + stage.name().toLowerCase(Locale.ROOT),
            "a complaint in this stage is not passed on; nothing was sent");
      }
      if (record.flatMap(PortalForwarding::disposition).equals(Optional.of(wanted.institution()))) {
        return new DeliveryResult.Accepted(""); // it went there by itself meanwhile
      }
    } catch (StoreException e) {
      // Nothing was sent, so it must not count as an end that nobody knows.
      return DeliveryResult.entryTrouble("its case was not read: " + e.getMessage());
    } catch (CorruptRowException | SealException e) {
      return new DeliveryResult.Refused("case.damaged", e.getMessage() + "; nothing was sent");
    }
    return filer.forward(envelope.lane().complaint(), wanted.institution(), wanted.explanation());
  }

  private Optional<CaseRecord> record(TrackingId id) {
    return store.read(tx -> store.complaints().find(tx, id));
  }

  private static Optional<String> disposition(CaseRecord record) {
    return record.complaint().disposition().map(Institution::id);
  }

  @Override
  public Lookup lookUp(Envelope envelope) {
    Forwarding wanted = wanted(envelope);
    TrackingId id = envelope.lane().complaint();
    Lookup found = filer.isForwarded(id, wanted.institution());
    return found instanceof Lookup.CannotTell told && !told.targetTrouble()
        ? whereItWas(id, wanted, told)
        : found;
  }

  /** Where it is still with the one that had it, it was not passed on. */
  private Lookup whereItWas(TrackingId id, Forwarding wanted, Lookup.CannotTell otherwise) {
    if (!reader.reads() || wanted.from().isEmpty()) {
      return otherwise;
    }
    try {
      Optional<String> now = reader.complaint(id).complaint().disposition().map(Institution::id);
      return now.equals(wanted.from()) ? new Lookup.Absent() : otherwise;
    } catch (FarEndException e) {
      return Lookup.cannotTell(e);
    }
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
    Forwarding wanted = wanted(envelope);
    TrackingId id = envelope.lane().complaint();
    Instant now = time.instant();
    store
        .audit()
        .append(
            tx,
            new AuditEntry(
                now, ACTOR, Action.GIVEN_BACK_ON_PORTAL, id.value(), wanted.institution()));
    if (wanted.agency().isEmpty()) {
      for (Waitings.Kind kind : Waitings.Kind.values()) {
        boolean unused = store.waitings().settle(tx, id, kind, now);
      }
      store
          .complaints()
          .find(tx, id)
          .ifPresent(record -> legs.takenAway(tx, record, wanted.institution(), now));
    }
  }

  private static Forwarding wanted(Envelope envelope) {
    return ModelJson.read(envelope.payload(), Forwarding.class);
  }
}
