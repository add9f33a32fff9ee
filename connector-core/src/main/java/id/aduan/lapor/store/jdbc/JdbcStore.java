package id.aduan.lapor.store.jdbc;

import id.aduan.lapor.audit.AuditTrail;
import id.aduan.lapor.deadline.Bases;
import id.aduan.lapor.deadline.Clocks;
import id.aduan.lapor.deadline.Drafts;
import id.aduan.lapor.delivery.Claims;
import id.aduan.lapor.delivery.Inbox;
import id.aduan.lapor.delivery.InboxView;
import id.aduan.lapor.delivery.Outbox;
import id.aduan.lapor.delivery.OutboxView;
import id.aduan.lapor.delivery.ParkedEntries;
import id.aduan.lapor.delivery.Slots;
import id.aduan.lapor.delivery.TargetStates;
import id.aduan.lapor.failure.StoreException;
import id.aduan.lapor.filing.Filings;
import id.aduan.lapor.notification.NotificationLog;
import id.aduan.lapor.privacy.KeysetSealer;
import id.aduan.lapor.privacy.Sealer;
import id.aduan.lapor.store.Committed;
import id.aduan.lapor.store.Tx;
import id.aduan.lapor.store.UnitOfWork;
import id.aduan.lapor.sync.CaseFiles;
import id.aduan.lapor.sync.CaseStore;
import id.aduan.lapor.sync.Catalogues;
import id.aduan.lapor.sync.Complaints;
import id.aduan.lapor.sync.Cursors;
import id.aduan.lapor.sync.Echoes;
import id.aduan.lapor.sync.Follows;
import id.aduan.lapor.sync.Legs;
import id.aduan.lapor.sync.Links;
import id.aduan.lapor.sync.MappingVersions;
import id.aduan.lapor.sync.PortalEntries;
import id.aduan.lapor.sync.RecapCases;
import id.aduan.lapor.sync.Replies;
import id.aduan.lapor.sync.Returns;
import id.aduan.lapor.sync.Unclaimed;
import id.aduan.lapor.sync.Waitings;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import javax.sql.DataSource;

/**
 * The store in one SQLite file that one process owns, or in a schema of a PostgreSQL database that
 * several nodes share. Either way one writer at a time commits in groups, and what was acknowledged
 * survives {@code kill -9} and a power cut (C1, C15). Safe for use by many threads.
 */
public final class JdbcStore implements CaseStore {
  private final Database database;
  private final Optional<GroupCommit> writer;
  private final ReadSession reader;
  private final Sealer sealer;
  private final Inbox inbox;
  private final InboxView inboxView = new JdbcInboxView();
  private final Outbox outbox;
  private final Claims claims;
  private final TargetStates targets = new JdbcTargetStates();
  private final OutboxView outboxView = new JdbcOutboxView();
  private final ParkedEntries parked;
  private final Complaints complaints;
  private final Links links = new JdbcLinks();
  private final Legs legs = new JdbcLegs();
  private final Echoes echoes = new JdbcEchoes();
  private final Follows follows = new JdbcFollows();
  private final Cursors cursors = new JdbcCursors();
  private final Unclaimed unclaimed;
  private final Clocks clocks = new JdbcClocks();
  private final Bases bases = new JdbcBases();
  private final Drafts drafts = new JdbcDrafts();
  private final Slots slots = new JdbcSlots();
  private final PortalEntries portalEntries;
  private final Replies replies;
  private final Returns returns;
  private final Waitings waitings = new JdbcWaitings();
  private final MappingVersions mappings = new JdbcMappings();
  private final Catalogues catalogues = new JdbcCatalogues();
  private final NotificationLog notifications = new JdbcNotifications();
  private final Filings filings;
  private final CaseFiles files;
  private final RecapCases recapCases;
  private final AuditTrail audit = new JdbcAudit();

