package id.aduan.lapor.store.jdbc;

import id.aduan.lapor.store.Tx;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Writes how rows of {@code lapor_outbox} that are claimed stand now. */
final class OutboxRows {
  private OutboxRows() {}

  /**
   * Writes one whose content stays, and ends its lease. One that is settled is written past the
   * queue, since nobody asks when it is due: a claim that still stands there is not met.
   *
   * @param row made of the one in the table, whose epoch and hash it still has
   * @param begun SQL for the count of its claims without a recorded end
   * @return false if another stands in the table by now: then nothing was written
   */
  static boolean write(
      Tx tx, OutboxRow row, Instant dueAt, @Nullable Long settledAt, String begun) {
    String sql =
        "update lapor_outbox set state = ?, attempts = ?, look_ups = ?, due_at = ?,"
            + " lease_until = 0, reference = ?, code = ?, detail = ?, settled_at = ?,"
            + " row_hash = ?, begun = "
            + begun
            + " where id = ? and epoch = ? and state in (1, 5) and row_hash = ?";
    Object[] values = {
      row.state().code(),
      row.attempts(),
      row.lookUps(),
      dueAt.toEpochMilli(),
      row.reference(),
      row.code(),
      row.detail(),
      settledAt,
      row.computedHash(),
      row.id(),
      row.epoch(),
      row.hash()
    };
    JdbcTx jdbc = JdbcTx.of(tx);
    return (row.state().isSettled() ? jdbc.updatePastQueue(sql, values) : jdbc.update(sql, values))
        > 0;
  }
}
