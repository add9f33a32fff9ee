package id.aduan.lapor.store.jdbc;

import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.delivery.OutboxView;
import id.aduan.lapor.delivery.State;
import id.aduan.lapor.store.Tx;
import java.time.Instant;
import java.util.List;

/** The outbox for people's eyes. */
final class JdbcOutboxView implements OutboxView {
  private static final String SELECT = "select " + OutboxRow.COLUMNS + " from lapor_outbox";

  @Override
  public List<Row> entriesOf(Tx tx, TrackingId complaint) {
    return JdbcTx.of(tx)
        .list(
            SELECT + " where tracking_id = ? order by id",
            row -> OutboxRow.read(row).shown(),
            complaint.value());
  }

  @Override
  public List<Row> parked(Tx tx, int max) {
    return JdbcTx.of(tx)
        .list(
            SELECT + " where state = 3 order by id limit ?",
            row -> OutboxRow.read(row).shown(),
            max);
  }

  @Override
  public List<Count> counts(Tx tx) {
    return JdbcTx.of(tx)
        .list(
            "select target, state, count(*), min(created_at) from lapor_outbox"
                + " group by target, state order by target, state",
            row ->
                new Count(
                    row.getString(1),
                    State.ofCode(row.getInt(2)),
                    row.getLong(3),
                    Instant.ofEpochMilli(row.getLong(4))));
  }
}
