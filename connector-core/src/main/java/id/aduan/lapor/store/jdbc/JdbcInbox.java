package id.aduan.lapor.store.jdbc;

import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.delivery.Inbox;
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
        new Receipt(reference, quarantined == 1, code, contentHash),
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

  static String place(String reference) {
    return "lapor_inbox/" + reference + "/raw";
  }
}
