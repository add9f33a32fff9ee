package id.aduan.lapor.store.jdbc;

import id.aduan.lapor.audit.AuditTrail;
import id.aduan.lapor.deadline.Clocks;
import id.aduan.lapor.delivery.Inbox;
import id.aduan.lapor.delivery.InboxView;
import id.aduan.lapor.delivery.Outbox;
import id.aduan.lapor.delivery.OutboxView;
import id.aduan.lapor.delivery.ParkedEntries;
import id.aduan.lapor.failure.StoreException;
import id.aduan.lapor.privacy.KeysetSealer;
import id.aduan.lapor.privacy.Sealer;
import id.aduan.lapor.store.Committed;
import id.aduan.lapor.store.UnitOfWork;
import id.aduan.lapor.sync.CaseStore;
import id.aduan.lapor.sync.Complaints;
import id.aduan.lapor.sync.Cursors;
import id.aduan.lapor.sync.Links;
import id.aduan.lapor.sync.Unclaimed;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/**
 * The store in one SQLite file: write-ahead log, {@code synchronous=FULL}, one writer that commits
 * in groups. What was acknowledged survives {@code kill -9} and a power cut (C1, C15). One process
 * owns the file; others may read it. Safe for use by many threads.
 */
public final class JdbcStore implements CaseStore {
  private final Optional<ProcessLock> lock;
  private final Optional<GroupCommit> writer;
  private final SqliteFile.Connected reader;
  private final JdbcTx readTx;
  private final ReentrantLock reading = new ReentrantLock();
  private final Sealer sealer;
  private final Inbox inbox;
  private final InboxView inboxView = new JdbcInboxView();
  private final Outbox outbox;
  private final OutboxView outboxView = new JdbcOutboxView();
  private final ParkedEntries parked;
  private final Complaints complaints;
  private final Links links = new JdbcLinks();
  private final Cursors cursors = new JdbcCursors();
  private final Unclaimed unclaimed;
  private final Clocks clocks = new JdbcClocks();
  private final AuditTrail audit = new JdbcAudit();

  private JdbcStore(
      Optional<ProcessLock> lock, Optional<GroupCommit> writer, Path file, Sealer sealer) {
    this.lock = lock;
    this.writer = writer;
    this.reader = SqliteFile.connectForReading(file);
    this.readTx = new JdbcTx(reader.connection());
    this.sealer = sealer;
    this.inbox = new JdbcInbox(sealer);
    this.outbox = new JdbcOutbox(sealer);
    this.parked = new JdbcParked(sealer);
    this.complaints = new JdbcComplaints(sealer);
    this.unclaimed = new JdbcUnclaimed(sealer);
  }

  /** Opens or makes the store in this file, with the keys in {@code <file>.keys} beside it. */
  public static JdbcStore sqlite(Path file) {
    return sqlite(file, KeysetSealer.ofFile(keysBeside(file)));
  }

  /**
   * Opens or makes the store in this file.
   *
   * @throws id.aduan.lapor.failure.StoreLockedException when another process owns it
   * @throws id.aduan.lapor.failure.StoreVersionException when the file is none of this program's,
   *     or of a newer version
   * @throws id.aduan.lapor.privacy.SealException when the keys are not those of the store
   * @throws StoreException when it cannot be opened or made
   */
  public static JdbcStore sqlite(Path file, Sealer sealer) {
    return sqlite(file, sealer, commit -> {});
  }

  /**
   * The same, with someone who is told of each commit, after those who waited for it were; it must
   * return soon, since the next ones are told by the same thread.
   */
  public static JdbcStore sqlite(Path file, Sealer sealer, Consumer<Committed> listener) {
    SqliteFile.makeDirectory(file);
    ProcessLock lock = ProcessLock.take(file);
    try {
      SqliteFile.migrate(file);
      GroupCommit writer =
          new GroupCommit(() -> SqliteFile.connectForWriting(file).connection(), listener);
      JdbcStore store = new JdbcStore(Optional.of(lock), Optional.of(writer), file, sealer);
      try {
        store.inTransaction(tx -> KeyCheck.check(tx, sealer) && JdbcOutbox.endLeases(tx));
        return store;
      } catch (RuntimeException e) {
        store.close();
        throw e;
      }
    } catch (RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  /** Opens an existing store for reading only, beside the process that owns it. */
  public static JdbcStore sqliteReadOnly(Path file, Sealer sealer) {
    return new JdbcStore(Optional.empty(), Optional.empty(), file, sealer);
  }

  /**
   * Copies the store in this file to another, beside the process that owns it; see {@link
   * StoreBackup}. Takes neither the lock nor any keys.
   *
   * @throws StoreException when the copy could not be made; nothing is left of it then
   */
  public static StoreBackup backup(Path file, Path target) {
    return StoreBackup.make(file, target);
  }

  /**
   * Reads every row and holds it against its hash, its seal and its values (C20, C23). Beside a
   * process that owns the store, too; memory does not grow with the store.
   *
   * @param told each thing that is not as it was written, as it is found
   * @throws id.aduan.lapor.privacy.SealException when the keys are not those of the store
   */
  public StoreCheck verify(Consumer<StoreDamage> told) {
    return new StoreScan(this, sealer, told).run();
  }

  /** Where the keys of a store stand unless they are handed in. */
  public static Path keysBeside(Path file) {
    return file.resolveSibling(file.getFileName() + ".keys");
  }

  @Override
  public <T> CompletableFuture<T> submit(UnitOfWork<T> work) {
    return writer
        .map(open -> open.submit(work))
        .orElseGet(
            () ->
                CompletableFuture.failedFuture(
                    new StoreException("the store is open for reading only")));
  }

  @Override
  public <T> T read(UnitOfWork<T> work) {
    reading.lock();
    try {
      return work.run(readTx);
    } finally {
      try {
        readTx.takeEffects();
        reader.endReading();
      } finally {
        reading.unlock();
      }
    }
  }

  @Override
  public void close() {
    writer.ifPresent(GroupCommit::close);
    reading.lock();
    try {
      reader.connection().close();
    } catch (SQLException e) {
      throw JdbcTx.failure(e);
    } finally {
      reading.unlock();
      lock.ifPresent(ProcessLock::close);
    }
  }

  @Override
  public Inbox inbox() {
    return inbox;
  }

  @Override
  public InboxView inboxView() {
    return inboxView;
  }

  @Override
  public Outbox outbox() {
    return outbox;
  }

  @Override
  public OutboxView outboxView() {
    return outboxView;
  }

  @Override
  public ParkedEntries parked() {
    return parked;
  }

  @Override
  public Complaints complaints() {
    return complaints;
  }

  @Override
  public Links links() {
    return links;
  }

  @Override
  public Cursors cursors() {
    return cursors;
  }

  @Override
  public Unclaimed unclaimed() {
    return unclaimed;
  }

  @Override
  public Clocks clocks() {
    return clocks;
  }

  @Override
  public AuditTrail audit() {
    return audit;
  }
}
