package id.aduan.lapor.store.jdbc;

import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.delivery.Inbox;
import id.aduan.lapor.privacy.Sealer;
import id.aduan.lapor.store.Tx;
import java.util.Optional;

/** The inbox in {@code lapor_inbox}; the raw bytes are sealed. */
final class JdbcInbox implements Inbox {
  private final Sealer sealer;

  JdbcInbox(Sealer sealer) {
    this.sealer = sealer;
  }

  @Override
  public Optional<Receipt> find(Tx tx, String source, String eventId) {
    return JdbcTx.of(tx)
        .first(
            "select reference, quarantined, code, content_hash from lapor_inbox"
                + " where source = ? and event_id = ?",
            row ->
                new Receipt(
                    row.getString(1), row.getInt(2) == 1, row.getString(3), row.getString(4)),
            source,
            eventId);
  }

  @Override
  public void add(Tx tx, Arrival arrival) {
    Receipt receipt = arrival.receipt();
    byte[] raw = sealer.seal(arrival.raw(), "lapor_inbox/" + receipt.reference() + "/raw");
    String complaint = arrival.complaint().map(TrackingId::value).orElse("");
    long receivedAt = arrival.receivedAt().toEpochMilli();
    int quarantined = receipt.quarantined() ? 1 : 0;
    JdbcTx.of(tx)
        .update(
            "insert into lapor_inbox (source, event_id, reference, received_at, raw, content_hash,"
                + " quarantined, code, tracking_id, row_hash) values (?,?,?,?,?,?,?,?,?,?)",
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
  }
}
