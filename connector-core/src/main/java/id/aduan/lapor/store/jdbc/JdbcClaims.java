package id.aduan.lapor.store.jdbc;

import id.aduan.lapor.audit.AuditEntry;
import id.aduan.lapor.delivery.Claims;
import id.aduan.lapor.delivery.Envelope;
import id.aduan.lapor.delivery.Lane;
import id.aduan.lapor.delivery.OutboxView;
import id.aduan.lapor.delivery.RetryPolicy;
import id.aduan.lapor.delivery.Settlement;
import id.aduan.lapor.delivery.Share;
import id.aduan.lapor.delivery.State;
import id.aduan.lapor.failure.CorruptRowException;
import id.aduan.lapor.privacy.SealException;
import id.aduan.lapor.privacy.Sealer;
import id.aduan.lapor.store.Tx;
import id.aduan.lapor.store.jdbc.DueEntries.Due;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The engine's side of {@code lapor_outbox}. The oldest unsettled row of a lane carries the mark
 * {@code head}, and only marked rows stand in the indexes of what is due: finding work costs what
 * is due and not what is stored.
 */
final class JdbcClaims implements Claims {
  private static final String SELECT = "select " + OutboxRow.COLUMNS + " from lapor_outbox";
  private static final String TABLE = "lapor_outbox";
  private static final Logger LOG = LoggerFactory.getLogger(JdbcClaims.class);

  // What becomes of the count of claims without a recorded end.
  private static final String NOT_BEGUN_SINCE = "0";
  private static final String BEGUN_ONCE_LESS = "begun - 1";

  private static final JdbcAudit AUDIT = new JdbcAudit();

  private final Sealer sealer;
  private final UnderWay underWay = new UnderWay();

  JdbcClaims(Sealer sealer) {
    this.sealer = sealer;
  }

  /** At the start: nobody else writes, so whoever held a claim is gone and its end is unknown. */
  static boolean endLeases(Tx tx) {
    return JdbcTx.of(tx).update("update lapor_outbox set lease_until = 0 where state in (1, 5)")
        >= 0;
  }

  @Override
  public List<Envelope> claim(Tx tx, String target, Share share, Instant now, Duration lease) {
    List<Envelope> envelopes = new ArrayList<>(share.max());
    List<OutboxRow> rows = new ArrayList<>(share.max());
    int repeats = 0;
    // What is claimed there must be seen, and whose turn it is; not what is claimed elsewhere.
    JdbcTx.of(tx).flushIfMarked(TABLE, new ClaimedAt(target), LaneHeads.PROMOTE);
    for (Due one : DueEntries.upTo(tx, target, share, now)) {
      if (envelopes.size() == share.max()) {
        break;
      }
      if (!one.repeat() || repeats < share.repeatsMax()) {
        repeats += one.repeat() ? 1 : 0;
        sound(tx, one.id(), now, () -> one.row().get().map(row -> remember(rows, row, tx)))
            .ifPresent(envelopes::add);
      }
    }
    // After all the reading, so that they share a batch.
    rows.forEach(row -> begin(tx, row, now, lease));
    JdbcTx.of(tx).mark(TABLE, new ClaimedAt(target));
    return envelopes;
  }

  /** Marks a queue that claims at a target stand in. */
  private record ClaimedAt(String target) {}

  /**
   * Works on a row; one that is damaged is parked, so that it holds up its own lane alone (C20).
   */
  private static <T> Optional<T> sound(Tx tx, long id, Instant now, Supplier<Optional<T>> work) {
    try {
      return work.get();
    } catch (CorruptRowException | SealException | IllegalArgumentException e) {
      LOG.error("outbox entry {} is damaged and parked: {}", id, e.getMessage());
      JdbcTx.of(tx)
          .update(
              "update lapor_outbox set state = 3, lease_until = 0, due_at = ?, code = ? where id = ?",
              now.toEpochMilli(),
              OutboxView.DAMAGED,
              id);
      return Optional.empty();
    }
  }

  private Envelope remember(List<OutboxRow> rows, OutboxRow row, Tx tx) {
    Envelope envelope = envelope(tx, row);
    rows.add(row);
    return envelope;
  }

  private void begin(Tx tx, OutboxRow row, Instant now, Duration lease) {
    State claimed = row.state() == State.UNCERTAIN ? State.LOOKING_UP : State.SENDING;
    OutboxRow taken = row.claimed(claimed);
    underWay.keep(taken);
    JdbcTx.of(tx)
        .queue(
            "update lapor_outbox set state = ?, epoch = epoch + 1, begun = begun + 1,"
                + " lease_until = "
                + JdbcTx.of(tx).leaseClock()
                + " + ?, row_hash = ? where id = ?",
            claimed.code(),
            now.toEpochMilli(),
            lease.toMillis(),
            taken.hash(),
            row.id());
  }

  private Envelope envelope(Tx tx, OutboxRow row) {
    boolean uncertain = row.state() == State.UNCERTAIN;
    return new Envelope(
        row.id(),
        row.lane(),
        row.operation(),
        row.key(),
        sealer.open(row.payload(), JdbcOutbox.place(row.key())),
        row.attempts(),
        row.lookUps(),
        row.epoch() + 1,
        uncertain,
        uncertain ? confirmedTwins(tx, row) : 0);
  }

  private static int confirmedTwins(Tx tx, OutboxRow row) {
    return JdbcTx.of(tx)
        .first(
            "select count(*)" + LaneHeads.IN_LANE + " and twin = ? and state = 4",
            count -> count.getInt(1),
            LaneHeads.of(row.lane(), row.twin()))
        .orElse(0);
  }

