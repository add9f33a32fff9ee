package id.aduan.lapor.store.jdbc;

import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.delivery.IdempotencyKey;
import id.aduan.lapor.delivery.Lane;
import id.aduan.lapor.delivery.OutboxView;
import id.aduan.lapor.delivery.State;
import id.aduan.lapor.store.Tx;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/**
 * A row of {@code lapor_outbox}. Its hash covers what it is and where it stands, not when it is due
 * or who has claimed it.
 */
@SuppressWarnings("ArrayRecordComponent") // handed through once, never compared
record OutboxRow(
    long id,
    Lane lane,
    String operation,
    IdempotencyKey key,
    byte[] payload,
    String twin,
    State state,
    int attempts,
    int lookUps,
    long epoch,
    long dueAt,
    long createdAt,
    String reference,
    String code,
    String detail,
    byte[] hash) {

  static final String COLUMNS =
      "id, tracking_id, target, operation, idempotency_key, payload, twin, state, attempts,"
          + " look_ups, epoch, due_at, created_at, reference, code, detail, row_hash, part";

  static OutboxRow read(ResultSet row) throws SQLException {
    return new OutboxRow(
        row.getLong(1),
        new Lane(new TrackingId(row.getString(2)), row.getString(3), row.getString(18)),
        row.getString(4),
        new IdempotencyKey(row.getString(5)),
        row.getBytes(6),
        row.getString(7),
        State.ofCode(row.getInt(8)),
        row.getInt(9),
        row.getInt(10),
        row.getLong(11),
        row.getLong(12),
        row.getLong(13),
        row.getString(14),
        row.getString(15),
        row.getString(16),
        row.getBytes(17));
  }

  /** Reads a row whose hash has to hold. */
  static OutboxRow readChecked(ResultSet row) throws SQLException {
    OutboxRow read = read(row);
    RowHash.check("lapor_outbox", Long.toString(read.id), read.hash, read.computedHash());
    return read;
  }

  /** Reads one to be claimed, whose hash has to hold; empty where another session holds it. */
  static Optional<OutboxRow> claimable(Tx tx, long id) {
    return JdbcTx.of(tx)
        .firstPastQueue(
            "select " + COLUMNS + " from lapor_outbox where id = ?" + JdbcTx.of(tx).skipLocked(),
            OutboxRow::readChecked,
            id);
  }

  byte[] computedHash() {
    // Most have no part; those of an earlier version were written without one.
    String target = lane.part().isEmpty() ? lane.target() : lane.target() + " " + lane.part();
    return RowHash.of(
        lane.complaint().value(),
        target,
        operation,
        key.value(),
        payload,
        twin,
        state.code(),
        attempts,
        lookUps,
        createdAt,
        reference,
        code,
        detail);
  }

  /** As it stands once it is claimed. */
  OutboxRow claimed(State newState) {
    OutboxRow taken = with(newState, attempts, lookUps);
    return new OutboxRow(
        id,
        lane,
        operation,
        key,
        payload,
        twin,
        newState,
        attempts,
        lookUps,
        epoch + 1,
        dueAt,
        createdAt,
        reference,
        code,
        detail,
        taken.computedHash());
  }

  OutboxRow with(State newState, int newAttempts, int newLookUps) {
    return outcome(newState, newAttempts, newLookUps, reference, code, detail);
  }

  OutboxRow outcome(
      State newState,
      int newAttempts,
      int newLookUps,
      String newReference,
      String newCode,
      String newDetail) {
    return new OutboxRow(
        id,
        lane,
        operation,
        key,
        payload,
        twin,
        newState,
        newAttempts,
        newLookUps,
        epoch,
        dueAt,
        createdAt,
        newReference,
        newCode,
        newDetail,
        hash);
  }

  OutboxRow content(IdempotencyKey newKey, byte[] newPayload, String newTwin) {
    return new OutboxRow(
        id,
        lane,
        operation,
        newKey,
        newPayload,
        newTwin,
        state,
        attempts,
        lookUps,
        epoch,
        dueAt,
        createdAt,
        reference,
        code,
        detail,
        hash);
  }

  /** The same as if it had been put there now. */
  OutboxRow renewed(Instant now) {
    long at = now.toEpochMilli();
    return new OutboxRow(
        id,
        lane,
        operation,
        key,
        payload,
        twin,
        State.WAITING,
        0,
        0,
        epoch,
        at,
        at,
        "",
        "",
        "",
        hash);
  }

  OutboxView.Row shown() {
    return new OutboxView.Row(
        id,
        lane,
        operation,
        state,
        attempts,
        Instant.ofEpochMilli(createdAt),
        Instant.ofEpochMilli(dueAt),
        reference,
        code,
        detail);
  }
}
