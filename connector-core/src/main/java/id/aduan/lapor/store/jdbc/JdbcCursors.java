package id.aduan.lapor.store.jdbc;

import id.aduan.lapor.store.Tx;
import id.aduan.lapor.sync.Cursors;
import java.time.Instant;
import java.util.List;

/** The cursors in {@code lapor_cursor}. */
final class JdbcCursors implements Cursors {
  @Override
  public String get(Tx tx, String name) {
    return JdbcTx.of(tx)
        .first("select value from lapor_cursor where name = ?", row -> row.getString(1), name)
        .orElse("");
  }

  @Override
  public List<Position> all(Tx tx) {
    return JdbcTx.of(tx)
        .list(
            "select name, value, moved_at from lapor_cursor where name not in (?,?,?,?,?,?,?,?,?)"
                + " order by name",
            row ->
                new Position(
                    row.getString(1), row.getString(2), Instant.ofEpochMilli(row.getLong(3))),
            PROBE,
            UNTIMED,
            LIST_WHOLE,
            LIST_LATE,
            DETAIL,
            ABSENCES,
            WITNESS,
            COMPARED,
            RECONCILED);
  }

  @Override
  public void set(Tx tx, String name, String value, Instant now) {
    JdbcTx.of(tx)
        .queue(
            "insert into lapor_cursor (name, value, moved_at) values (?,?,?) on conflict (name)"
                + " do update set value = excluded.value, moved_at = excluded.moved_at",
            name,
            value,
            now.toEpochMilli());
  }
}
