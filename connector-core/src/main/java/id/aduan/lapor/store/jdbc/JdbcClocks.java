package id.aduan.lapor.store.jdbc;

import id.aduan.lapor.complaint.AgencyCode;
import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.deadline.CaseClocks;
import id.aduan.lapor.deadline.Clock;
import id.aduan.lapor.deadline.Clocks;
import id.aduan.lapor.json.ModelJson;
import id.aduan.lapor.store.Tx;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The clocks in {@code lapor_case_clocks}; each case's are one document. */
final class JdbcClocks implements Clocks {
  static final String TABLE = "lapor_case_clocks";
  static final String COLUMNS =
      "tracking_id, agency, basis, open, next_at, due_at, moved_at, document, row_hash";
  private static final String SELECT = "select " + COLUMNS + " from " + TABLE;

  private final RecentClocks recent = new RecentClocks();

  @Override
  public Optional<CaseClocks> find(Tx tx, TrackingId complaint) {
    return JdbcTx.of(tx)
        .known(TABLE, complaint, CaseClocks.class)
        .or(
            () ->
                JdbcTx.of(tx)
                    .firstPastQueue(
                        SELECT + " where tracking_id = ?", this::recall, complaint.value()));
  }

  @Override
  public void save(Tx tx, CaseClocks clocks) {
    String id = clocks.complaint().value();
    String agency = clocks.facts().agency().map(AgencyCode::value).orElse("");
    String basis = clocks.basis();
    int open = clocks.isRecountable() ? 1 : 0;
    Long nextAt = clocks.nextAt().map(Instant::toEpochMilli).orElse(null);
    Long dueAt = clocks.dueAt().map(Instant::toEpochMilli).orElse(null);
    Long movedAt =
        clocks.clocks().stream()
            .flatMap(clock -> clock.moved().stream())
            .map(Clock.Move::at)
            .max(Comparator.naturalOrder())
            .map(Instant::toEpochMilli)
            .orElse(null);
    byte[] document = ModelJson.write(clocks);
    byte[] hash = RowHash.of(id, agency, basis, open, nextAt, dueAt, movedAt, document);
    JdbcTx.of(tx)
        .queue(
            "insert into lapor_case_clocks ("
                + COLUMNS
                + ") values (?,?,?,?,?,?,?,?,?)"
                + " on conflict (tracking_id) do update set agency = excluded.agency, basis = excluded.basis, open = excluded.open,"
                + " next_at = excluded.next_at, due_at = excluded.due_at,"
                + " moved_at = excluded.moved_at, document = excluded.document,"
                + " row_hash = excluded.row_hash",
            id,
            agency,
            basis,
            open,
            nextAt,
            dueAt,
            movedAt,
            document,
            hash);
    recent.put(hash, clocks);
    JdbcTx.of(tx).know(TABLE, clocks.complaint(), clocks);
  }

  @Override
  public List<TrackingId> due(Tx tx, Instant now, int max) {
    return ids(tx, "next_at <= ? order by next_at, id limit ?", now.toEpochMilli(), max);
  }

  @Override
  public List<Numbered> otherwiseAfter(Tx tx, String basis, long number, int max) {
    return JdbcTx.of(tx)
        .list(
            "select id, tracking_id from lapor_case_clocks where open = 1 and id > ? and basis <> ?"
                + " order by id limit ?",
            row -> new Numbered(row.getLong(1), new TrackingId(row.getString(2))),
            number,
            basis,
            max);
  }

  @Override
  public void silence(Tx tx, TrackingId complaint) {
    int unused =
        JdbcTx.of(tx)
            .update(
                "update lapor_case_clocks set next_at = null, open = 0 where tracking_id = ?",
                complaint.value());
  }

  @Override
  public List<TrackingId> open(Tx tx, Optional<AgencyCode> agency, int max) {
    String order = "due_at is not null order by due_at, id limit ?";
    return agency
        .map(code -> ids(tx, "agency = ? and " + order, code.value(), max))
        .orElseGet(() -> ids(tx, order, max));
  }

  @Override
  public Map<String, Long> overdue(Tx tx, Instant now) {
    Map<String, Long> counts = new TreeMap<>();
    int unused =
        JdbcTx.of(tx)
            .each(
                "select agency, count(*) from lapor_case_clocks where due_at < ? group by agency",
                row -> counts.put(row.getString(1), row.getLong(2)),
                now.toEpochMilli());
    return counts;
  }

  @Override
  public List<TrackingId> moved(Tx tx, Optional<AgencyCode> agency, int max) {
    String order = "moved_at is not null order by moved_at desc, id limit ?";
    return agency
        .map(code -> ids(tx, "agency = ? and " + order, code.value(), max))
        .orElseGet(() -> ids(tx, order, max));
  }

  private static List<TrackingId> ids(Tx tx, String which, Object... values) {
    return JdbcTx.of(tx)
        .list(
            "select tracking_id from lapor_case_clocks where " + which,
            row -> new TrackingId(row.getString(1)),
            values);
  }

  @Override
  public List<TrackingId> untimedAfter(Tx tx, String trackingId, int max) {
    return JdbcTx.of(tx)
        .list(
            "select c.tracking_id from lapor_complaint c where c.tracking_id > ? and not exists"
                + " (select 1 from lapor_case_clocks k where k.tracking_id = c.tracking_id)"
                + " order by c.tracking_id limit ?",
            row -> new TrackingId(row.getString(1)),
            trackingId,
            max);
  }

  static CaseClocks read(ResultSet row) throws SQLException {
    return ModelJson.read(checked(row), CaseClocks.class);
  }

  /** The same; what was written or read lately need not be understood again. */
  private CaseClocks recall(ResultSet row) throws SQLException {
    byte[] document = checked(row);
    byte[] hash = row.getBytes(9);
    Optional<CaseClocks> known = recent.find(hash);
    if (known.isPresent()) {
      return known.get();
    }
    CaseClocks read = ModelJson.read(document, CaseClocks.class);
    recent.put(hash, read);
    return read;
  }

  private static byte[] checked(ResultSet row) throws SQLException {
    String id = row.getString(1);
    byte[] document = row.getBytes(8);
    RowHash.check(
        TABLE,
        id,
        row.getBytes(9),
        RowHash.of(
            id,
            row.getString(2),
            row.getString(3),
            row.getInt(4),
            number(row, 5),
            number(row, 6),
            number(row, 7),
            document));
    return document;
  }

  private static @Nullable Long number(ResultSet row, int column) throws SQLException {
    long number = row.getLong(column);
    return row.wasNull() ? null : number;
  }
}
