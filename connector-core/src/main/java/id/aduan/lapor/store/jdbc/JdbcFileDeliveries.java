package id.aduan.lapor.store.jdbc;

import id.aduan.lapor.complaint.AgencyCode;
import id.aduan.lapor.complaint.Reference;
import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.failure.CorruptRowException;
import id.aduan.lapor.store.Tx;
import id.aduan.lapor.sync.FileDeliveries;
import id.aduan.lapor.sync.FileDelivery;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What became of files at agencies, in {@code lapor_file_delivery}. */
final class JdbcFileDeliveries implements FileDeliveries {
  static final String TABLE = "lapor_file_delivery";
  static final String COLUMNS =
      "tracking_id, agency, leg, place, form, sha256, state, reason, reference, since, row_hash";
  private static final Logger LOG = LoggerFactory.getLogger(JdbcFileDeliveries.class);

  private static final String SELECT = "select " + COLUMNS + ", id from " + TABLE + " where ";

  @Override
  public List<FileDelivery> of(Tx tx, TrackingId complaint) {
    return sound(tx, "tracking_id = ? order by agency, leg, place, form desc", complaint.value());
  }

  @Override
  public Optional<FileDelivery> find(
      Tx tx, AgencyCode agency, Reference leg, int place, FileDelivery.Form form) {
    return sound(
            tx,
            "tracking_id = ? and agency = ? and leg = ? and place = ? and form = ?",
            leg.complaint().value(),
            agency.value(),
            leg.leg(),
            place,
            form.name())
        .stream()
        .findFirst();
  }

  @Override
  public List<FileDelivery> refused(Tx tx, int max) {
    return sound(tx, "state = 'REFUSED' order by id limit ?", max);
  }

  /** A damaged row stops no case; what checks the store tells of it. */
  private static List<FileDelivery> sound(Tx tx, String which, Object... values) {
    List<FileDelivery> found = new ArrayList<>();
    JdbcTx.of(tx)
        .each(
            SELECT + which,
            row -> {
              try {
                found.add(read(row));
              } catch (CorruptRowException e) {
                LOG.error("row {} of {} is damaged and left out", row.getLong(12), TABLE);
              }
            },
            values);
    return found;
  }

  @Override
  public Load load(
      Tx tx, AgencyCode agency, Reference leg, int exceptPlace, FileDelivery.Form exceptForm) {
    return JdbcTx.of(tx)
        .first(
            "select count(*), coalesce(sum(f.bytes), 0) from lapor_file_delivery d"
                + " left join lapor_file f on f.tracking_id = d.tracking_id and f.place = d.place"
                + " where d.tracking_id = ? and d.agency = ? and d.leg = ?"
                + " and d.state in ('DUE', 'SENT') and not (d.place = ? and d.form = ?)",
            row -> new Load(row.getInt(1), row.getLong(2)),
            leg.complaint().value(),
            agency.value(),
            leg.leg(),
            exceptPlace,
            exceptForm.name())
        .orElseThrow();
  }

  @Override
  public Map<String, Long> refusedCounts(Tx tx) {
    Map<String, Long> counts = new TreeMap<>();
    JdbcTx.of(tx)
        .each(
            "select agency, count(*) from lapor_file_delivery where state = 'REFUSED'"
                + " group by agency",
            row -> counts.put(row.getString(1), row.getLong(2)));
    return counts;
  }

  @Override
  public void save(Tx tx, FileDelivery delivery) {
    int unused =
        JdbcTx.of(tx)
            .update(
                "insert into lapor_file_delivery ("
                    + COLUMNS
                    + ") values (?,?,?,?,?,?,?,?,?,?,?)"
                    + " on conflict (tracking_id, agency, leg, place, form) do update set"
                    + " sha256 = excluded.sha256, state = excluded.state,"
                    + " reason = excluded.reason, reference = excluded.reference,"
                    + " since = excluded.since, row_hash = excluded.row_hash",
                delivery.leg().complaint().value(),
                delivery.agency().value(),
                delivery.leg().leg(),
                delivery.place(),
                delivery.form().name(),
                delivery.sha256(),
                delivery.state().name(),
                delivery.reason(),
                delivery.number(),
                delivery.since().toEpochMilli(),
                hash(delivery));
  }

  static FileDelivery read(ResultSet row) throws SQLException {
    FileDelivery read;
    try {
      read =
          new FileDelivery(
              new AgencyCode(row.getString(2)),
              new Reference(new TrackingId(row.getString(1)), row.getInt(3)),
              row.getInt(4),
              FileDelivery.Form.valueOf(row.getString(5)),
              row.getString(6),
              FileDelivery.State.valueOf(row.getString(7)),
              row.getString(8),
              row.getString(9),
              Instant.ofEpochMilli(row.getLong(10)));
    } catch (IllegalArgumentException e) {
      throw new CorruptRowException(TABLE, row.getString(1));
    }
    RowHash.check(TABLE, row.getString(1), row.getBytes(11), hash(read));
    return read;
  }

  private static byte[] hash(FileDelivery delivery) {
    return RowHash.of(
        delivery.leg().complaint().value(),
        delivery.agency().value(),
        delivery.leg().leg(),
        delivery.place(),
        delivery.form().name(),
        delivery.sha256(),
        delivery.state().name(),
        delivery.reason(),
        delivery.number(),
        delivery.since().toEpochMilli());
  }
}
