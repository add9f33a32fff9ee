package id.aduan.lapor.sync;

import id.aduan.lapor.audit.AuditEntry;
import id.aduan.lapor.audit.AuditEntry.Action;
import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.delivery.DeliveryResult;
import id.aduan.lapor.delivery.DeliveryTarget;
import id.aduan.lapor.delivery.Envelope;
import id.aduan.lapor.delivery.Lookup;
import id.aduan.lapor.failure.CorruptRowException;
import id.aduan.lapor.failure.StoreException;
import id.aduan.lapor.filing.Filing;
import id.aduan.lapor.filing.Filing.Step;
import id.aduan.lapor.portal.PortalFile;
import id.aduan.lapor.privacy.SealException;
import id.aduan.lapor.store.Tx;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The steps of filing as a target of the engine: upload, create, forward. Each one's end is kept in
 * the transaction that puts the next one into the outbox, so that a process that dies between two
 * goes on with the second (portal-wire 12 no. 4).
 *
 * <p>An upload may be repeated: files that belong to nothing do no harm. A create whose end is not
 * known is looked up by our reference and made again only where it is proven absent; where the
 * portal cannot be asked it waits for a person. A forwarding is looked up in the complaint itself.
 */
public final class FilingDelivery implements DeliveryTarget {
  private static final String ACTOR = "portal";
  private final FilingWay way;
  private final CaseStore store;
  private final ComplaintIntake intake;
  private final InstantSource time;
  private final FilingSteps steps;

  /**
   * Makes it.
   *
   * @param wake called with the target after a commit that put something into the outbox for it;
   *     must not block
   */
  public FilingDelivery(
      FilingWay way,
      CaseStore store,
      ComplaintIntake intake,
      InstantSource time,
      Consumer<String> wake) {
    this.way = way;
    this.store = store;
    this.intake = intake;
    this.time = time;
    this.steps = new FilingSteps(store, wake);
  }

  /** What is kept of a filing when a step of it is taken. */
  private record Kept(Filing filing, List<PortalFile> files) {}

  @Override
  public DeliveryResult deliver(Envelope envelope) {
    Kept kept;
    try {
      kept = kept(envelope);
    } catch (StoreException e) {
      // Nothing was sent, so it must not count as an end that nobody knows.
      return DeliveryResult.entryTrouble("the report could not be read: " + e.getMessage());
    } catch (CorruptRowException | SealException e) {
      return new DeliveryResult.Refused("filing.damaged", e.getMessage() + "; nothing was sent");
    }
    Filing filing = kept.filing();
    if (!filing.step().operation().equals(envelope.operation())) {
      return new DeliveryResult.Refused(
          "filing.step", "the report does not stand at this step; nothing was sent");
    }
    return switch (filing.step()) {
      case UPLOAD -> way.filer().upload(kept.files());
      case CREATE -> checked(filing, way.filer().create(filing.sent(), filing.uploaded()));
      case FORWARD -> forward(filing);
      case DONE -> new DeliveryResult.Accepted("");
    };
  }

  private Kept kept(Envelope envelope) {
    long id = Filing.idOf(envelope.lane());
    return store.read(
        tx -> {
          Filing filing = required(tx, envelope);
          boolean uploads = filing.step() == Step.UPLOAD;
          return new Kept(filing, uploads ? store.filings().files(tx, id) : List.of());
        });
  }

  private Filing required(Tx tx, Envelope envelope) {
    return store
        .filings()
        .find(tx, Filing.idOf(envelope.lane()))
        .orElseThrow(() -> new IllegalStateException("no report was taken for this lane"));
  }

  private DeliveryResult forward(Filing filing) {
    return way.filer()
        .forward(
            filing.trackingId().orElseThrow(),
            filing.report().institution().orElseThrow(),
            way.settings().explanation());
  }

  /** An answer that names no complaint, or another report's, does not tell whether there is one. */
  private DeliveryResult checked(Filing filing, DeliveryResult result) {
    return result instanceof DeliveryResult.Accepted accepted
        ? objection(filing, accepted.reference())
            .<DeliveryResult>map(DeliveryResult.Unknown::new)
            .orElse(accepted)
        : result;
  }

