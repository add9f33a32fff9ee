package id.aduan.lapor.sync;

import id.aduan.lapor.delivery.Inbox.Arrival;
import id.aduan.lapor.delivery.Inbox.Receipt;
import id.aduan.lapor.portal.PortalExport;
import id.aduan.lapor.portal.PortalExport.Bad;
import id.aduan.lapor.portal.PortalExport.Row;
import id.aduan.lapor.portal.PortalExport.Told;
import id.aduan.lapor.portal.PortalState;
import id.aduan.lapor.portal.UnusableExportException;
import id.aduan.lapor.store.Tx;
import id.aduan.lapor.sync.ExportDecision.Situation;
import id.aduan.lapor.sync.Quarantine.Item;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

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
   * @throws UnusableExportException when the file cannot be used; nothing was changed
   * @throws ExportBrokenOffException when it was changed while it was read, and cases were changed
   *     until then
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
    ExportTrail trail = new ExportTrail(store, order, day);
    trail.requireNotAhead(time.instant());
    boolean older = store.inTransaction(tx -> trail.begin(tx, time.instant()));
    ExportTally tally = new ExportTally();
    try {
      readAll(export, trail, new Situation(older, canAsk), tally, progress);
    } catch (RuntimeException e) {
      throw brokenOff(e, trail, tally.summary(day, older));
    }
    ExportSummary summary = tally.summary(day, older);
    keep(tx -> trail.ended(tx, summary, time.instant()));
    return summary;
  }

  private void readAll(
      PortalExport export, ExportTrail trail, Situation now, ExportTally tally, Progress progress) {
    PageWork<Told> work =
        new PageWork<>(
            store,
            (tx, row) -> tally.ended(row, apply(tx, row, now, trail, export.rows())),
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
  }

  /** Says in the audit trail how far it came, where something was changed. */
  private RuntimeException brokenOff(RuntimeException why, ExportTrail trail, ExportSummary until) {
    try {
      keep(tx -> trail.brokenOff(tx, until, time.instant()));
    } catch (RuntimeException e) {
      why.addSuppressed(e); // that it has begun is in the trail already
    }
    return why instanceof UnusableExportException fault && until.changes() > 0
        ? new ExportBrokenOffException(fault, until)
        : why;
  }

  private void keep(Consumer<Tx> work) {
    store.inTransaction(
        tx -> {
          work.accept(tx);
          return true;
        });
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

  private ExportOutcome apply(Tx tx, Told row, Situation situation, ExportTrail trail, int rows) {
    ExportOutcome outcome = apply(tx, row, situation, trail);
    if (outcome.isChange()) {
      trail.changed(tx, row.number(), rows, time.instant());
    }
    return outcome;
  }

  private ExportOutcome apply(Tx tx, Told row, Situation situation, ExportTrail trail) {
    Instant now = time.instant();
    Optional<CaseRecord> current = store.complaints().find(tx, row.state().complaint().id());
    PortalState told = SmsPrivacy.cleaned(row.state(), current);
    ExportDecision decision = ExportDecision.decide(current, told, situation);
    String digest = Digests.of(row.whole());
    String event = row.state().complaint().id() + " export@" + digest;
    boolean bySms = SmsPrivacy.concerns(row.state(), () -> current);
    byte[] kept = bySms ? SmsPrivacy.cleaned(row.rest()) : row.rest();
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
      if (!situation.older() && trail.isOlder(tx)) {
        return ExportOutcome.HELD_OLDER; // another node has begun a later one meanwhile
      }
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
}
