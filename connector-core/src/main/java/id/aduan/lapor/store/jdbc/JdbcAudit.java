package id.aduan.lapor.store.jdbc;

import id.aduan.lapor.audit.AuditEntry;
import id.aduan.lapor.audit.AuditEntry.Action;
import id.aduan.lapor.audit.AuditTrail;
import id.aduan.lapor.store.Tx;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;

/** The audit trail in {@code lapor_audit}: {@code hash = SHA-256(previous hash, columns)} (C23). */
final class JdbcAudit implements AuditTrail {
  private static final byte[] BEFORE_THE_FIRST = new byte[32];
  private static final int PAGE = 1_000;
  private static final String COLUMNS = "seq, at, actor, action, subject, detail, hash";

  @SuppressWarnings("ArrayRecordComponent") // handed through once, never compared
  private record Head(long sequence, byte[] hash) {}

  @SuppressWarnings("ArrayRecordComponent") // handed through once, never compared
  private record Stored(NumberedEntry numbered, byte[] hash) {}

  @Override
  public void append(Tx tx, AuditEntry entry) {
    Head head =
        JdbcTx.of(tx)
            .first(
                "select seq, hash from lapor_audit order by seq desc limit 1",
                row -> new Head(row.getLong(1), row.getBytes(2)))
            .orElse(new Head(0, BEFORE_THE_FIRST));
    NumberedEntry numbered = new NumberedEntry(head.sequence() + 1, entry);
    JdbcTx.of(tx)
        .update(
            "insert into lapor_audit (" + COLUMNS + ") values (?,?,?,?,?,?,?)",
            numbered.sequence(),
            entry.at().toEpochMilli(),
            entry.actor(),
            entry.action().name(),
            entry.subject(),
            entry.detail(),
            hash(head.hash(), numbered));
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
            row -> read(row).numbered().entry(),
            subject);
  }

  @Override
  public List<NumberedEntry> after(Tx tx, long after, int max) {
    return page(tx, after, max).stream().map(Stored::numbered).toList();
  }

  private static List<Stored> page(Tx tx, long after, int max) {
    return JdbcTx.of(tx)
        .list(
            "select " + COLUMNS + " from lapor_audit where seq > ? order by seq limit ?",
            JdbcAudit::read,
            after,
            max);
  }

  @Override
  public OptionalLong firstBroken(Tx tx) {
    Head head = new Head(0, BEFORE_THE_FIRST);
    List<Stored> page = page(tx, 0, PAGE);
    while (!page.isEmpty()) {
      for (Stored stored : page) {
        long sequence = stored.numbered().sequence();
        if (sequence != head.sequence() + 1
            || !Arrays.equals(stored.hash(), hash(head.hash(), stored.numbered()))) {
          return OptionalLong.of(sequence);
        }
        head = new Head(sequence, stored.hash());
      }
      page = page(tx, head.sequence(), PAGE);
    }
    return OptionalLong.empty();
  }

  private static Stored read(ResultSet row) throws SQLException {
    return new Stored(
        new NumberedEntry(
            row.getLong(1),
            new AuditEntry(
                Instant.ofEpochMilli(row.getLong(2)),
                row.getString(3),
                Action.valueOf(row.getString(4)),
                row.getString(5),
                row.getString(6))),
        row.getBytes(7));
  }
}
