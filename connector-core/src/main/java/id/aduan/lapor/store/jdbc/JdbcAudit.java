package id.aduan.lapor.store.jdbc;

import id.aduan.lapor.audit.AuditEntry;
import id.aduan.lapor.audit.AuditEntry.Action;
import id.aduan.lapor.audit.AuditTrail;
import id.aduan.lapor.store.Tx;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/** The audit trail in {@code lapor_audit}: {@code hash = SHA-256(previous hash, columns)} (C23). */
final class JdbcAudit implements AuditTrail {
  private static final byte[] BEFORE_THE_FIRST = new byte[32];
  private static final int PAGE_ROWS = 1_000;
  private static final String COLUMNS = "seq, at, actor, action, subject, detail, hash";
  private static final String PAGE =
      "select " + COLUMNS + " from lapor_audit where seq > ? order by seq limit ?";

  private static final String TABLE = "lapor_audit";
  private static final String HEAD = "head";

  @SuppressWarnings("ArrayRecordComponent") // handed through once, never compared
  private record Head(long sequence, byte[] hash) {}

  @Override
  public void append(Tx tx, AuditEntry entry) {
    Head head = JdbcTx.of(tx).known(TABLE, HEAD, Head.class).orElseGet(() -> head(tx));
    NumberedEntry numbered = new NumberedEntry(head.sequence() + 1, entry);
    byte[] hash = hash(head.hash(), numbered);
    JdbcTx.of(tx)
        .queue(
            "insert into lapor_audit (" + COLUMNS + ") values (?,?,?,?,?,?,?)",
            numbered.sequence(),
            entry.at().toEpochMilli(),
            entry.actor(),
            entry.action().name(),
            entry.subject(),
            entry.detail(),
            hash);
    JdbcTx.of(tx).know(TABLE, HEAD, new Head(numbered.sequence(), hash));
  }

  /** There is one writer, so that it stays the head until this transaction adds to it. */
  private static Head head(Tx tx) {
    return JdbcTx.of(tx)
        .first(
            "select seq, hash from lapor_audit order by seq desc limit 1",
            row -> new Head(row.getLong(1), row.getBytes(2)))
        .orElse(new Head(0, BEFORE_THE_FIRST));
  }

  private static byte[] hash(byte[] previous, NumberedEntry numbered) {
    AuditEntry entry = numbered.entry();
    return RowHash.of(
        previous,
        numbered.sequence(),
        entry.at().toEpochMilli(),
        entry.actor(),
        entry.action().name(),
        entry.subject(),
        entry.detail());
  }

  @Override
  public List<AuditEntry> about(Tx tx, String subject) {
    return JdbcTx.of(tx)
        .list(
            "select " + COLUMNS + " from lapor_audit where subject = ? order by seq",
            row -> read(row).entry(),
            subject);
  }

  @Override
  public List<NumberedEntry> after(Tx tx, long after, int max) {
    return JdbcTx.of(tx).list(PAGE, JdbcAudit::read, after, max);
  }

  @Override
  public Chain chain(Tx tx) {
    ChainWalk walk = new ChainWalk();
    while (JdbcTx.of(tx).each(PAGE, walk::step, walk.sequence, PAGE_ROWS) > 0) {
      // the walk remembers how far it came
    }
    return walk.end();
  }

  @Override
  public Optional<String> hashOf(Tx tx, long sequence) {
    return JdbcTx.of(tx)
        .first(
            "select hash from lapor_audit where seq = ?",
            row -> HexFormat.of().formatHex(row.getBytes(1)),
            sequence);
  }

  /** Goes from entry to entry; an entry's values may be anything, only its hash counts. */
  private static final class ChainWalk {
    private long entries;
    private long sequence;
    private byte[] hash = BEFORE_THE_FIRST;
    private OptionalLong broken = OptionalLong.empty();

    void step(ResultSet row) throws SQLException {
      long next = row.getLong(1);
      byte[] stored = Objects.requireNonNullElse(row.getBytes(7), new byte[0]);
      byte[] computed =
          RowHash.of(
              hash,
              next,
              row.getLong(2),
              row.getString(3),
              row.getString(4),
              row.getString(5),
              row.getString(6));
      if (broken.isEmpty() && (next != sequence + 1 || !Arrays.equals(stored, computed))) {
        broken = OptionalLong.of(next);
      }
      entries++;
      sequence = next;
      hash = stored;
    }

    Chain end() {
      return new Chain(
          entries, sequence, entries == 0 ? "" : HexFormat.of().formatHex(hash), broken);
    }
  }

  private static NumberedEntry read(ResultSet row) throws SQLException {
    return new NumberedEntry(
        row.getLong(1),
        new AuditEntry(
            Instant.ofEpochMilli(row.getLong(2)),
            row.getString(3),
            Action.valueOf(row.getString(4)),
            row.getString(5),
            row.getString(6)));
  }
}
