package id.aduan.lapor.store.jdbc;

import id.aduan.lapor.complaint.AgencyCode;
import id.aduan.lapor.complaint.Reference;
import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.failure.CorruptRowException;
import id.aduan.lapor.store.Tx;
import id.aduan.lapor.sync.Echoes;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What may come back from agencies, in {@code lapor_echo}: one row for each ticket's leg. */
final class JdbcEchoes implements Echoes {
  static final String TABLE = "lapor_echo";
  static final String COLUMNS = "tracking_id, agency, leg, pieces, written_at, row_hash";
  private static final Logger LOG = LoggerFactory.getLogger(JdbcEchoes.class);

  /**
   * Of a damaged row nothing is recognised: an echo too many is seen by a person, a lost answer
   * not.
   */
  @Override
  public Optional<Written> of(Tx tx, AgencyCode agency, Reference leg) {
    try {
      return JdbcTx.of(tx)
          .first(
              "select "
                  + COLUMNS
                  + " from "
                  + TABLE
                  + " where tracking_id = ? and agency = ? and leg = ?",
              JdbcEchoes::read,
              leg.complaint().value(),
              agency.value(),
              leg.leg());
    } catch (CorruptRowException e) {
      LOG.error("{}; what was written to {} is taken for unknown", e.getMessage(), agency);
      return Optional.empty();
    }
  }

  @Override
  public void save(Tx tx, Written written) {
    JdbcTx.of(tx)
        .queue(
            "insert into lapor_echo ("
                + COLUMNS
                + ") values (?,?,?,?,?,?) on conflict (tracking_id, agency, leg) do update set"
                + " pieces = excluded.pieces, written_at = excluded.written_at,"
                + " row_hash = excluded.row_hash",
            written.leg().complaint().value(),
            written.agency().value(),
            written.leg().leg(),
            shown(written.pieces()),
            written.at().toEpochMilli(),
            hash(written));
  }

  private static String shown(List<Piece> pieces) {
    return pieces.stream()
        .map(piece -> piece.digest() + " " + piece.state())
        .collect(Collectors.joining("\n"));
  }

  static Written read(ResultSet row) throws SQLException {
    Written read;
    try {
      read =
          new Written(
              new AgencyCode(row.getString(2)),
              new Reference(new TrackingId(row.getString(1)), row.getInt(3)),
              pieces(row.getString(4)),
              Instant.ofEpochMilli(row.getLong(5)));
    } catch (IllegalArgumentException e) {
      throw new CorruptRowException(TABLE, row.getString(1));
    }
    RowHash.check(TABLE, row.getString(1), row.getBytes(6), hash(read));
    return read;
  }

  private static List<Piece> pieces(String shown) {
    List<Piece> pieces = new ArrayList<>();
    for (String line : shown.lines().toList()) {
      List<String> parts = List.of(line.split(" ", -1));
      if (parts.size() != 2) {
        throw new IllegalArgumentException("a piece has a digest and a state");
      }
      pieces.add(new Piece(parts.get(0), State.valueOf(parts.get(1))));
    }
    return pieces;
  }

  private static byte[] hash(Written written) {
    return RowHash.of(
        written.leg().complaint().value(),
        written.agency().value(),
        written.leg().leg(),
        shown(written.pieces()),
        written.at().toEpochMilli());
  }
}
