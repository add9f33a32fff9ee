package id.aduan.lapor.store.jdbc;

import id.aduan.lapor.complaint.Handling;
import id.aduan.lapor.complaint.Status.Stage;
import id.aduan.lapor.failure.CorruptRowException;
import id.aduan.lapor.mapping.MappingText;
import id.aduan.lapor.store.Tx;
import id.aduan.lapor.sync.Leg;
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
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The mappings in {@code lapor_mapping}; they name officials' tables and no reporter. */
final class JdbcMappings implements MappingVersions {
  static final String TABLE = "lapor_mapping";
  private static final String ENTRY =
      "id, version, file, digest, effective_at, applied_at, applied_by, reason, cancelled_at,"
          + " row_hash";
  static final String COLUMNS = ENTRY + ", content";
  private static final String SELECT = "select " + ENTRY + " from " + TABLE;
  private static final int CONTENT = 11;
  private static final Logger LOG = LoggerFactory.getLogger(JdbcMappings.class);

  @Override
  public void add(Tx tx, Applied applied, byte[] content) {
    int unused =
        JdbcTx.of(tx)
            .update(
                "insert into lapor_mapping (version, file, digest, effective_at, applied_at,"
                    + " applied_by, reason, cancelled_at, row_hash, content)"
                    + " values (?,?,?,?,?,?,?,?,?,?)",
                applied.version(),
                applied.file(),
                applied.digest(),
                applied.effectiveAt().toEpochMilli(),
                applied.appliedAt().toEpochMilli(),
                applied.by(),
                applied.reason(),
                millis(applied.cancelledAt()),
                hash(applied),
                content);
  }

  @Override
  public void cancel(Tx tx, Applied applied, Instant at) {
    int unused =
        JdbcTx.of(tx)
            .update(
                "update lapor_mapping set cancelled_at = ?, row_hash = ? where id = ?",
                at.toEpochMilli(),
                hash(applied.cancelled(at)),
                applied.id());
  }

  @Override
  public Mark mark(Tx tx) {
    return JdbcTx.of(tx)
        .first(
            "select coalesce(max(id), 0), count(cancelled_at) from lapor_mapping",
            row -> new Mark(row.getLong(1), row.getLong(2)))
        .orElse(new Mark(0, 0));
  }

  @Override
  public Entries applied(Tx tx, int max) {
    Entries found = entries(tx, SELECT + " order by id desc limit ?", max);
    List<Applied> sound = new ArrayList<>(found.sound());
    Collections.reverse(sound);
    return new Entries(sound, found.damaged());
  }

  @Override
  public Optional<Applied> find(Tx tx, String version) {
    for (int passed = 0; ; passed++) {
      Entries found =
          entries(
              tx, SELECT + " where version = ? order by id desc limit 1 offset ?", version, passed);
      if (found.damaged().isEmpty()) {
        return found.sound().stream().findFirst();
      }
    }
  }

  private static Entries entries(Tx tx, String sql, Object... values) {
    List<Applied> sound = new ArrayList<>();
    List<Long> damaged = new ArrayList<>();
    int unused =
        JdbcTx.of(tx)
            .each(
                sql,
                row -> {
                  try {
                    sound.add(read(row));
                  } catch (CorruptRowException e) {
                    damaged.add(row.getLong(1));
                    LOG.error("row {} of lapor_mapping is damaged and is left out", row.getLong(1));
                  }
                },
                values);
    return new Entries(sound, damaged);
  }

  @Override
  public Optional<byte[]> content(Tx tx, long id) {
    List<byte[]> found = new ArrayList<>();
    int unused =
        JdbcTx.of(tx)
            .each(
                "select " + COLUMNS + " from " + TABLE + " where id = ?",
                row -> {
                  try {
                    var unusedEntry = readWhole(row);
                    found.add(row.getBytes(CONTENT));
                  } catch (CorruptRowException e) {
                    LOG.error("row {} of lapor_mapping is damaged and is left out", row.getLong(1));
                  }
                },
                id);
    return found.stream().findFirst();
  }

  /** A case counts once for each version, however many of its legs keep it. */
  @Override
  public Map<String, Long> kept(Tx tx) {
    Map<String, Long> kept = new LinkedHashMap<>();
    int unused =
        JdbcTx.of(tx)
            .each(
                "select mapping_version, count(*) from (select tracking_id, mapping_version"
                    + " from lapor_complaint where agency <> '' and stage not in (?,?,?,?)"
                    + " union select tracking_id, mapping_version from lapor_leg"
                    + " where state in (?,?)) k group by mapping_version order by 2 desc, 1",
                row -> kept.put(row.getString(1), row.getLong(2)),
                Stage.CLOSED.name(),
                Stage.ARCHIVED.name(),
                Stage.REJECTED.name(),
                Stage.BLOCKED.name(),
                Leg.State.ACTIVE.name(),
                Leg.State.RETURNED.name());
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

  /** An entry without its file, which may be large. */
  static Applied read(ResultSet row) throws SQLException {
    long cancelled = row.getLong(9);
    boolean isCancelled = !row.wasNull();
    Applied read =
        new Applied(
            row.getLong(1),
            row.getString(2),
            row.getString(3),
            row.getString(4),
            Instant.ofEpochMilli(row.getLong(5)),
            Instant.ofEpochMilli(row.getLong(6)),
            row.getString(7),
            row.getString(8),
            isCancelled ? Optional.of(Instant.ofEpochMilli(cancelled)) : Optional.empty());
    RowHash.check(TABLE, row.getString(1), row.getBytes(10), hash(read));
    return read;
  }

  /** An entry whose file is what its digest says. */
  static Applied readWhole(ResultSet row) throws SQLException {
    Applied read = read(row);
    if (!MappingText.digest(row.getBytes(CONTENT)).equals(read.digest())) {
      throw new CorruptRowException(TABLE, row.getString(1));
    }
    return read;
  }

  /** By the digest of the file, so that whoever needs no file reads none. */
  private static byte[] hash(Applied row) {
    return RowHash.of(
        row.version(),
        row.file(),
        row.digest(),
        row.effectiveAt().toEpochMilli(),
        row.appliedAt().toEpochMilli(),
        row.by(),
        row.reason(),
        millis(row.cancelledAt()));
  }

  private static @Nullable Long millis(Optional<Instant> at) {
    return at.map(Instant::toEpochMilli).orElse(null);
  }
}
