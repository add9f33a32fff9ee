package id.aduan.lapor.store.jdbc;

import id.aduan.lapor.delivery.IdempotencyKey;
import id.aduan.lapor.delivery.Lane;
import id.aduan.lapor.delivery.Outbox;
import id.aduan.lapor.delivery.ParkedCause;
import id.aduan.lapor.delivery.Settlement;
import id.aduan.lapor.delivery.State;
import id.aduan.lapor.privacy.Sealer;
import id.aduan.lapor.store.Tx;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The outbox in {@code lapor_outbox}. The oldest unsettled row of a lane carries the mark {@code
 * head}; {@link JdbcClaims} works on those.
 */
final class JdbcOutbox implements Outbox {
  private static final String UNSETTLED_IN_LANE = LaneHeads.UNSETTLED_IN_LANE;

  /** Waiting, or parked where {@link ParkedCause} says that nothing is there. */
  private static final String NOTHING_THERE = " and (state = 0 or (state = 3 and code in (?, ?)))";

  private final Sealer sealer;

  JdbcOutbox(Sealer sealer) {
    this.sealer = sealer;
  }

  @Override
  public boolean enqueue(Tx tx, NewEntry entry, Instant now) {
    OutboxRow row =
        new OutboxRow(
            0,
            entry.lane(),
            entry.operation(),
            entry.key(),
            seal(entry.key(), entry.payload()),
            entry.twin(),
            State.WAITING,
            0,
            0,
            0,
            now.toEpochMilli(),
            now.toEpochMilli(),
            "",
            "",
            "",
            new byte[0]);
    String complaint = entry.lane().complaint().value();
    String target = entry.lane().target();
    String part = entry.lane().part();
    return JdbcTx.of(tx)
            .update(
                "insert into lapor_outbox (tracking_id, target, part, operation, idempotency_key,"
                    + " payload, twin, state, attempts, look_ups, epoch, due_at, lease_until,"
                    + " created_at, reference, code, detail, row_hash, head)"
                    + " values (?,?,?,?,?,?,?,0,0,0,0,?,0,?,'','','',?, case when exists (select 1"
                    + UNSETTLED_IN_LANE
                    + ") then 0 else 1 end) on conflict (idempotency_key) do nothing",
                complaint,
                target,
                part,
                row.operation(),
                row.key().value(),
                row.payload(),
                row.twin(),
                row.dueAt(),
                row.createdAt(),
                row.computedHash(),
                complaint,
                target,
                part)
        > 0;
  }

  @Override
  public boolean refresh(Tx tx, IdempotencyKey current, NewEntry entry) {
    Optional<OutboxRow> waiting =
        JdbcTx.of(tx)
            .first(
                "select " + OutboxRow.COLUMNS + UNSETTLED_IN_LANE + " and idempotency_key = ?",
                OutboxRow::readChecked,
                LaneHeads.of(entry.lane(), current.value()));
    if (waiting.isEmpty()) {
      return false;
    }
    byte[] sealed = seal(entry.key(), entry.payload());
    OutboxRow fresh = waiting.get().content(entry.key(), sealed, entry.twin());
    JdbcTx.of(tx)
        .update(
            "update lapor_outbox set idempotency_key = ?, payload = ?, twin = ?, row_hash = ?"
                + " where id = ?",
            fresh.key().value(),
            fresh.payload(),
            fresh.twin(),
            fresh.computedHash(),
            fresh.id());
    return true;
  }

  @Override
  public boolean again(Tx tx, Lane lane, IdempotencyKey key, Instant now) {
    JdbcTx jdbc = JdbcTx.of(tx);
    if (jdbc.first("select 1" + UNSETTLED_IN_LANE, row -> row.getInt(1), LaneHeads.of(lane))
        .isPresent()) {
      return false;
    }
    Optional<OutboxRow> settled = find(jdbc, lane, key);
    settled.map(row -> row.renewed(now)).ifPresent(row -> wait(jdbc, row));
    return settled.isPresent();
  }

  private static Optional<OutboxRow> find(JdbcTx jdbc, Lane lane, IdempotencyKey key) {
    return jdbc.first(
        "select " + OutboxRow.COLUMNS + LaneHeads.IN_LANE + " and idempotency_key = ?",
        OutboxRow::readChecked,
        LaneHeads.of(lane, key.value()));
  }

