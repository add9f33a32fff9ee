package id.aduan.lapor.store.jdbc;

import id.aduan.lapor.delivery.Envelope;
import id.aduan.lapor.delivery.IdempotencyKey;
import id.aduan.lapor.delivery.Lane;
import id.aduan.lapor.delivery.Outbox;
import id.aduan.lapor.delivery.OutboxView;
import id.aduan.lapor.delivery.Settlement;
import id.aduan.lapor.delivery.State;
import id.aduan.lapor.failure.CorruptRowException;
import id.aduan.lapor.privacy.SealException;
import id.aduan.lapor.privacy.Sealer;
import id.aduan.lapor.store.Tx;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The outbox in {@code lapor_outbox}. The oldest unsettled row of a lane carries the mark {@code
 * head}, and only marked rows stand in the index of what is due: finding work costs what is due and
 * not what is stored.
 */
final class JdbcOutbox implements Outbox {
  private static final String SELECT = "select " + OutboxRow.COLUMNS + " from lapor_outbox";
  private static final String UNSETTLED_IN_LANE = LaneHeads.UNSETTLED_IN_LANE;
  private static final Logger LOG = LoggerFactory.getLogger(JdbcOutbox.class);
  private final Sealer sealer;

  JdbcOutbox(Sealer sealer) {
    this.sealer = sealer;
  }

  /** At the start: nobody else writes, so whoever held a claim is gone and its end is unknown. */
  static boolean endLeases(Tx tx) {
    return JdbcTx.of(tx).update("update lapor_outbox set lease_until = 0 where state in (1, 5)")
        >= 0;
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
    return JdbcTx.of(tx)
            .update(
                "insert into lapor_outbox (tracking_id, target, operation, idempotency_key,"
                    + " payload, twin, state, attempts, look_ups, epoch, due_at, lease_until,"
                    + " created_at, reference, code, detail, row_hash, head)"
                    + " values (?,?,?,?,?,?,0,0,0,0,?,0,?,'','','',?, case when exists (select 1"
                    + UNSETTLED_IN_LANE
                    + ") then 0 else 1 end) on conflict (idempotency_key) do nothing",
                complaint,
                target,
                row.operation(),
                row.key().value(),
                row.payload(),
                row.twin(),
                row.dueAt(),
                row.createdAt(),
                row.computedHash(),
                complaint,
                target)
        > 0;
  }

