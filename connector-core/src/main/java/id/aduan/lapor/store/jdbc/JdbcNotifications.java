package id.aduan.lapor.store.jdbc;

import id.aduan.lapor.complaint.AgencyCode;
import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.notification.Channel;
import id.aduan.lapor.notification.Notice;
import id.aduan.lapor.notification.Notification;
import id.aduan.lapor.notification.NotificationLog;
import id.aduan.lapor.notification.Role;
import id.aduan.lapor.store.Tx;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The messages in {@code lapor_notification}. */
final class JdbcNotifications implements NotificationLog {
  static final String TABLE = "lapor_notification";
  static final String COLUMNS =
      "message_key, tracking_id, agency, role, channel, kind, occasion, made_at, sent_at,"
          + " delivered_at, read_at, failed_at, code, reference, row_hash";
  private static final String SELECT = "select " + COLUMNS + " from " + TABLE;

  @Override
  public boolean add(Tx tx, Notification made) {
    return JdbcTx.of(tx)
            .update(
                "insert into lapor_notification ("
                    + COLUMNS
                    + ") values (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)"
                    + " on conflict (message_key) do nothing",
                made.key(),
                made.complaint().value(),
                agency(made),
                made.role().name(),
                made.channel().name(),
                made.kind().name(),
                made.occasion(),
                made.madeAt().toEpochMilli(),
                millis(made.sentAt()),
                millis(made.deliveredAt()),
                millis(made.readAt()),
                millis(made.failedAt()),
                made.code(),
                made.reference(),
                hash(made))
        > 0;
  }

  @Override
  public void save(Tx tx, Notification changed) {
    int rows =
        JdbcTx.of(tx)
            .update(
                "update lapor_notification set sent_at = ?, delivered_at = ?, read_at = ?,"
                    + " failed_at = ?, code = ?, reference = ?, row_hash = ?"
                    + " where message_key = ?",
                millis(changed.sentAt()),
                millis(changed.deliveredAt()),
                millis(changed.readAt()),
                millis(changed.failedAt()),
                changed.code(),
                changed.reference(),
                hash(changed),
                changed.key());
    if (rows != 1) {
      throw new IllegalStateException("no such message was made");
    }
  }

  @Override
  public Optional<Notification> find(Tx tx, String key) {
    return JdbcTx.of(tx).first(SELECT + " where message_key = ?", JdbcNotifications::read, key);
  }

  @Override
  public Optional<Notification> byReference(Tx tx, Channel channel, String reference) {
    return JdbcTx.of(tx)
        .first(
            SELECT
                + " where channel = ? and reference = ? and reference <> '' order by id desc limit 1",
            JdbcNotifications::read,
            channel.name(),
            reference);
  }

  @Override
  public List<Notification> about(Tx tx, TrackingId complaint) {
    return JdbcTx.of(tx)
        .list(
            SELECT + " where tracking_id = ? order by id",
            JdbcNotifications::read,
            complaint.value());
  }

  static Notification read(ResultSet row) throws SQLException {
    String agency = row.getString(3);
    Notification read =
        new Notification(
            row.getString(1),
            TrackingId.parse(row.getString(2)),
            agency.isEmpty() ? Optional.empty() : Optional.of(new AgencyCode(agency)),
            Role.valueOf(row.getString(4)),
            Channel.valueOf(row.getString(5)),
            Notice.Kind.valueOf(row.getString(6)),
            row.getString(7),
            Instant.ofEpochMilli(row.getLong(8)),
            instant(row, 9),
            instant(row, 10),
            instant(row, 11),
            instant(row, 12),
            row.getString(13),
            row.getString(14));
    RowHash.check(TABLE, read.key(), row.getBytes(15), hash(read));
    return read;
  }

  private static byte[] hash(Notification row) {
    return RowHash.of(
        row.key(),
        row.complaint().value(),
        agency(row),
        row.role().name(),
        row.channel().name(),
        row.kind().name(),
        row.occasion(),
        row.madeAt().toEpochMilli(),
        millis(row.sentAt()),
        millis(row.deliveredAt()),
        millis(row.readAt()),
        millis(row.failedAt()),
        row.code(),
        row.reference());
  }

  private static String agency(Notification row) {
    return row.agency().map(AgencyCode::value).orElse("");
  }

  private static @Nullable Long millis(Optional<Instant> instant) {
    return instant.map(Instant::toEpochMilli).orElse(null);
  }

  private static Optional<Instant> instant(ResultSet row, int column) throws SQLException {
    long millis = row.getLong(column);
    return row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(millis));
  }
}