  @Override
  public boolean settle(Tx tx, Envelope envelope, Settlement settlement, Instant now) {
    return underWay.take(envelope).filter(row -> settle(tx, row, settlement, now)).isPresent()
        || JdbcTx.of(tx)
            .first(
                SELECT + " where id = ? and epoch = ? and state in (1, 5)",
                OutboxRow::readChecked,
                envelope.id(),
                envelope.epoch())
            .filter(row -> settle(tx, row, settlement, now))
            .isPresent();
  }

  /** False if another row stands in the table by now. */
  private static boolean settle(Tx tx, OutboxRow row, Settlement settlement, Instant now) {
    if (settlement.isNotBegun()) {
      OutboxRow asBefore = row.with(settlement.next(), row.attempts(), row.lookUps());
      return OutboxRows.write(tx, asBefore, settlement.dueAt(), null, BEGUN_ONCE_LESS);
    }
    OutboxRow settled =
        row.outcome(
            settlement.next(),
            settlement.attempts(),
            settlement.lookUps(),
            settlement.reference(),
            settlement.code(),
            settlement.detail());
    boolean ends = settlement.next().isSettled();
    boolean counts =
        OutboxRows.write(
            tx, settled, settlement.dueAt(), ends ? now.toEpochMilli() : null, NOT_BEGUN_SINCE);
    if (counts && ends) {
      LaneHeads.promoteNextSoon(tx, settled.lane());
    }
    return counts;
  }

  @Override
  public List<Envelope> renew(Tx tx, Collection<Envelope> claimed, Instant now, Duration lease) {
    return claimed.stream()
        .filter(
            envelope ->
                JdbcTx.of(tx)
                        .update(
                            "update lapor_outbox set lease_until = "
                                + JdbcTx.of(tx).leaseClock()
                                + " + ? where id = ? and epoch = ? and state in (1, 5)",
                            now.toEpochMilli(),
                            lease.toMillis(),
                            envelope.id(),
                            envelope.epoch())
                    > 0)
        .toList();
  }

  private record Left(long id, int begun) {}

  @Override
  public int recover(Tx tx, Instant now, Instant lookUpAt) {
    List<Left> expired =
        JdbcTx.of(tx)
            .list(
                "select id, begun from lapor_outbox where state in (1, 5) and lease_until <= "
                    + JdbcTx.of(tx).leaseClock()
                    + JdbcTx.of(tx).skipLocked(),
                row -> new Left(row.getLong(1), row.getInt(2)),
                now.toEpochMilli());
    for (Left left : expired) {
      var unused =
          sound(
              tx,
              left.id(),
              now,
              () ->
                  OutboxRow.claimable(tx, left.id())
                      .map(
                          row ->
                              left.begun() < RetryPolicy.BEGUN_MAX
                                  ? giveUp(tx, row, now, lookUpAt)
                                  : park(tx, row, now)));
    }
    return expired.size();
  }

  /** What becomes of a claim without its worker is told like what its worker records. */
  private static void audit(Tx tx, Instant now, AuditEntry.Action action, Lane lane, String what) {
    AUDIT.append(
        tx,
        new AuditEntry(
            now, "engine", action, lane.complaint().value(), lane.target() + ": " + what));
  }

  private static boolean giveUp(Tx tx, OutboxRow row, Instant now, Instant lookUpAt) {
    boolean sent = row.state() == State.SENDING;
    OutboxRow uncertain =
        sent
            ? row.with(State.UNCERTAIN, row.attempts() + 1, 0)
            : row.with(State.UNCERTAIN, row.attempts(), row.lookUps());
    // What was claimed as uncertain may have been sent again, if it may be repeated.
    boolean unused = OutboxRows.write(tx, uncertain, lookUpAt, null, "begun");
    audit(
        tx,
        now,
        AuditEntry.Action.OUTCOME_UNKNOWN,
        row.lane(),
        Settlement.UNKNOWN_OUTCOME + ": its lease ran out");
    return true;
  }

  /** Whatever took it up has never lived to tell how it ended. */
  private static boolean park(Tx tx, OutboxRow row, Instant now) {
    LOG.error("outbox entry {} was begun and never ended; it is parked", row.id());
    OutboxRow parked =
        row.outcome(
            State.PARKED,
            row.attempts(),
            0,
            row.reference(),
            Settlement.CRASHED,
            "begun " + RetryPolicy.BEGUN_MAX + " times, and its end was never recorded");
    boolean unused = OutboxRows.write(tx, parked, now, null, NOT_BEGUN_SINCE);
    audit(
        tx, now, AuditEntry.Action.PARKED, row.lane(), Settlement.CRASHED + ": " + parked.detail());
    return true;
  }

  @Override
  public Map<String, Integer> underWay(Tx tx) {
    Map<String, Integer> counts = new HashMap<>();
    JdbcTx.of(tx)
        .each(
            "select target, count(*) from lapor_outbox where state in (1, 5) group by target",
            row -> counts.put(row.getString(1), row.getInt(2)));
    return counts;
  }

  @Override
  public Optional<Instant> nextDue(Tx tx, String target, Share share) {
    return DueEntries.next(tx, target, share);
  }

  @Override
  public Optional<Instant> oldestWaiting(Tx tx, String target) {
    return time(
        tx,
        "select created_at from lapor_outbox where target = ? and head = 1 and state in (0, 2)"
            + " order by created_at limit 1",
        target);
  }

  private static Optional<Instant> time(Tx tx, String sql, Object... values) {
    return JdbcTx.of(tx).first(sql, row -> Instant.ofEpochMilli(row.getLong(1)), values);
  }
}
