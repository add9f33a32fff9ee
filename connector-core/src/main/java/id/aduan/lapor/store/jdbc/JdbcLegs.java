package id.aduan.lapor.store.jdbc;

import id.aduan.lapor.complaint.AgencyCode;
import id.aduan.lapor.complaint.Handling;
import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.failure.CorruptRowException;
import id.aduan.lapor.store.Tx;
import id.aduan.lapor.sync.CaseRecord.Assignment;
import id.aduan.lapor.sync.Leg;
import id.aduan.lapor.sync.Leg.Said;
import id.aduan.lapor.sync.Leg.State;
import id.aduan.lapor.sync.Legs;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The legs of cases, in {@code lapor_leg}. A damaged one holds up its case: without it nobody knows
 * whether the agency has a ticket, and a second one would be opened.
 */
final class JdbcLegs implements Legs {
  static final String TABLE = "lapor_leg";
  static final String COLUMNS =
      "tracking_id, agency, number, state, lead, rule, place, mapping_version, handling, word,"
          + " said_at, said_by, since, until, answered_at, reason, row_hash";

  @Override
  public List<Leg> of(Tx tx, TrackingId complaint) {
    return JdbcTx.of(tx)
        .list(
            "select " + COLUMNS + " from " + TABLE + " where tracking_id = ? order by id",
            JdbcLegs::read,
            complaint.value());
  }

  @Override
  public void save(Tx tx, Leg leg) {
    JdbcTx.of(tx)
        .queue(
            "insert into lapor_leg ("
                + COLUMNS
                + ") values (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)"
                + " on conflict (tracking_id, agency, number) do update set"
                + " state = excluded.state, lead = excluded.lead, rule = excluded.rule,"
                + " place = excluded.place, mapping_version = excluded.mapping_version,"
                + " handling = excluded.handling, word = excluded.word,"
                + " said_at = excluded.said_at, said_by = excluded.said_by,"
                + " since = excluded.since,"
                + " until = excluded.until, answered_at = excluded.answered_at,"
                + " reason = excluded.reason, row_hash = excluded.row_hash",
            leg.complaint().value(),
            leg.agency().value(),
            leg.number(),
            leg.state().name(),
            leg.lead() ? 1 : 0,
            leg.why().rule(),
            leg.why().where(),
            leg.why().mappingVersion(),
            leg.handling().name(),
            leg.word(),
            saidAt(leg),
            saidBy(leg),
            leg.since().toEpochMilli(),
            millis(leg.until()),
            millis(leg.answeredAt()),
            leg.reason(),
            hash(leg));
  }

  static Leg read(ResultSet row) throws SQLException {
    Leg read;
    try {
      AgencyCode agency = new AgencyCode(row.getString(2));
      read =
          new Leg(
              new TrackingId(row.getString(1)),
              agency,
              row.getInt(3),
              State.valueOf(row.getString(4)),
              row.getInt(5) == 1,
              new Assignment(agency, row.getString(6), row.getString(7), row.getString(8)),
              Handling.valueOf(row.getString(9)),
              row.getString(10),
              said(row),
              Instant.ofEpochMilli(row.getLong(13)),
              instant(row, 14),
              instant(row, 15),
              row.getString(16));
    } catch (IllegalArgumentException e) {
      throw new CorruptRowException(TABLE, row.getString(1));
    }
    RowHash.check(TABLE, read.complaint().value(), row.getBytes(17), hash(read));
    return read;
  }

  private static Optional<Instant> instant(ResultSet row, int column) throws SQLException {
    long at = row.getLong(column);
    return row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(at));
  }

  private static byte[] hash(Leg leg) {
    return RowHash.of(
        leg.complaint().value(),
        leg.agency().value(),
        leg.number(),
        leg.state().name(),
        leg.lead(),
        leg.why().rule(),
        leg.why().where(),
        leg.why().mappingVersion(),
        leg.handling().name(),
        leg.word(),
        saidAt(leg),
        saidBy(leg),
        leg.since().toEpochMilli(),
        millis(leg.until()),
        millis(leg.answeredAt()),
        leg.reason());
  }

  private static Optional<Said> said(ResultSet row) throws SQLException {
    String by = row.getString(12);
    return instant(row, 11).map(at -> new Said(at, by));
  }

  private static @Nullable Long saidAt(Leg leg) {
    return millis(leg.said().map(Said::at));
  }

  private static String saidBy(Leg leg) {
    return leg.said().map(Said::change).orElse("");
  }

  private static @Nullable Long millis(Optional<Instant> at) {
    return at.map(Instant::toEpochMilli).orElse(null);
  }
}
