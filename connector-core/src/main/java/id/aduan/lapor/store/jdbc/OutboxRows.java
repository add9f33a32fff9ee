package id.aduan.lapor.store.jdbc;

import id.aduan.lapor.store.Tx;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Writes how rows of {@code lapor_outbox} stand now. */
final class OutboxRows {
  private OutboxRows() {}

  /**
   * Writes one whose content stays, and ends its lease.
   *
   * @param begun SQL for the count of its claims without a recorded end
   */
  static void write(Tx tx, OutboxRow row, Instant dueAt, @Nullable Long settledAt, String begun) {
    JdbcTx.of(tx)
        .update(
            "update lapor_outbox set state = ?, attempts = ?, look_ups = ?, due_at = ?,"
                + " lease_until = 0, reference = ?, code = ?, detail = ?, settled_at = ?,"
                + " row_hash = ?, begun = "
                + begun
                + " where id = ?",
            row.state().code(),
            row.attempts(),
            row.lookUps(),
            dueAt.toEpochMilli(),
            row.reference(),
            row.code(),
            row.detail(),
            settledAt,
            row.computedHash(),
            row.id());
  }
}
