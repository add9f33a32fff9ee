package id.aduan.lapor.store.jdbc;

import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.delivery.Inbox;
import id.aduan.lapor.failure.CorruptRowException;
import id.aduan.lapor.privacy.SealException;
import id.aduan.lapor.privacy.Sealer;
import id.aduan.lapor.store.Tx;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The inbox in {@code lapor_inbox}; the raw bytes are sealed. */
final class JdbcInbox implements Inbox {
  private static final String TABLE = "lapor_inbox";
  static final String COLUMNS =
      "source, event_id, reference, received_at, raw, content_hash, quarantined, code, tracking_id";
  private static final String SELECT = "select " + COLUMNS + ", row_hash from lapor_inbox where ";
  private static final String OLDEST_PENDING =
      "select reference from lapor_inbox where quarantined = 3 order by id limit ?";
  private static final int OLDEST_MAX = 64;
  private static final int SET_ASIDE = 1;
  private static final int DISCARDED = 2;
  private static final int PENDING = 3;

  /** The greatest of the numbers that say what became of an event. */
  static final int STATE_MAX = PENDING;

  private final Sealer sealer;

  JdbcInbox(Sealer sealer) {
    this.sealer = sealer;
  }

  private record Event(String source, String id) {}

  private record Marked(String reference) {}

  @Override
  public Optional<Receipt> find(Tx tx, String source, String eventId) {
    return JdbcTx.of(tx)
        .known(TABLE, new Event(source, eventId), Receipt.class)
        .or(
            () ->
                JdbcTx.of(tx)
                    .firstPastQueue(
                        SELECT + "source = ? and event_id = ?", JdbcInbox::read, source, eventId)
                    .map(Entry::receipt));
  }

  @Override
  public Optional<Entry> byReference(Tx tx, String source, String reference) {
    return JdbcTx.of(tx)
        .first(SELECT + "reference = ? and source = ?", JdbcInbox::read, reference, source);
  }

  static Entry read(ResultSet row) throws SQLException {
    String reference = row.getString(3);
    long receivedAt = row.getLong(4);
    String contentHash = row.getString(6);
    int quarantined = row.getInt(7);
    String code = row.getString(8);
    String complaint = row.getString(9);
    RowHash.check(
        "lapor_inbox",
        reference,
        row.getBytes(10),
        RowHash.of(
            row.getString(1),
            row.getString(2),
            reference,
            receivedAt,
            row.getBytes(5),
            contentHash,
            quarantined,
            code,
            complaint));
    return new Entry(
        new Receipt(
            reference, quarantined == SET_ASIDE || quarantined == DISCARDED, code, contentHash),
        Instant.ofEpochMilli(receivedAt),
        complaint.isEmpty() ? Optional.empty() : Optional.of(new TrackingId(complaint)));
  }

  @Override
  public void add(Tx tx, Arrival arrival) {
    add(tx, arrival, arrival.receipt().quarantined() ? SET_ASIDE : 0);
  }

  @Override
  public void addPending(Tx tx, Arrival arrival) {
    add(tx, arrival, PENDING);
  }

  private void add(Tx tx, Arrival arrival, int quarantined) {
    Receipt receipt = arrival.receipt();
    byte[] raw = sealer.seal(arrival.raw(), place(receipt.reference()));
    String complaint = arrival.complaint().map(TrackingId::value).orElse("");
    long receivedAt = arrival.receivedAt().toEpochMilli();
    JdbcTx.of(tx)
        .queue(
            "insert into lapor_inbox (" + COLUMNS + ", row_hash) values (?,?,?,?,?,?,?,?,?,?)",
            arrival.source(),
            arrival.eventId(),
            receipt.reference(),
            receivedAt,
            raw,
            arrival.contentHash(),
            quarantined,
            receipt.code(),
            complaint,
            RowHash.of(
                arrival.source(),
                arrival.eventId(),
                receipt.reference(),
                receivedAt,
                raw,
                arrival.contentHash(),
                quarantined,
                receipt.code(),
                complaint));
    JdbcTx.of(tx).know(TABLE, new Event(arrival.source(), arrival.eventId()), receipt);
  }

  @Override
  public List<String> pending(Tx tx, int max) {
    return JdbcTx.of(tx).list(OLDEST_PENDING, row -> row.getString(1), max);
  }

