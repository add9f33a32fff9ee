package id.aduan.lapor.store.jdbc;

import id.aduan.lapor.failure.CorruptRowException;
import id.aduan.lapor.mapping.CatalogueText;
import id.aduan.lapor.store.Tx;
import id.aduan.lapor.sync.Catalogues;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The lists of categories in {@code lapor_catalogue}. */
final class JdbcCatalogues implements Catalogues {
  static final String TABLE = "lapor_catalogue";
  static final String COLUMNS = "source, read_at, state, content, decided_by, row_hash";
  private static final Logger LOG = LoggerFactory.getLogger(JdbcCatalogues.class);

  @Override
  public Optional<Kept> find(Tx tx, State state) {
    List<Kept> found = new ArrayList<>();
    int rows =
        JdbcTx.of(tx)
            .each(
                "select " + COLUMNS + " from lapor_catalogue where state = ?",
                row -> {
                  try {
                    found.add(read(row));
                  } catch (CorruptRowException e) {
                    LOG.error("the row {} of lapor_catalogue is damaged and is left out", state);
                  }
                },
                state.name());
    return rows == 0 ? Optional.empty() : found.stream().findFirst();
  }

  @Override
  public void put(Tx tx, Kept kept) {
    byte[] content = CatalogueText.write(kept.catalogue());
    int unused =
        JdbcTx.of(tx)
            .update(
                "insert into lapor_catalogue ("
                    + COLUMNS
                    + ") values (?,?,?,?,?,?) on conflict (state) do update set"
                    + " source = excluded.source, read_at = excluded.read_at,"
                    + " content = excluded.content, decided_by = excluded.decided_by,"
                    + " row_hash = excluded.row_hash",
                kept.source(),
                kept.readAt().toEpochMilli(),
                kept.state().name(),
                content,
                kept.decidedBy(),
                hash(kept, content));
  }

  @Override
  public void remove(Tx tx, State state) {
    int unused = JdbcTx.of(tx).update("delete from lapor_catalogue where state = ?", state.name());
  }

  @Override
  public long countingSince(Tx tx) {
    return JdbcTx.of(tx)
        .first(
            "select read_at from lapor_catalogue where state = ?",
            row -> row.getLong(1),
            State.COUNTS.name())
        .orElse(0L);
  }

  static Kept read(ResultSet row) throws SQLException {
    byte[] content = row.getBytes(4);
    try {
      Kept read =
          new Kept(
              row.getString(1),
              Instant.ofEpochMilli(row.getLong(2)),
              State.valueOf(row.getString(3)),
              CatalogueText.read(content),
              row.getString(5));
      RowHash.check(TABLE, row.getString(3), row.getBytes(6), hash(read, content));
      return read;
    } catch (IllegalArgumentException e) {
      throw new CorruptRowException(TABLE, row.getString(3));
    }
  }

  private static byte[] hash(Kept row, byte[] content) {
    return RowHash.of(
        row.source(), row.readAt().toEpochMilli(), row.state().name(), content, row.decidedBy());
  }
}
