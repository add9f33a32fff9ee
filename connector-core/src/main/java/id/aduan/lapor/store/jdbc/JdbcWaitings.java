package id.aduan.lapor.store.jdbc;

import id.aduan.lapor.complaint.AgencyCode;
import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.failure.CorruptRowException;
import id.aduan.lapor.store.Tx;
import id.aduan.lapor.sync.Waitings;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What waits for the coordinator, in {@code lapor_waiting}. */
final class JdbcWaitings implements Waitings {
  static final String TABLE = "lapor_waiting";
  static final String COLUMNS = "id, tracking_id, kind, detail, since, settled_at, row_hash";
  private static final Logger LOG = LoggerFactory.getLogger(JdbcWaitings.class);
  private static final String OPEN = " from lapor_waiting where settled_at is null";

  /** That it is proposed for an agency, or with it by its newest leg, or by the case's own row. */
  private static final String OF_AGENCY =
      " and ((kind = 'CONFIRMATION' and (', ' || detail like ? or ', ' || detail like ?))"
          + " or (kind <> 'CONFIRMATION' and (exists (select 1 from lapor_leg l"
          + " where l.tracking_id = lapor_waiting.tracking_id and l.agency = ? and l.state <> 'MOVED'"
          + " and not exists (select 1 from lapor_leg n where n.tracking_id = l.tracking_id"
          + " and n.agency = l.agency and n.number > l.number)) or (not exists (select 1 from"
          + " lapor_leg l where l.tracking_id = lapor_waiting.tracking_id) and exists (select 1 from"
          + " lapor_complaint c where c.tracking_id = lapor_waiting.tracking_id"
          + " and c.agency = ?)))))";

  @Override
  public boolean put(Tx tx, TrackingId complaint, Kind kind, String detail, Instant now) {
    String text = Waitings.cut(detail);
    Optional<Open> open = open(tx, complaint, kind);
    if (open.isPresent()) {
      Waiting row = open.get().row();
      if (open.get().damaged()) {
        say(tx, new Waiting(row.id(), complaint, kind, text, now));
      } else if (!row.detail().equals(text)) {
        say(tx, new Waiting(row.id(), complaint, kind, text, row.since()));
      }
      return open.get().damaged();
    }
    long since = now.toEpochMilli();
    JdbcTx.of(tx)
        .queue(
            "insert into lapor_waiting (tracking_id, kind, detail, since, row_hash)"
                + " values (?,?,?,?,?)",
            complaint.value(),
            kind.name(),
            text,
            since,
            RowHash.of(complaint.value(), kind.name(), text, since, null));
    return true;
  }

  private static void say(Tx tx, Waiting row) {
    JdbcTx.of(tx)
        .queue(
            "update lapor_waiting set detail = ?, since = ?, row_hash = ? where id = ?",
            row.detail(),
            row.since().toEpochMilli(),
            hash(row, null),
            row.id());
  }

  @Override
  public boolean settle(Tx tx, TrackingId complaint, Kind kind, Instant now) {
    Optional<Open> open = open(tx, complaint, kind);
    open.ifPresent(it -> settle(tx, it, now.toEpochMilli()));
    return open.isPresent();
  }

  /** The hash of a damaged one stays wrong: what checks the store goes on telling of it. */
  private static void settle(Tx tx, Open open, long at) {
    if (open.damaged()) {
      JdbcTx.of(tx)
          .queue("update lapor_waiting set settled_at = ? where id = ?", at, open.row().id());
    } else {
      JdbcTx.of(tx)
          .queue(
              "update lapor_waiting set settled_at = ?, row_hash = ? where id = ?",
              at,
              hash(open.row(), at),
              open.row().id());
    }
  }

  private static byte[] hash(Waiting row, @Nullable Long settledAt) {
    return RowHash.of(
        row.complaint().value(),
        row.kind().name(),
        row.detail(),
        row.since().toEpochMilli(),
        settledAt);
  }

