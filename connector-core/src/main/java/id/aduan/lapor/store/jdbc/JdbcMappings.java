package id.aduan.lapor.store.jdbc;

import id.aduan.lapor.complaint.Handling;
import id.aduan.lapor.complaint.Status.Stage;
import id.aduan.lapor.failure.CorruptRowException;
import id.aduan.lapor.store.Tx;
import id.aduan.lapor.sync.MappingVersions;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The mappings in {@code lapor_mapping}; they name officials' tables and no reporter. */
final class JdbcMappings implements MappingVersions {
  static final String TABLE = "lapor_mapping";
  static final String COLUMNS =
      "id, version, file, digest, content, effective_at, applied_at, applied_by, reason, row_hash";
  private static final String SELECT = "select " + COLUMNS + " from " + TABLE;
  private static final Logger LOG = LoggerFactory.getLogger(JdbcMappings.class);

  @Override
  public void add(Tx tx, Applied applied, byte[] content) {
    int unused =
        JdbcTx.of(tx)
            .update(
                "insert into lapor_mapping (version, file, digest, content, effective_at,"
                    + " applied_at, applied_by, reason, row_hash) values (?,?,?,?,?,?,?,?,?)",
                applied.version(),
                applied.file(),
                applied.digest(),
                content,
                applied.effectiveAt().toEpochMilli(),
                applied.appliedAt().toEpochMilli(),
                applied.by(),
                applied.reason(),
                hash(applied, content));
  }

  @Override
  public long newest(Tx tx) {
    return JdbcTx.of(tx)
        .first("select id from lapor_mapping order by id desc limit 1", row -> row.getLong(1))
        .orElse(0L);
  }

  @Override
  public List<Applied> applied(Tx tx, int max) {
    List<Applied> found = sound(tx, SELECT + " order by id desc limit ?", max);
    Collections.reverse(found);
    return found;
  }

  @Override
  public Optional<Applied> find(Tx tx, String version) {
    return sound(tx, SELECT + " where version = ? order by id desc", version).stream().findFirst();
  }

  private static List<Applied> sound(Tx tx, String sql, Object value) {
    List<Applied> found = new ArrayList<>();
    int unused =
        JdbcTx.of(tx)
            .each(
                sql,
                row -> {
                  try {
                    found.add(read(row));
                  } catch (CorruptRowException e) {
                    LOG.error("row {} of lapor_mapping is damaged and is left out", row.getLong(1));
                  }
                },
                value);
    return found;
  }

  @Override
  public Optional<byte[]> content(Tx tx, long id) {
    List<byte[]> found = new ArrayList<>();
    int rows =
        JdbcTx.of(tx)
            .each(
                SELECT + " where id = ?",
                row -> {
                  try {
                    var unused = read(row);
                    found.add(row.getBytes(5));
                  } catch (CorruptRowException e) {
                    LOG.error("row {} of lapor_mapping is damaged and is left out", row.getLong(1));
                  }
                },
                id);
    return rows == 0 ? Optional.empty() : found.stream().findFirst();
  }

  @Override
  public Map<String, Long> kept(Tx tx) {
    Map<String, Long> kept = new LinkedHashMap<>();
    int unused =
        JdbcTx.of(tx)
            .each(
                "select mapping_version, count(*) from lapor_complaint where agency <> ''"
                    + " and stage not in (?,?,?,?) group by mapping_version order by 2 desc, 1",
                row -> kept.put(row.getString(1), row.getLong(2)),
                Stage.CLOSED.name(),
                Stage.ARCHIVED.name(),
                Stage.REJECTED.name(),
                Stage.BLOCKED.name());
    return kept;
  }

  @Override
  public List<UnmappedWord> unmappedWords(Tx tx, int max) {
    return JdbcTx.of(tx)
        .list(
            "select agency, word, count(*) from lapor_leg where handling = ? and word <> ''"
                + " group by agency, word order by 3 desc, 1, 2 limit ?",
            row -> new UnmappedWord(row.getString(1), row.getString(2), row.getLong(3)),
            Handling.UNKNOWN.name(),
            max);
  }

  static Applied read(ResultSet row) throws SQLException {
    Applied read =
        new Applied(
            row.getLong(1),
            row.getString(2),
            row.getString(3),
            row.getString(4),
            Instant.ofEpochMilli(row.getLong(6)),
            Instant.ofEpochMilli(row.getLong(7)),
            row.getString(8),
            row.getString(9));
    RowHash.check(TABLE, row.getString(1), row.getBytes(10), hash(read, row.getBytes(5)));
    return read;
  }

  private static byte[] hash(Applied row, byte[] content) {
    return RowHash.of(
        row.version(),
        row.file(),
        row.digest(),
        content,
        row.effectiveAt().toEpochMilli(),
        row.appliedAt().toEpochMilli(),
        row.by(),
        row.reason());
  }
}