  private Optional<String> objection(Filing filing, String reference) {
    Optional<TrackingId> complaint = trackingId(reference);
    if (complaint.isEmpty()) {
      return Optional.of("the portal's answer holds no tracking id");
    }
    return store
        .read(tx -> store.filings().find(tx, complaint.get()))
        .filter(other -> other.id() != filing.id())
        .map(other -> "the portal named the complaint of report " + other.id());
  }

  static Optional<TrackingId> trackingId(String reference) {
    try {
      return Optional.of(new TrackingId(reference));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  @Override
  public Lookup lookUp(Envelope envelope) {
    try {
      Filing filing = kept(envelope).filing();
      return filing.step() == Step.FORWARD
          ? way.filer()
              .isForwarded(
                  filing.trackingId().orElseThrow(), filing.report().institution().orElseThrow())
          : findCreated(filing);
    } catch (StoreException | CorruptRowException | SealException e) {
      return new Lookup.CannotTell(e.getMessage(), false);
    }
  }

  private Lookup findCreated(Filing filing) {
    if (filing.seenAs().isPresent()) {
      return new Lookup.Found(filing.seenAs().get().value());
    }
    Instant since = filing.filedAt().minus(way.settings().clockSkewMax());
    Lookup found = way.filer().findCreated(filing.sent(), since);
    return found instanceof Lookup.Found there
        ? objection(filing, there.reference())
            .<Lookup>map(why -> new Lookup.CannotTell(why, false))
            .orElse(there)
        : found;
  }

  @Override
  public boolean canLookUp(Envelope envelope) {
    String operation = envelope.operation();
    return operation.equals(Step.CREATE.operation())
        ? way.filer().ability().finds() || wasSeen(envelope)
        : operation.equals(Step.FORWARD.operation());
  }

  private boolean wasSeen(Envelope envelope) {
    try {
      return kept(envelope).filing().seenAs().isPresent();
    } catch (StoreException | CorruptRowException | SealException e) {
      return false; // then a person is asked, which is never wrong
    }
  }

  @Override
  public boolean honoursKeys(Envelope envelope) {
    return envelope.operation().equals(Step.UPLOAD.operation());
  }

  @Override
  public void accepted(Tx tx, Envelope envelope, String reference) {
    Filing filing = required(tx, envelope);
    Instant now = time.instant();
    Filing further =
        switch (filing.step()) {
          case UPLOAD -> uploaded(tx, filing, reference, now);
          case CREATE -> created(tx, filing, new TrackingId(reference), now);
          case FORWARD -> forwarded(tx, filing, now);
          case DONE -> filing;
        };
    store.filings().save(tx, further);
    steps.next(tx, further, now);
  }

  private Filing uploaded(Tx tx, Filing filing, String reference, Instant now) {
    steps.audit(tx, filing, ACTOR, Action.REPORT_UPLOADED, "", now);
    return filing.uploaded(reference);
  }

  private Filing created(Tx tx, Filing filing, TrackingId complaint, Instant now) {
    String local = FilingSteps.local(filing);
    steps.audit(tx, filing, ACTOR, Action.REPORT_FILED, complaint.value(), now);
    store
        .audit()
        .append(tx, new AuditEntry(now, ACTOR, Action.REPORT_FILED, complaint.value(), local));
    if (way.agencies().contains(filing.report().source())) {
      store.links().add(tx, complaint, filing.report().ticket(), now);
    }
    if (way.reads()) {
      intake.fetch(tx, complaint, "filing " + filing.id(), now);
    }
    boolean goesOn =
        filing.report().institution().isPresent()
            && !filing.report().institution().equals(way.settings().ownInstitution());
    return filing.created(complaint, goesOn ? Step.FORWARD : Step.DONE, now);
  }

  private Filing forwarded(Tx tx, Filing filing, Instant now) {
    String institution = filing.report().institution().orElseThrow();
    String complaint = filing.trackingId().orElseThrow().value();
    steps.audit(tx, filing, ACTOR, Action.REPORT_FORWARDED, institution, now);
    store
        .audit()
        .append(tx, new AuditEntry(now, ACTOR, Action.REPORT_FORWARDED, complaint, institution));
    return filing.forwarded(now);
  }
}
