package id.aduan.lapor.store.jdbc;

import id.aduan.lapor.agency.TicketChange;
import id.aduan.lapor.complaint.AgencyCode;
import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.failure.CorruptRowException;
import id.aduan.lapor.json.ModelJson;
import id.aduan.lapor.privacy.Sealer;
import id.aduan.lapor.store.Tx;
import id.aduan.lapor.sync.Returns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Cases that were given back, in {@code lapor_return}; the agency's words are sealed. */
final class JdbcReturns implements Returns {
  static final String TABLE = "lapor_return";
  static final String COLUMNS =
      "id, tracking_id, agency, change_id, word, made_at, settled_at, document, row_hash";
  private static final Logger LOG = LoggerFactory.getLogger(JdbcReturns.class);
  private final Sealer sealer;

  JdbcReturns(Sealer sealer) {
    this.sealer = sealer;
  }

  @Override
  public void add(
      Tx tx, TrackingId complaint, AgencyCode agency, TicketChange change, Instant now) {
    byte[] document = sealer.seal(ModelJson.write(change), place(agency.value(), change.id()));
    long madeAt = now.toEpochMilli();
    JdbcTx.of(tx)
        .queue(
            "insert into lapor_return (tracking_id, agency, change_id, word, made_at, document,"
                + " row_hash) values (?,?,?,?,?,?,?) on conflict (agency, change_id) do nothing",
            complaint.value(),
            agency.value(),
            change.id(),
            change.status(),
            madeAt,
            document,
            RowHash.of(
                complaint.value(),
                agency.value(),
                change.id(),
                change.status(),
                madeAt,
                null,
                document));
  }

  @Override
  public boolean isWaiting(Tx tx, TrackingId complaint, AgencyCode agency) {
    return JdbcTx.of(tx)
        .first(
            "select 1 from lapor_return where tracking_id = ? and agency = ?"
                + " and settled_at is null limit 1",
            row -> row.getInt(1),
            complaint.value(),
            agency.value())
        .isPresent();
  }

  @Override
  public void settle(Tx tx, TrackingId complaint, AgencyCode agency, Instant now) {
    List<Settling> settled = new ArrayList<>();
    JdbcTx.of(tx)
        .each(
            "select "
                + COLUMNS
                + " from lapor_return where tracking_id = ? and agency = ?"
                + " and settled_at is null",
            row -> {
              try {
                check(row);
                settled.add(settling(row, now.toEpochMilli()));
              } catch (CorruptRowException e) {
                LOG.error("row {} of lapor_return is damaged and stays as it is", row.getLong(1));
              }
            },
            complaint.value(),
            agency.value());
    for (Settling row : settled) {
      JdbcTx.of(tx)
          .queue(
              "update lapor_return set settled_at = ?, row_hash = ? where id = ?",
              now.toEpochMilli(),
              row.hash(),
              row.id());
    }
  }

  @SuppressWarnings("ArrayRecordComponent") // handed through once, never compared
  private record Settling(long id, byte[] hash) {}

  private static Settling settling(ResultSet row, long at) throws SQLException {
    return new Settling(
        row.getLong(1),
        RowHash.of(
            row.getString(2),
            row.getString(3),
            row.getString(4),
            row.getString(5),
            row.getLong(6),
            at,
            row.getBytes(8)));
  }

  @Override
  public List<Waiting> waiting(Tx tx, int max) {
    return list(tx, " order by id limit ?", max);
  }

  @Override
  public List<Waiting> waiting(Tx tx, AgencyCode agency, int max) {
    return list(tx, " and agency = ? order by id limit ?", agency.value(), max);
  }

  private static List<Waiting> list(Tx tx, String which, Object... values) {
    List<Waiting> waiting = new ArrayList<>();
    JdbcTx.of(tx)
        .each(
            "select " + COLUMNS + " from lapor_return where settled_at is null" + which,
            row -> {
              try {
                check(row);
                waiting.add(read(row));
              } catch (CorruptRowException e) {
                LOG.error("row {} of lapor_return is damaged and is left out", row.getLong(1));
              }
            },
            values);
    return waiting;
  }

  private static Waiting read(ResultSet row) throws SQLException {
    return new Waiting(
        row.getLong(1),
        new TrackingId(row.getString(2)),
        new AgencyCode(row.getString(3)),
        row.getString(5),
        Instant.ofEpochMilli(row.getLong(6)));
  }

  @Override
  public long count(Tx tx) {
    return JdbcTx.of(tx)
        .first("select count(*) from lapor_return where settled_at is null", row -> row.getLong(1))
        .orElse(0L);
  }

  /** The agency's change behind a row. */
  TicketChange readWhole(ResultSet row) throws SQLException {
    check(row);
    String place = place(row.getString(3), row.getString(4));
    return ModelJson.read(sealer.open(row.getBytes(8), place), TicketChange.class);
  }

  private static void check(ResultSet row) throws SQLException {
    long settled = row.getLong(7);
    Long settledAt = row.wasNull() ? null : settled;
    RowHash.check(
        TABLE,
        row.getString(2),
        row.getBytes(9),
        RowHash.of(
            row.getString(2),
            row.getString(3),
            row.getString(4),
            row.getString(5),
            row.getLong(6),
            settledAt,
            row.getBytes(8)));
  }

  static String place(String agency, String change) {
    return TABLE + "/" + agency + " " + change + "/document";
  }
}
