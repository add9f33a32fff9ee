package id.aduan.lapor.store.jdbc;

import id.aduan.lapor.delivery.InboxView;
import id.aduan.lapor.delivery.ParkedFilter;
import id.aduan.lapor.delivery.Targets;
import id.aduan.lapor.store.Tx;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The inbox for people's eyes; finding what was set aside costs what was set aside. */
final class JdbcInboxView implements InboxView {
  private static final String SELECT =
      "select reference, source, event_id, received_at, code, length(raw), content_hash"
          + " from lapor_inbox where quarantined = 1";

  @Override
  public List<SetAside> setAside(Tx tx, ParkedFilter filter, int max) {
    String sources = filter.target().map(JdbcInboxView::sources).orElse("");
    String code = filter.code().orElse("");
    return JdbcTx.of(tx)
        .list(
            SELECT
                + " and (? = '' or source = ? or source like ? || '.%') and (? = '' or code = ?)"
                + " and received_at >= ? and received_at < ? order by id limit ?",
            JdbcInboxView::read,
            sources,
            sources,
            sources,
            code,
            code,
            filter.since().map(Instant::toEpochMilli).orElse(Long.MIN_VALUE),
            filter.until().map(Instant::toEpochMilli).orElse(Long.MAX_VALUE),
            max);
  }

  /** An agency's code has no character with a meaning of its own here. */
  private static String sources(String sender) {
    return sender.equals(Targets.PORTAL) ? sender : "agency." + sender;
  }

  @Override
  public Optional<SetAside> setAside(Tx tx, String reference) {
    return JdbcTx.of(tx).first(SELECT + " and reference = ?", JdbcInboxView::read, reference);
  }

  @Override
  public Waiting waiting(Tx tx) {
    return waiting(tx, "quarantined = 1");
  }

  @Override
  public Waiting pending(Tx tx) {
    return waiting(tx, "quarantined = 3");
  }

  private static Waiting waiting(Tx tx, String which) {
    return JdbcTx.of(tx)
        .first(
            "select count(*), min(received_at) from lapor_inbox where " + which,
            row ->
                new Waiting(
                    row.getLong(1),
                    row.getLong(1) == 0
                        ? Optional.empty()
                        : Optional.of(Instant.ofEpochMilli(row.getLong(2)))))
        .orElseThrow();
  }

  private static SetAside read(ResultSet row) throws SQLException {
    return new SetAside(
        shown(row.getString(1)),
        shown(row.getString(2)),
        shown(row.getString(3)),
        Instant.ofEpochMilli(row.getLong(4)),
        shown(row.getString(5)),
        row.getLong(6),
        shown(row.getString(7)));
  }

  private static String shown(@Nullable String stored) {
    return stored == null ? "" : stored;
  }
}
