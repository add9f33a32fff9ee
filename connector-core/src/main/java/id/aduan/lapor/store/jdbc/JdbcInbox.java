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
import java.util.Optional;

/** The inbox in {@code lapor_inbox}; the raw bytes are sealed. */
final class JdbcInbox implements Inbox {
  private static final String TABLE = "lapor_inbox";
  static final String COLUMNS =
      "source, event_id, reference, received_at, raw, content_hash, quarantined, code, tracking_id";
  private static final String SELECT = "select " + COLUMNS + ", row_hash from lapor_inbox where ";
  private final Sealer sealer;

  JdbcInbox(Sealer sealer) {
    this.sealer = sealer;
  }

  private record Event(String source, String id) {}

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
        new Receipt(reference, quarantined != 0, code, contentHash),
        Instant.ofEpochMilli(receivedAt),
        complaint.isEmpty() ? Optional.empty() : Optional.of(new TrackingId(complaint)));
  }

  @Override
  public void add(Tx tx, Arrival arrival) {
    Receipt receipt = arrival.receipt();
    byte[] raw = sealer.seal(arrival.raw(), place(receipt.reference()));
    String complaint = arrival.complaint().map(TrackingId::value).orElse("");
    long receivedAt = arrival.receivedAt().toEpochMilli();
    int quarantined = receipt.quarantined() ? 1 : 0;
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
  public Optional<Kept> setAside(Tx tx, String reference) {
    return JdbcTx.of(tx)
        .first(
            SELECT + "reference = ? and quarantined = 1",
            row -> {
              Entry entry = read(row);
              return new Kept(
                  row.getString(1),
                  row.getString(2),
                  entry.receivedAt(),
                  sealer.open(row.getBytes(5), place(reference)),
                  entry.receipt());
            },
            reference);
  }

  @Override
  public void used(Tx tx, Kept kept, Optional<TrackingId> complaint) {
    mark(tx, kept, 0, "", complaint.map(TrackingId::value).orElse(""));
  }

  @Override
  public boolean discard(Tx tx, String reference) {
    try {
      Optional<Kept> kept = setAside(tx, reference);
      kept.ifPresent(it -> mark(tx, it, 2, it.receipt().code(), ""));
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
        .update(
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
  }

  static String place(String reference) {
    return "lapor_inbox/" + reference + "/raw";
  }
}
