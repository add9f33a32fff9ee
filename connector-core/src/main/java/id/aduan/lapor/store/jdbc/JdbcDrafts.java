package id.aduan.lapor.store.jdbc;

import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.deadline.Draft;
import id.aduan.lapor.deadline.Drafts;
import id.aduan.lapor.store.Tx;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/** The drafts in {@code lapor_draft}. */
final class JdbcDrafts implements Drafts {
  static final String COLUMNS = "tracking_id, rule, period, content, made_at, row_hash";

  @Override
  public boolean keep(Tx tx, Draft draft) {
    String id = draft.complaint().value();
    long madeAt = draft.madeAt().toEpochMilli();
    return JdbcTx.of(tx)
            .update(
                "insert into lapor_draft ("
                    + COLUMNS
                    + ") values (?,?,?,?,?,?) on conflict (tracking_id, rule, period) do nothing",
                id,
                draft.rule(),
                draft.period(),
                draft.text(),
                madeAt,
                RowHash.of(id, draft.rule(), draft.period(), draft.text(), madeAt))
        > 0;
  }

  @Override
  public List<Draft> of(Tx tx, TrackingId complaint) {
    return JdbcTx.of(tx)
        .list(
            "select " + COLUMNS + " from lapor_draft where tracking_id = ? order by made_at, rule",
            JdbcDrafts::read,
            complaint.value());
  }

  static Draft read(ResultSet row) throws SQLException {
    String id = row.getString(1);
    String rule = row.getString(2);
    int period = row.getInt(3);
    String text = row.getString(4);
    long madeAt = row.getLong(5);
    RowHash.check("lapor_draft", id, row.getBytes(6), RowHash.of(id, rule, period, text, madeAt));
    return new Draft(new TrackingId(id), rule, period, text, Instant.ofEpochMilli(madeAt));
  }
}
