package id.aduan.lapor.sync;

import id.aduan.lapor.audit.AuditEntry.Action;
import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.delivery.OutboxView;
import id.aduan.lapor.delivery.State;
import id.aduan.lapor.filing.Filing;
import id.aduan.lapor.filing.Filing.Step;
import id.aduan.lapor.filing.FilingSettings;
import id.aduan.lapor.filing.Fingerprint;
import id.aduan.lapor.filing.FittedReport;
import id.aduan.lapor.filing.LocalReport;
import id.aduan.lapor.portal.PortalFile;
import id.aduan.lapor.portal.PortalFiler;
import id.aduan.lapor.store.Tx;
import id.aduan.lapor.sync.FilingAnswer.Reason;
import id.aduan.lapor.sync.FilingAnswer.Refused;
import id.aduan.lapor.sync.FilingAnswer.Taken;
import id.aduan.lapor.sync.ParkedAnswer.Refusal;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Takes reports of local systems and has them filed on the portal, each once (C4). A report that
 * was taken is kept, and the engine takes its steps one by one: upload where there are files,
 * create, forward where an institution other than our own is named.
 *
 * <p>Fails with {@link id.aduan.lapor.failure.StoreException} when the store cannot keep it: then
 * the same report may be handed in again. Safe for use by many threads.
 */
public final class FilingDesk {
  private final FilingWay way;
  private final CaseStore store;
  private final ParkedDesk parked;
  private final InstantSource time;
  private final FilingSteps steps;

  /**
   * Makes it.
   *
   * @param wake called with the target after a commit that put something into the outbox for it;
   *     must not block
   */
  public FilingDesk(
      FilingWay way,
      CaseStore store,
      ParkedDesk parked,
      InstantSource time,
      Consumer<String> wake) {
    this.way = way;
    this.store = store;
    this.parked = parked;
    this.time = time;
    this.steps = new FilingSteps(store, wake);
  }

  /**
   * Takes a report. The same again is the same filing; another one under the same number is
   * refused, and changes nothing.
   */
  public FilingAnswer file(LocalReport report, List<PortalFile> files) {
    List<PortalFile> kept = List.copyOf(files);
    FittedReport fitted = FittedReport.of(report, way.settings());
    String hash = Fingerprint.of(report, kept);
    return store.inTransaction(
        tx ->
            store
                .filings()
                .find(tx, report.ticket())
                .map(known -> known(known, hash, fitted))
                .orElseGet(
                    () ->
                        objection(report, kept)
                            .<FilingAnswer>map(Refused::new)
                            .orElseGet(() -> take(tx, report, kept, fitted, hash))));
  }

  private static FilingAnswer known(Filing known, String hash, FittedReport fitted) {
    return known.contentHash().equals(hash)
        ? new Taken(known, true, fitted.titleCut(), fitted.contentCut())
        : new Refused(Reason.NUMBER_TAKEN);
  }

  private FilingAnswer take(
      Tx tx, LocalReport report, List<PortalFile> files, FittedReport fitted, String hash) {
    Instant now = time.instant();
    Step first = files.isEmpty() ? Step.CREATE : Step.UPLOAD;
    Filing filing =
        store
            .filings()
            .add(tx, Filing.of(report, fitted.report(), hash, first, now), files)
            .orElseThrow(() -> new IllegalStateException("the number was free a moment ago"));
    String cut = fitted.contentCut() ? ", text cut" : "";
    steps.audit(
        tx,
        filing,
        report.source().value(),
        Action.REPORT_TAKEN,
        FilingSteps.local(filing) + ", files " + files.size() + cut,
        now);
    steps.next(tx, filing, now);
    return new Taken(filing, false, fitted.titleCut(), fitted.contentCut());
  }

  private Optional<Reason> objection(LocalReport report, List<PortalFile> files) {
    FilingSettings settings = way.settings();
    PortalFiler.Ability ability = way.filer().ability();
    if (!files.isEmpty() && !ability.files()) {
      return Optional.of(Reason.NO_FILES);
    }
    if (files.size() > settings.filesMax()) {
      return Optional.of(Reason.TOO_MANY_FILES);
    }
    if (files.stream().anyMatch(file -> file.bytes().length > settings.fileBytesMax())) {
      return Optional.of(Reason.FILE_TOO_BIG);
    }
    if (files.stream().anyMatch(file -> file.bytes().length == 0)) {
      return Optional.of(Reason.FILE_EMPTY);
    }
    boolean goesOn =
        report.institution().isPresent() && !report.institution().equals(settings.ownInstitution());
    return goesOn && !ability.forwards() ? Optional.of(Reason.NO_FORWARDING) : Optional.empty();
  }

  /**
   * Lets go the step of a filing that waits for a person, as {@link ParkedDesk#replay} does: with
   * what the person found on the portal where nobody else can be asked.
   *
   * @param id as {@link Filing#id()}
   * @param wish {@linkplain ReplayWish#present() present} with the tracking id that was found, or
   *     absent, or neither to have it tried or looked up again
   */
  public ParkedAnswer resolve(long id, ReplayWish wish, Operator by) {
    Optional<OutboxView.Row> waiting =
        store.read(
            tx ->
                store
                    .filings()
                    .find(tx, id)
                    .flatMap(
                        filing ->
                            store.outboxView().entriesOf(tx, filing.lane().complaint()).stream()
                                .filter(row -> row.state() == State.PARKED)
                                .findFirst()));
    return waiting
        .map(row -> parked.replay(row.id(), wish, by))
        .orElseGet(() -> ParkedAnswer.refused(Refusal.UNKNOWN, ""));
  }

  /** What of a person's word about a step cannot be; empty where it can. */
  static Optional<Refusal> objection(CaseStore store, Tx tx, String operation, String reference) {
    if (!operation.equals(Step.CREATE.operation())) {
      return operation.equals(Step.FORWARD.operation())
          ? Optional.empty()
          : Optional.of(Refusal.NO_TRACKING_ID);
    }
    Optional<TrackingId> complaint = FilingDelivery.trackingId(reference);
    if (complaint.isEmpty()) {
      return Optional.of(Refusal.NO_TRACKING_ID);
    }
    return store.filings().find(tx, complaint.get()).map(other -> Refusal.TICKET_TAKEN);
  }
}
