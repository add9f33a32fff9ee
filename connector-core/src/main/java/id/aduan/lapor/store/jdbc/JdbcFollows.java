package id.aduan.lapor.store.jdbc;

import id.aduan.lapor.complaint.Status.Stage;
import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.failure.CorruptRowException;
import id.aduan.lapor.store.Tx;
import id.aduan.lapor.sync.Follow;
import id.aduan.lapor.sync.Follow.Phase;
import id.aduan.lapor.sync.Follows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How cases are followed, in {@code lapor_follow}. */
final class JdbcFollows implements Follows {
  static final String TABLE = "lapor_follow";
  static final String COLUMNS = "tracking_id, phase, due_at, every_ms, absent_at, row_hash";

  /** So many damaged rows keep no other from its turn. */
  private static final int DAMAGED_MAX = 100;

  private static final Logger LOG = LoggerFactory.getLogger(JdbcFollows.class);
  private static final String SELECT = "select " + COLUMNS + " from " + TABLE;

  @Override
  public Optional<Follow> find(Tx tx, TrackingId complaint) {
    return JdbcTx.of(tx)
        .known(TABLE, complaint, Follow.class)
        .or(
            () ->
                JdbcTx.of(tx)
                    .firstPastQueue(
                        SELECT + " where tracking_id = ?", JdbcFollows::read, complaint.value()));
  }

  @Override
  public void save(Tx tx, Follow follow) {
    JdbcTx.of(tx)
        .queue(
            "insert into lapor_follow ("
                + COLUMNS
                + ") values (?,?,?,?,?,?) on conflict (tracking_id) do update set"
                + " phase = excluded.phase, due_at = excluded.due_at,"
                + " every_ms = excluded.every_ms, absent_at = excluded.absent_at,"
                + " row_hash = excluded.row_hash",
            follow.complaint().value(),
            follow.phase().name(),
            follow.dueAt().toEpochMilli(),
            follow.every().toMillis(),
            absent(follow),
            hash(follow));
    JdbcTx.of(tx).know(TABLE, follow.complaint(), follow);
  }

  @Override
  public List<Follow> due(Tx tx, Instant now, int max) {
    List<Follow> due = new ArrayList<>();
    if (max == 0) {
      return due;
    }
    int unused =
        JdbcTx.of(tx)
            .each(
                SELECT + " where due_at <= ? order by due_at limit ?",
                row -> {
                  if (due.size() < max) {
                    addSound(row, due);
                  }
                },
                now.toEpochMilli(),
                max + DAMAGED_MAX);
    return due;
  }

  private static void addSound(ResultSet row, List<Follow> due) throws SQLException {
    try {
      due.add(read(row));
    } catch (CorruptRowException e) {
      LOG.error("{}; its complaint is not followed", e.getMessage());
    }
  }

  @Override
  public Optional<Instant> nextDue(Tx tx) {
    return JdbcTx.of(tx)
        .first(
            "select due_at from lapor_follow where due_at < ? order by due_at limit 1",
            row -> Instant.ofEpochMilli(row.getLong(1)),
            Follow.NEVER.toEpochMilli());
  }

  @Override
  public List<Unfollowed> unfollowed(Tx tx, int max) {
    return JdbcTx.of(tx)
        .list(
            "select c.tracking_id, c.stage from lapor_complaint c left join lapor_follow f"
                + " on f.tracking_id = c.tracking_id where f.tracking_id is null limit ?",
            row ->
                new Unfollowed(new TrackingId(row.getString(1)), Stage.valueOf(row.getString(2))),
            max);
  }

  @Override
  public Optional<TrackingId> witness(Tx tx) {
    return JdbcTx.of(tx)
        .first(
            "select tracking_id from lapor_follow where absent_at is null order by id desc limit 1",
            row -> new TrackingId(row.getString(1)))
        .or(() -> unfollowed(tx, 1).stream().map(Unfollowed::complaint).findFirst());
  }

  @Override
  public long gone(Tx tx) {
    return JdbcTx.of(tx)
        .first(
            "select count(*) from lapor_follow where phase = ?",
            row -> row.getLong(1),
            Phase.GONE.name())
        .orElse(0L);
  }

  static Follow read(ResultSet row) throws SQLException {
    long absent = row.getLong(5);
    Follow read;
    try {
      read =
          new Follow(
              new TrackingId(row.getString(1)),
              Phase.valueOf(row.getString(2)),
              Instant.ofEpochMilli(row.getLong(3)),
              Duration.ofMillis(row.getLong(4)),
              absent == 0 ? Optional.empty() : Optional.of(Instant.ofEpochMilli(absent)));
    } catch (IllegalArgumentException e) {
      throw new CorruptRowException(TABLE, row.getString(1));
    }
    RowHash.check(TABLE, read.complaint().value(), row.getBytes(6), hash(read));
    return read;
  }

  private static byte[] hash(Follow row) {
    return RowHash.of(
        row.complaint().value(),
        row.phase().name(),
        row.dueAt().toEpochMilli(),
        row.every().toMillis(),
        absent(row));
  }

  private static @Nullable Long absent(Follow row) {
    return row.absentSince().map(Instant::toEpochMilli).orElse(null);
  }
}