  /**
   * What waits of a kind.
   *
   * @param row of a damaged one only what it is found by can be relied on; its detail is empty
   */
  private record Open(Waiting row, boolean damaged) {}

  private static Optional<Open> open(Tx tx, TrackingId complaint, Kind kind) {
    JdbcTx jdbc = JdbcTx.of(tx);
    if (jdbc.isEmpty(TABLE)) {
      return Optional.empty();
    }
    return jdbc.first(
            "select " + COLUMNS + OPEN + " and tracking_id = ? and kind = ?",
            JdbcWaitings::open,
            complaint.value(),
            kind.name())
        .flatMap(row -> row);
  }

  /** Empty for one of which it is not even known what waits. */
  private static Optional<Open> open(ResultSet row) throws SQLException {
    try {
      return Optional.of(new Open(read(row), false));
    } catch (CorruptRowException e) {
      LOG.error(
          "row {} of lapor_waiting is damaged; what it waits for is not known", row.getLong(1));
      return damaged(row);
    }
  }

  private static Optional<Open> damaged(ResultSet row) throws SQLException {
    try {
      TrackingId complaint = TrackingId.parse(shown(row.getString(2)));
      Kind kind = Kind.valueOf(shown(row.getString(3)));
      Instant since = Instant.ofEpochMilli(row.getLong(5));
      return Optional.of(new Open(new Waiting(row.getLong(1), complaint, kind, "", since), true));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static String shown(@Nullable String stored) {
    return stored == null ? "" : stored;
  }

  @Override
  public List<Waiting> of(Tx tx, TrackingId complaint) {
    return list(tx, " and tracking_id = ? order by id", complaint.value());
  }

  @Override
  public List<Waiting> waiting(Tx tx, Optional<Kind> kind, int max) {
    return kind.isPresent()
        ? list(tx, " and kind = ? order by id limit ?", kind.get().name(), max)
        : list(tx, " order by id limit ?", max);
  }

  @Override
  public List<Waiting> waiting(Tx tx, Optional<Kind> kind, AgencyCode agency, int max) {
    String code = agency.value();
    List<Object> values = new ArrayList<>();
    kind.ifPresent(it -> values.add(it.name()));
    values.addAll(List.of("%, " + code + " by %", "%, " + code + ", %", code, code, max));
    return list(
        tx,
        (kind.isPresent() ? " and kind = ?" : "") + OF_AGENCY + " order by id limit ?",
        values.toArray());
  }

  private static List<Waiting> list(Tx tx, String which, Object... values) {
    List<Waiting> waiting = new ArrayList<>();
    JdbcTx.of(tx)
        .each(
            "select " + COLUMNS + OPEN + which,
            row -> open(row).map(Open::row).ifPresent(waiting::add),
            values);
    return waiting;
  }

  @Override
  public Map<Kind, Long> counts(Tx tx) {
    Map<Kind, Long> counts = new EnumMap<>(Kind.class);
    for (Kind kind : Kind.values()) {
      long count =
          JdbcTx.of(tx)
              .first("select count(*)" + OPEN + " and kind = ?", row -> row.getLong(1), kind.name())
              .orElse(0L);
      if (count > 0) {
        counts.put(kind, count);
      }
    }
    return counts;
  }

  static Waiting read(ResultSet row) throws SQLException {
    long settled = row.getLong(6);
    Long settledAt = row.wasNull() ? null : settled;
    RowHash.check(
        TABLE,
        row.getString(2),
        row.getBytes(7),
        RowHash.of(
            row.getString(2), row.getString(3), row.getString(4), row.getLong(5), settledAt));
    return new Waiting(
        row.getLong(1),
        new TrackingId(row.getString(2)),
        Kind.valueOf(row.getString(3)),
        row.getString(4),
        Instant.ofEpochMilli(row.getLong(5)));
  }
}