  @Override
  public boolean refresh(Tx tx, IdempotencyKey current, NewEntry entry) {
    Optional<OutboxRow> waiting =
        JdbcTx.of(tx)
            .first(
                "select " + OutboxRow.COLUMNS + UNSETTLED_IN_LANE + " and idempotency_key = ?",
                OutboxRow::readChecked,
                entry.lane().complaint().value(),
                entry.lane().target(),
                current.value());
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
  public List<Standing> youngest(Tx tx, Lane lane, int max) {
    return JdbcTx.of(tx)
        .list(
            "select operation, idempotency_key, state, code from lapor_outbox"
                + " where tracking_id = ? and target = ? order by id desc limit ?",
            row ->
                new Standing(
                    row.getString(1),
                    new IdempotencyKey(row.getString(2)),
                    State.ofCode(row.getInt(3)),
                    row.getString(4)),
            lane.complaint().value(),
            lane.target(),
            max);
  }

  @Override
  public List<Envelope> claim(Tx tx, String target, int max, Instant now, Duration lease) {
    List<Long> due =
        JdbcTx.of(tx)
            .list(
                "select id from lapor_outbox"
                    + " where target = ? and head = 1 and state in (0, 2) and due_at <= ?"
                    + " order by due_at, id limit ?"
                    + JdbcTx.of(tx).skipLocked(),
                row -> row.getLong(1),
                target,
                now.toEpochMilli(),
                max);
    List<Envelope> envelopes = new ArrayList<>(due.size());
    for (long id : due) {
      sound(tx, id, row -> claim(tx, row, now, lease)).ifPresent(envelopes::add);
    }
    return envelopes;
  }

  /**
   * Works on a row; one that is damaged is parked, so that it holds up its own lane alone (C20).
   */
  private static <T> Optional<T> sound(Tx tx, long id, Function<OutboxRow, T> work) {
    try {
      return JdbcTx.of(tx).first(SELECT + " where id = ?", OutboxRow::readChecked, id).map(work);
    } catch (CorruptRowException | SealException | IllegalArgumentException e) {
      LOG.error("outbox entry {} is damaged and parked: {}", id, e.getMessage());
      JdbcTx.of(tx)
          .update(
              "update lapor_outbox set state = 3, lease_until = 0, code = ? where id = ?",
              OutboxView.DAMAGED,
              id);
      return Optional.empty();
    }
  }

  private Envelope claim(Tx tx, OutboxRow row, Instant now, Duration lease) {
    boolean uncertain = row.state() == State.UNCERTAIN;
    State claimed = uncertain ? State.LOOKING_UP : State.SENDING;
    OutboxRow taken = row.with(claimed, row.attempts(), row.lookUps());
    JdbcTx.of(tx)
        .update(
            "update lapor_outbox set state = ?, epoch = epoch + 1, lease_until = "
                + JdbcTx.of(tx).leaseClock()
                + " + ?, row_hash = ? where id = ?",
            claimed.code(),
            now.toEpochMilli(),
            lease.toMillis(),
            taken.computedHash(),
            row.id());
    return new Envelope(
        row.id(),
        row.lane(),
        row.operation(),
        row.key(),
        open(row.key(), row.payload()),
        row.attempts(),
        row.lookUps(),
        row.epoch() + 1,
        uncertain,
        uncertain ? confirmedTwins(tx, row) : 0);
  }

  private static int confirmedTwins(Tx tx, OutboxRow row) {
    return JdbcTx.of(tx)
        .first(
            "select count(*) from lapor_outbox where tracking_id = ? and target = ? and twin = ?"
                + " and state = 4",
            count -> count.getInt(1),
            row.lane().complaint().value(),
            row.lane().target(),
            row.twin())
        .orElse(0);
  }

  @Override
  public boolean settle(Tx tx, Envelope envelope, Settlement settlement, Instant now) {
    Optional<OutboxRow> claimed =
        JdbcTx.of(tx)
            .first(
                SELECT + " where id = ? and epoch = ? and state in (1, 5)",
                OutboxRow::readChecked,
                envelope.id(),
                envelope.epoch());
    if (claimed.isEmpty()) {
      return false;
    }
    OutboxRow settled =
        claimed
            .get()
            .outcome(
                settlement.next(),
                settlement.attempts(),
                settlement.lookUps(),
                settlement.reference(),
                settlement.code(),
                settlement.detail());
    boolean done = settlement.next() == State.DONE;
    write(tx, settled, settlement.dueAt(), done ? now.toEpochMilli() : null);
    if (done) {
      LaneHeads.promoteNext(tx, settled.lane().complaint().value(), settled.lane().target());
    }
    return true;
  }

  private static void write(Tx tx, OutboxRow row, Instant dueAt, @Nullable Long settledAt) {
    JdbcTx.of(tx)
        .update(
            "update lapor_outbox set state = ?, attempts = ?, look_ups = ?, due_at = ?,"
                + " lease_until = 0, reference = ?, code = ?, detail = ?, settled_at = ?,"
                + " row_hash = ? where id = ?",
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

  @Override
  public int recover(Tx tx, Instant now, Instant lookUpAt) {
    List<Long> expired =
        JdbcTx.of(tx)
            .list(
                "select id from lapor_outbox where state in (1, 5) and lease_until <= "
                    + JdbcTx.of(tx).leaseClock()
                    + JdbcTx.of(tx).skipLocked(),
                row -> row.getLong(1),
                now.toEpochMilli());
    for (long id : expired) {
      sound(
          tx,
          id,
          row -> {
            giveUp(tx, row, lookUpAt);
            return id;
          });
    }
    return expired.size();
  }

  private static void giveUp(Tx tx, OutboxRow row, Instant lookUpAt) {
    boolean sent = row.state() == State.SENDING;
    OutboxRow uncertain =
        sent
            ? row.with(State.UNCERTAIN, row.attempts() + 1, 0)
            : row.with(State.UNCERTAIN, row.attempts(), row.lookUps());
    // What was claimed as uncertain may have been sent again, if it may be repeated.
    write(tx, uncertain, lookUpAt, null);
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

  @Override
  public Optional<Instant> nextDue(Tx tx, String target) {
    return JdbcTx.of(tx)
        .first(
            "select due_at from lapor_outbox where target = ? and head = 1 and state in (0, 2)"
                + " order by due_at limit 1",
            row -> Instant.ofEpochMilli(row.getLong(1)),
            target);
  }

  private byte[] seal(IdempotencyKey key, byte[] payload) {
    return sealer.seal(payload, place(key));
  }

  private byte[] open(IdempotencyKey key, byte[] payload) {
    return sealer.open(payload, place(key));
  }

  static String place(IdempotencyKey key) {
    return "lapor_outbox/" + key + "/payload";
  }
}