  @Override
  public Optional<byte[]> payload(Tx tx, Lane lane, IdempotencyKey key) {
    return find(JdbcTx.of(tx), lane, key).map(row -> sealer.open(row.payload(), place(row.key())));
  }

  private static void wait(JdbcTx jdbc, OutboxRow row) {
    jdbc.update(
        "update lapor_outbox set state = 0, attempts = 0, look_ups = 0, due_at = ?,"
            + " lease_until = 0, created_at = ?, reference = '', code = '', detail = '',"
            + " row_hash = ?, head = 1 where id = ?",
        row.dueAt(),
        row.createdAt(),
        row.computedHash(),
        row.id());
  }

  @Override
  public boolean takeBack(Tx tx, Lane lane, IdempotencyKey key, String code, Instant now) {
    JdbcTx jdbc = JdbcTx.of(tx);
    Optional<OutboxRow> waiting =
        jdbc.first(
            "select "
                + OutboxRow.COLUMNS
                + LaneHeads.IN_LANE
                + " and idempotency_key = ?"
                + NOTHING_THERE,
            OutboxRow::readChecked,
            LaneHeads.of(lane, key.value(), Settlement.REFUSED, Settlement.ATTEMPTS_USED_UP));
    if (waiting.isEmpty()) {
      return false;
    }
    OutboxRow row = waiting.get();
    OutboxRow discarded = row.outcome(State.DISCARDED, row.attempts(), row.lookUps(), "", code, "");
    // Another node may have claimed it since it was read.
    int changed =
        jdbc.update(
            "update lapor_outbox set state = 6, lease_until = 0, due_at = ?, settled_at = ?,"
                + " reference = '', code = ?, detail = '', row_hash = ? where id = ?"
                + NOTHING_THERE,
            now.toEpochMilli(),
            now.toEpochMilli(),
            code,
            discarded.computedHash(),
            row.id(),
            Settlement.REFUSED,
            Settlement.ATTEMPTS_USED_UP);
    if (changed > 0) {
      LaneHeads.promoteNext(tx, lane);
    }
    return changed > 0;
  }

  @Override
  public List<Standing> youngest(Tx tx, Lane lane, int max) {
    return JdbcTx.of(tx)
        .list(
            "select operation, idempotency_key, state, code"
                + LaneHeads.IN_LANE
                + " order by id desc limit ?",
            JdbcOutbox::standing,
            LaneHeads.of(lane, max));
  }

  @Override
  public List<Standing> youngest(Tx tx, Lane lane, String twin, int max) {
    return JdbcTx.of(tx)
        .list(
            "select operation, idempotency_key, state, code"
                + LaneHeads.IN_LANE
                + " and twin = ? order by id desc limit ?",
            JdbcOutbox::standing,
            LaneHeads.of(lane, twin, max));
  }

  @Override
  public List<Twin> twins(Tx tx, Lane lane, String twin) {
    return JdbcTx.of(tx)
        .list(
            "select operation, idempotency_key, state, code, id"
                + LaneHeads.IN_LANE
                + " and twin = ? order by id",
            row -> new Twin(row.getLong(5), standing(row)),
            LaneHeads.of(lane, twin));
  }

  private static Standing standing(ResultSet row) throws SQLException {
    return new Standing(
        row.getString(1),
        new IdempotencyKey(row.getString(2)),
        State.ofCode(row.getInt(3)),
        row.getString(4));
  }

  @Override
  public boolean mayBeArriving(Tx tx, String target, String operation) {
    return JdbcTx.of(tx)
        .first(
            "select 1 from lapor_outbox where target = ? and operation = ? and state in (1, 2, 5)"
                + " union all select 1 from lapor_outbox where target = ? and operation = ?"
                + " and state = 3 and code not in (?, ?) limit 1",
            row -> row.getInt(1),
            target,
            operation,
            target,
            operation,
            Settlement.REFUSED,
            Settlement.ATTEMPTS_USED_UP)
        .isPresent();
  }

  private byte[] seal(IdempotencyKey key, byte[] payload) {
    return sealer.seal(payload, place(key));
  }

  static String place(IdempotencyKey key) {
    return "lapor_outbox/" + key + "/payload";
  }
}