  private JdbcStore(Database database, Optional<GroupCommit> writer, Sealer sealer) {
    this.database = database;
    this.writer = writer;
    this.reader = new ReadSession(database);
    this.sealer = sealer;
    this.inbox = new JdbcInbox(sealer);
    this.outbox = new JdbcOutbox(sealer);
    this.claims = new JdbcClaims(sealer);
    this.parked = new JdbcParked(sealer);
    this.complaints = new JdbcComplaints(sealer);
    this.unclaimed = new JdbcUnclaimed(sealer);
    this.filings = new JdbcFilings(sealer);
    this.recapCases = new JdbcRecapCases(sealer);
    this.portalEntries = new JdbcPortalEntries(sealer);
    this.replies = new JdbcReplies(sealer);
    this.returns = new JdbcReturns(sealer);
    this.files = new JdbcFiles(sealer);
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

  /** The same, with someone who is told of each commit after who waited for it; must not block. */
  public static JdbcStore sqlite(Path file, Sealer sealer, Consumer<Committed> listener) {
    return open(SqliteDatabase.owned(file), sealer, listener);
  }

  /** Opens an existing store for reading only, beside the process that owns it. */
  public static JdbcStore sqliteReadOnly(Path file, Sealer sealer) {
    return openReadOnly(SqliteDatabase.shared(file), sealer);
  }

  /**
   * Opens or makes the store in a PostgreSQL database, in the first schema of the user's search
   * path; other nodes may do the same. Takes two connections and keeps them (a third and fourth for
   * as long as it makes tables); a pool is of no use to it, nor in its way.
   *
   * <p>A database that goes away is connected to anew, at most once a second; until then units of
   * work and reads are refused at once (F23).
   *
   * @param source is called by the thread that opens, the store's writer, and readers; let it give
   *     up connecting after a few seconds, and keep TCP connections alive
   * @throws id.aduan.lapor.failure.StoreVersionException when the tables are none of this
   *     program's, or of a newer version
   * @throws id.aduan.lapor.privacy.SealException when the keys are not those of the store
   * @throws StoreException when there is no database, or one that loses what it confirms (F27)
   */
  public static JdbcStore postgres(DataSource source, Sealer sealer) {
    return postgres(source, sealer, commit -> {});
  }

  /** The same, with someone who is told of each commit as by {@link #sqlite}. */
  public static JdbcStore postgres(DataSource source, Sealer sealer, Consumer<Committed> listener) {
    return open(new PostgresDatabase(source), sealer, listener);
  }

  /** Opens an existing store in PostgreSQL for reading only; takes one connection. */
  public static JdbcStore postgresReadOnly(DataSource source, Sealer sealer) {
    return openReadOnly(new PostgresDatabase(source), sealer);
  }

  private static JdbcStore open(Database database, Sealer sealer, Consumer<Committed> listener) {
    try {
      database.migrate();
      GroupCommit writer = new GroupCommit(database, RandomGenerator.getDefault(), listener);
      try {
        JdbcStore store = new JdbcStore(database, Optional.of(writer), sealer);
        store.inTransaction(tx -> KeyCheck.check(tx, sealer) && store.takeOver(tx));
        store.read(tx -> true);
        return store;
      } catch (RuntimeException e) {
        writer.close();
        throw e;
      }
    } catch (RuntimeException e) {
      database.close();
      throw e;
    }
  }

  private static JdbcStore openReadOnly(Database database, Sealer sealer) {
    database.requireCurrent();
    JdbcStore store = new JdbcStore(database, Optional.empty(), sealer);
    store.read(tx -> true);
    return store;
  }

  private boolean takeOver(Tx tx) {
    return database.owner() != Database.Owner.ALONE || JdbcClaims.endLeases(tx);
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
    return new StoreScan(this, database, sealer, told).run();
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
  public int waiting() {
    return writer.map(GroupCommit::waiting).orElse(0);
  }

  @Override
  public <T> T read(UnitOfWork<T> work) {
    return reader.read(work);
  }

  @Override
  public InstantSource clock(InstantSource local) {
    return database.clock(local);
  }

  @Override
  public void close() {
    writer.ifPresent(GroupCommit::close);
    try {
      reader.close();
    } finally {
      database.close();
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
  public Claims claims() {
    return claims;
  }

  @Override
  public TargetStates targets() {
    return targets;
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
  public Legs legs() {
    return legs;
  }

  @Override
  public Echoes echoes() {
    return echoes;
  }

  @Override
  public Follows follows() {
    return follows;
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
  public Bases bases() {
    return bases;
  }

  @Override
  public Drafts drafts() {
    return drafts;
  }

  @Override
  public Slots slots() {
    return slots;
  }

  @Override
  public PortalEntries portalEntries() {
    return portalEntries;
  }

  @Override
  public Replies replies() {
    return replies;
  }

  @Override
  public Returns returns() {
    return returns;
  }

  @Override
  public Waitings waitings() {
    return waitings;
  }

  @Override
  public MappingVersions mappings() {
    return mappings;
  }

  @Override
  public Catalogues catalogues() {
    return catalogues;
  }

  @Override
  public NotificationLog notifications() {
    return notifications;
  }

  @Override
  public Filings filings() {
    return filings;
  }

  @Override
  public CaseFiles files() {
    return files;
  }

  @Override
  public RecapCases recapCases() {
    return recapCases;
  }

  @Override
  public AuditTrail audit() {
    return audit;
  }
}
