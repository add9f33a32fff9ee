package id.aduan.lapor.store.jdbc;

import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.delivery.OutboxView;
import id.aduan.lapor.delivery.ParkedFilter;
import id.aduan.lapor.delivery.State;
import id.aduan.lapor.store.Tx;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The outbox for people's eyes. */
final class JdbcOutboxView implements OutboxView {
  private static final String SELECT = "select " + OutboxRow.COLUMNS + " from lapor_outbox";
  private static final String PARKED =
      "select id, tracking_id, target, operation, attempts, created_at, due_at, length(payload),"
          + " code, detail from lapor_outbox where state = 3";

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
  public List<Parked> parked(Tx tx, ParkedFilter filter, int max) {
    return JdbcTx.of(tx)
        .list(
            PARKED
                + " and (? = '' or target = ?) and (? = '' or code = ?)"
                + " and due_at >= ? and due_at < ? order by id limit ?",
            JdbcOutboxView::parked,
            filter.target().orElse(""),
            filter.target().orElse(""),
            filter.code().orElse(""),
            filter.code().orElse(""),
            filter.since().map(Instant::toEpochMilli).orElse(Long.MIN_VALUE),
            filter.until().map(Instant::toEpochMilli).orElse(Long.MAX_VALUE),
            max);
  }

  @Override
  public Optional<Parked> parkedEntry(Tx tx, long id) {
    return JdbcTx.of(tx).first(PARKED + " and id = ?", JdbcOutboxView::parked, id);
  }

  /** An entry is due when it is parked, and never again. */
  private static Parked parked(ResultSet row) throws SQLException {
    return new Parked(
        row.getLong(1),
        shown(row.getString(2)),
        shown(row.getString(3)),
        shown(row.getString(4)),
        row.getInt(5),
        Instant.ofEpochMilli(row.getLong(6)),
        Instant.ofEpochMilli(row.getLong(7)),
        row.getLong(8),
        shown(row.getString(9)),
        shown(row.getString(10)));
  }

  private static String shown(@Nullable String stored) {
    return stored == null ? "" : stored;
  }

  @Override
  public List<Count> counts(Tx tx) {
    return JdbcTx.of(tx)
        .list(
            "select target, state, count(*), min(created_at) from lapor_outbox"
                + " where state between 0 and 6 group by target, state order by target, state",
            row ->
                new Count(
                    row.getString(1),
                    State.ofCode(row.getInt(2)),
                    row.getLong(3),
                    Instant.ofEpochMilli(row.getLong(4))));
  }
}
