package id.aduan.lapor.sync;

import id.aduan.lapor.audit.AuditEntry;
import id.aduan.lapor.audit.AuditEntry.Action;
import id.aduan.lapor.delivery.Inbox.Arrival;
import id.aduan.lapor.delivery.Inbox.Receipt;
import id.aduan.lapor.portal.PortalExport;
import id.aduan.lapor.portal.PortalExport.Bad;
import id.aduan.lapor.portal.PortalExport.Row;
import id.aduan.lapor.portal.PortalExport.Told;
import id.aduan.lapor.portal.PortalState;
import id.aduan.lapor.privacy.SmsSecrets;
import id.aduan.lapor.store.Tx;
import id.aduan.lapor.sync.ExportDecision.Situation;
import id.aduan.lapor.sync.Quarantine.Item;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Takes in an export of the portal (portal-wire 4), in transactions of {@link
 * #ROWS_PER_TRANSACTION} rows. The same file again changes nothing; stopped half-way, the same file
 * goes on with the rest. A bad row costs only itself.
 *
 * <p>What an operator expects of 20,000 rows of some years: those that have ended on the portal are
 * kept, with no ticket, no message and no clock, until they are opened again; the others go to
 * their agencies. An export that is older than the last one opens cases and changes none. Where the
 * portal's messages were heard, a row that differs makes the portal be asked, and changes nothing.
 *
 * <p>What a row holds beside the complaint is kept once for each of its contents, sealed. One
 * import at a time. Safe for use by many threads.
 */
public final class ExportImport {
  /** A writer's queue is not held up for longer than these take. */
  static final int ROWS_PER_TRANSACTION = 200;

  static final String SOURCE = "portal.export";
  static final String CURSOR = "portal.export";
  private final CaseStore store;
  private final ComplaintIntake intake;
  private final ExportIntake exports;
  private final PortalExport.Opener opener;
  private final boolean canAsk;
  private final InstantSource time;
  private final ReentrantLock running = new ReentrantLock();

  /** Is told how far an import is. */
  @FunctionalInterface
  public interface Progress {
    /** Nobody wants to know. */
    Progress UNHEARD = (done, of) -> {};

    /** So many rows are done of so many. */
    void done(int done, int of);
  }

  /**
   * Makes it.
   *
   * @param canAsk whether the portal can be asked for a complaint
   */
  public ExportImport(
      CaseStore store,
      ComplaintIntake intake,
      PortalExport.Opener opener,
      boolean canAsk,
      InstantSource time) {
    this.store = store;
    this.intake = intake;
    this.exports = new ExportIntake(store, intake, intake.timekeeper());
    this.opener = opener;
    this.canAsk = canAsk;
    this.time = time;
  }

  /**
   * Imports a file.
   *
   * @param progress told after each transaction; what it throws ends the import there
   * @throws id.aduan.lapor.portal.UnusableExportException when the file cannot be used; nothing was
   *     changed
   * @throws ExportBusyException when another one is under way
   * @throws id.aduan.lapor.failure.StoreException when the store cannot keep it; what was done
   *     until then is kept
   */
  public ExportSummary run(Path file, ExportOrder order, Progress progress) {
    if (!running.tryLock()) {
      throw new ExportBusyException();
    }
    try (PortalExport export = opener.open(file)) {
      return run(export, order, progress);
    } finally {
      running.unlock();
    }
  }

  private ExportSummary run(PortalExport export, ExportOrder order, Progress progress) {
    Optional<LocalDate> day = export.generatedOn().or(order::generatedOn);
    Situation now = new Situation(isOlder(day), canAsk);
    ExportTally tally = new ExportTally();
    PageWork<Told> work =
        new PageWork<>(
            store,
            (tx, row) -> tally.ended(row, apply(tx, row, now)),
            (tx, row) -> tally.bad(new Bad(row.number(), "", "could not be applied")),
            "a row of an export");
    try (ExportBatch batch =
        new ExportBatch(
            ROWS_PER_TRANSACTION,
            rows -> work.run(rows, tx -> {}),
            () -> progress.done(tally.rows(), export.rows()))) {
      export.read(row -> sort(row, tally, batch));
      batch.finish();
    }
    ExportSummary summary = tally.summary(day, now.older());
    store.inTransaction(tx -> finish(tx, order, day, summary));
    return summary;
  }

  /**
   * One that does not say when it was made may be of any day: after one that does, it counts as the
   * older one.
   */
  private boolean isOlder(Optional<LocalDate> day) {
    String last = store.read(tx -> store.cursors().get(tx, CURSOR));
    return !last.isEmpty() && day.filter(made -> !made.isBefore(LocalDate.parse(last))).isEmpty();
  }

  private static void sort(Row row, ExportTally tally, ExportBatch batch) {
    if (row instanceof Bad bad) {
      tally.bad(bad);
    } else if (row instanceof Told told) {
      if (tally.isFirst(told.state().complaint().id())) {
        batch.add(told);
      } else {
        tally.bad(new Bad(told.number(), "Tracking ID", "stands in a row before, too"));
      }
    }
  }

  private ExportOutcome apply(Tx tx, Told row, Situation situation) {
    Instant now = time.instant();
    Optional<CaseRecord> current = store.complaints().find(tx, row.state().complaint().id());
    PortalState told = SmsPrivacy.cleaned(row.state(), current);
    ExportDecision decision = ExportDecision.decide(current, told, situation);
    String digest = Digests.of(row.whole());
    String event = row.state().complaint().id() + " export@" + digest;
    boolean bySms = SmsPrivacy.concerns(row.state(), () -> current);
    byte[] kept = bySms ? SmsSecrets.removed(row.rest()) : row.rest();
    Item item = new Item(SOURCE, event, kept, now);
    keep(tx, row, item, digest);
    if (current.isPresent() && Following.isGone(store, tx, row.state().complaint().id())) {
      return ask(tx, row, item); // only the portal itself proves that it is there again
    }
    if (decision instanceof ExportDecision.Open) {
      exports.open(tx, told, now);
      return ExportOutcome.OPENED;
    }
    if (decision instanceof ExportDecision.Keep) {
      exports.keep(tx, told, now);
      return ExportOutcome.KEPT;
    }
    if (decision instanceof ExportDecision.Change change) {
      exports.change(tx, current.orElseThrow(), change.complaint(), told, now);
      return ExportOutcome.CHANGED;
    }
    if (decision instanceof ExportDecision.Ask) {
      return ask(tx, row, item);
    }
    return decision instanceof ExportDecision.Hold hold ? hold.why() : ExportOutcome.UNCHANGED;
  }

  private ExportOutcome ask(Tx tx, Told row, Item item) {
    return intake.fetch(tx, row.state().complaint().id(), item.eventId(), item.at())
        ? ExportOutcome.ASKED
        : ExportOutcome.HELD_HEARD;
  }

  /**
   * Another content of the same complaint is another event; the same one is kept once. Of a report
   * by SMS, what would let its reporter in is not kept in any form (SMS-03).
   */
  private void keep(Tx tx, Told row, Item item, String hash) {
    if (store.inbox().find(tx, item.source(), item.eventId()).isEmpty()) {
      Receipt receipt = new Receipt(item.reference(), false, "", hash);
      store
          .inbox()
          .add(
              tx,
              new Arrival(
                  item.source(),
                  item.eventId(),
                  item.at(),
                  item.raw(),
                  hash,
                  receipt,
                  Optional.of(row.state().complaint().id())));
    }
  }

  private boolean finish(Tx tx, ExportOrder order, Optional<LocalDate> day, ExportSummary summary) {
    Instant now = time.instant();
    String last = store.cursors().get(tx, CURSOR);
    day.map(LocalDate::toString)
        .filter(made -> made.compareTo(last) > 0)
        .ifPresent(made -> store.cursors().set(tx, CURSOR, made, now));
    String done = changes(summary);
    if (!done.isEmpty()) {
      String subject = day.map(LocalDate::toString).orElse("undated");
      store
          .audit()
          .append(
              tx,
              new AuditEntry(now, order.actor(), Action.IMPORTED, subject, order.because(done)));
    }
    return true;
  }

  /** Empty where nothing was changed, so that the same file again leaves no trace. */
  private static String changes(ExportSummary done) {
    int changes =
        done.count(ExportOutcome.OPENED)
            + done.count(ExportOutcome.KEPT)
            + done.count(ExportOutcome.CHANGED);
    return changes == 0
        ? ""
        : "%d rows: %d opened, %d kept, %d changed, %d asked, %d held, %d bad"
            .formatted(
                done.rows(),
                done.count(ExportOutcome.OPENED),
                done.count(ExportOutcome.KEPT),
                done.count(ExportOutcome.CHANGED),
                done.count(ExportOutcome.ASKED),
                done.held(),
                done.count(ExportOutcome.BAD));
  }
}
