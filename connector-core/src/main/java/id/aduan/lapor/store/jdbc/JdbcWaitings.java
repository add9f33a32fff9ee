package id.aduan.lapor.store.jdbc;

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

  @Override
  public boolean put(Tx tx, TrackingId complaint, Kind kind, String detail, Instant now) {
    String text = detail.substring(0, Math.min(detail.length(), DETAIL_CHARACTERS_MAX));
    Optional<Open> open = open(tx, complaint, kind);
    if (open.isPresent()) {
      open.get()
          .sound()
          .filter(row -> !row.detail().equals(text))
          .ifPresent(row -> say(tx, row, text));
      return false;
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

  private static void say(Tx tx, Waiting row, String text) {
    JdbcTx.of(tx)
        .queue(
            "update lapor_waiting set detail = ?, row_hash = ? where id = ?",
            text,
            hash(row, text, null),
            row.id());
  }

  @Override
  public boolean settle(Tx tx, TrackingId complaint, Kind kind, Instant now) {
    Optional<Waiting> open = open(tx, complaint, kind).flatMap(Open::sound);
    open.ifPresent(
        row ->
            JdbcTx.of(tx)
                .queue(
                    "update lapor_waiting set settled_at = ?, row_hash = ? where id = ?",
                    now.toEpochMilli(),
                    hash(row, row.detail(), now.toEpochMilli()),
                    row.id()));
    return open.isPresent();
  }

  private static byte[] hash(Waiting row, String detail, @Nullable Long settledAt) {
    return RowHash.of(
        row.complaint().value(), row.kind().name(), detail, row.since().toEpochMilli(), settledAt);
  }

  /**
   * What waits of a kind.
   *
   * @param sound empty where the row is damaged; it stays as it is, and waits
   */
  private record Open(Optional<Waiting> sound) {}

  private static Optional<Open> open(Tx tx, TrackingId complaint, Kind kind) {
    return JdbcTx.of(tx)
        .first(
            "select " + COLUMNS + OPEN + " and tracking_id = ? and kind = ?",
            row -> new Open(sound(row)),
            complaint.value(),
            kind.name());
  }

  private static Optional<Waiting> sound(ResultSet row) throws SQLException {
    try {
      return Optional.of(read(row));
    } catch (CorruptRowException e) {
      LOG.error("row {} of lapor_waiting is damaged and stays as it is", row.getLong(1));
      return Optional.empty();
    }
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

  private static List<Waiting> list(Tx tx, String which, Object... values) {
    List<Waiting> waiting = new ArrayList<>();
    JdbcTx.of(tx)
        .each(
            "select " + COLUMNS + OPEN + which, row -> sound(row).ifPresent(waiting::add), values);
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
