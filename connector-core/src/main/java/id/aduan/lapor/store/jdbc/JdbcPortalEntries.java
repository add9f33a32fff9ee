package id.aduan.lapor.store.jdbc;

import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.delivery.IdempotencyKey;
import id.aduan.lapor.failure.CorruptRowException;
import id.aduan.lapor.json.ModelJson;
import id.aduan.lapor.portal.PortalEntry;
import id.aduan.lapor.portal.PortalEntry.Kind;
import id.aduan.lapor.portal.PortalEntry.Origin;
import id.aduan.lapor.privacy.SealException;
import id.aduan.lapor.privacy.Sealer;
import id.aduan.lapor.store.Tx;
import id.aduan.lapor.sync.PortalEntries;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The portal's entries in {@code lapor_portal_entry}; what they say is sealed. */
final class JdbcPortalEntries implements PortalEntries {
  static final String TABLE = "lapor_portal_entry";
  static final String COLUMNS =
      "tracking_id, origin, entry_id, kind, seen_at, twin, echo_of, document, row_hash";
  private static final Logger LOG = LoggerFactory.getLogger(JdbcPortalEntries.class);
  private final Sealer sealer;

  JdbcPortalEntries(Sealer sealer) {
    this.sealer = sealer;
  }

  /** Without the documents, so that what is known already costs no more than its number. */
  @Override
  public List<Known> known(Tx tx, TrackingId complaint) {
    return JdbcTx.of(tx)
        .list(
            "select tracking_id, origin, entry_id, kind, seen_at, twin, echo_of"
                + " from lapor_portal_entry where tracking_id = ? order by id",
            JdbcPortalEntries::known,
            complaint.value());
  }

  private static Known known(ResultSet row) throws SQLException {
    return new Known(
        Origin.valueOf(row.getString(2)),
        row.getString(3),
        Kind.valueOf(row.getString(4)),
        Instant.ofEpochMilli(row.getLong(5)),
        row.getString(6),
        row.getString(7));
  }

  @Override
  public void add(Tx tx, TrackingId complaint, Known known, PortalEntry entry) {
    String id = complaint.value();
    String origin = known.origin().name();
    String kind = known.kind().name();
    long seenAt = known.seenAt().toEpochMilli();
    byte[] document = sealer.seal(ModelJson.write(entry), place(id, origin, known.id()));
    JdbcTx.of(tx)
        .queue(
            "insert into lapor_portal_entry (" + COLUMNS + ") values (?,?,?,?,?,?,?,?,?)",
            id,
            origin,
            known.id(),
            kind,
            seenAt,
            known.twin(),
            known.echoOf(),
            document,
            RowHash.of(
                id, origin, known.id(), kind, seenAt, known.twin(), known.echoOf(), document));
  }

  @Override
  public List<Told> told(Tx tx, TrackingId complaint) {
    List<Told> told = new ArrayList<>();
    JdbcTx.of(tx)
        .each(
            "select " + COLUMNS + " from lapor_portal_entry where tracking_id = ? order by id",
            row -> {
              try {
                told.add(read(row));
              } catch (CorruptRowException | SealException | IllegalArgumentException e) {
                LOG.error("an entry of case {} is damaged and is left out", complaint);
              }
            },
            complaint.value());
    return told;
  }

  Told read(ResultSet row) throws SQLException {
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
            row.getString(4),
            row.getLong(5),
            row.getString(6),
            row.getString(7),
            document));
    Known known = known(row);
    byte[] opened = sealer.open(document, place(id, known.origin().name(), known.id()));
    return new Told(known, ModelJson.read(opened, PortalEntry.class));
  }

  @Override
  public Optional<String> proof(Tx tx, IdempotencyKey answer) {
    return JdbcTx.of(tx)
        .first(
            "select entry_id from lapor_portal_entry where echo_of = ? order by id limit 1",
            row -> row.getString(1),
            answer.value());
  }

  @Override
  public int foreign(Tx tx, TrackingId complaint, String twin) {
    return JdbcTx.of(tx)
        .first(
            "select count(*) from lapor_portal_entry where tracking_id = ? and origin = ?"
                + " and twin = ? and (echo_of = '' or echo_of like 'entry:%')",
            row -> row.getInt(1), complaint.value(), Origin.FOLLOW_UP.name(), twin)
        .orElse(0);
  }

  static String place(String complaint, String origin, String entry) {
    return TABLE + "/" + complaint + " " + origin + " " + entry + "/document";
  }
}