  @Override
  public Optional<Kept> pending(Tx tx, String reference) {
    return isMarked(tx, reference)
        ? Optional.empty()
        : JdbcTx.of(tx)
            .firstPastQueue(
                SELECT + "reference = ?",
                row ->
                    row.getInt(7) == PENDING
                        ? Optional.of(kept(row, reference))
                        : Optional.<Kept>empty(),
                reference)
            .flatMap(it -> it);
  }

  @Override
  public boolean applied(Tx tx, Kept kept, TrackingId complaint) {
    boolean isPending = isPending(tx, kept.receipt().reference());
    if (isPending) {
      mark(tx, kept, 0, "", complaint.value());
    }
    return isPending;
  }

  @Override
  public boolean giveUp(Tx tx, String reference, String code) {
    try {
      Optional<Kept> kept = pending(tx, reference);
      kept.ifPresent(it -> mark(tx, it, SET_ASIDE, code, ""));
      return kept.isPresent();
    } catch (CorruptRowException | SealException | IllegalArgumentException e) {
      // As with a discarded one.
      return JdbcTx.of(tx)
              .update(
                  "update lapor_inbox set quarantined = 1, code = ?"
                      + " where reference = ? and quarantined = 3",
                  code,
                  reference)
          > 0;
    }
  }

  private static boolean isPending(Tx tx, String reference) {
    return !isMarked(tx, reference)
        && (oldestPending(tx).references().contains(reference)
            || JdbcTx.of(tx)
                .firstPastQueue(
                    "select quarantined from lapor_inbox where reference = ?",
                    row -> row.getInt(1) == PENDING,
                    reference)
                .orElse(false));
  }

  /** Those that pended when they were first asked for in this transaction, the oldest first. */
  private record Oldest(Set<String> references) {}

  /** Whoever applies what pends begins with the oldest: one question answers for all of those. */
  private static Oldest oldestPending(Tx tx) {
    return JdbcTx.of(tx)
        .known(TABLE, Oldest.class, Oldest.class)
        .orElseGet(
            () -> {
              Oldest asked =
                  new Oldest(
                      Set.copyOf(
                          JdbcTx.of(tx)
                              .listPastQueue(OLDEST_PENDING, row -> row.getString(1), OLDEST_MAX)));
              JdbcTx.of(tx).know(TABLE, Oldest.class, asked);
              return asked;
            });
  }

  /** Whether what becomes of it stands in the queue of this transaction. */
  private static boolean isMarked(Tx tx, String reference) {
    return JdbcTx.of(tx).known(TABLE, new Marked(reference), Boolean.class).orElse(false);
  }

  @Override
  public Optional<Kept> setAside(Tx tx, String reference) {
    return JdbcTx.of(tx)
        .first(
            SELECT + "reference = ? and quarantined = 1", row -> kept(row, reference), reference);
  }

  private Kept kept(ResultSet row, String reference) throws SQLException {
    Entry entry = read(row);
    return new Kept(
        row.getString(1),
        row.getString(2),
        entry.receivedAt(),
        sealer.open(row.getBytes(5), place(reference)),
        entry.receipt());
  }

  @Override
  public void used(Tx tx, Kept kept, Optional<TrackingId> complaint) {
    mark(tx, kept, 0, "", complaint.map(TrackingId::value).orElse(""));
  }

  @Override
  public boolean discard(Tx tx, String reference) {
    try {
      Optional<Kept> kept = setAside(tx, reference);
      kept.ifPresent(it -> mark(tx, it, DISCARDED, it.receipt().code(), ""));
      return kept.isPresent();
    } catch (CorruptRowException | SealException | IllegalArgumentException e) {
      // Its hash stays wrong: what checks the store goes on telling of it.
      return JdbcTx.of(tx)
              .update("update lapor_inbox set quarantined = 2 where reference = ?", reference)
          > 0;
    }
  }

  private void mark(Tx tx, Kept kept, int quarantined, String code, String complaint) {
    String reference = kept.receipt().reference();
    byte[] raw = sealer.seal(kept.raw(), place(reference));
    JdbcTx.of(tx)
        .queue(
            "update lapor_inbox set raw = ?, quarantined = ?, code = ?, tracking_id = ?,"
                + " row_hash = ? where reference = ?",
            raw,
            quarantined,
            code,
            complaint,
            RowHash.of(
                kept.source(),
                kept.eventId(),
                reference,
                kept.receivedAt().toEpochMilli(),
                raw,
                kept.receipt().contentHash(),
                quarantined,
                code,
                complaint),
            reference);
    JdbcTx.of(tx).know(TABLE, new Marked(reference), true);
  }

  static String place(String reference) {
    return "lapor_inbox/" + reference + "/raw";
  }
}
