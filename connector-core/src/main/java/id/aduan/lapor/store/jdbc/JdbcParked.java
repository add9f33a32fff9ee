package id.aduan.lapor.store.jdbc;

import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.delivery.Envelope;
import id.aduan.lapor.delivery.IdempotencyKey;
import id.aduan.lapor.delivery.Lane;
import id.aduan.lapor.delivery.Outbox.NewEntry;
import id.aduan.lapor.delivery.OutboxView;
import id.aduan.lapor.delivery.ParkedEntries;
import id.aduan.lapor.delivery.ParkedFilter;
import id.aduan.lapor.delivery.State;
import id.aduan.lapor.failure.CorruptRowException;
import id.aduan.lapor.privacy.SealException;
import id.aduan.lapor.privacy.Sealer;
import id.aduan.lapor.store.Tx;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Parked entries in {@code lapor_outbox}. What is done to a damaged one trusts nothing in it. */
final class JdbcParked implements ParkedEntries {
  private static final byte[] NOTHING = new byte[0];
  private static final String SELECT =
      "select " + OutboxRow.COLUMNS + " from lapor_outbox where id = ?";
  private final Sealer sealer;

  JdbcParked(Sealer sealer) {
    this.sealer = sealer;
  }

  @Override
  public Optional<Held> find(Tx tx, long id) {
    try {
      return JdbcTx.of(tx)
          .first(SELECT + " and state = 3", OutboxRow::readChecked, id)
          .map(this::held);
    } catch (CorruptRowException | SealException | IllegalArgumentException e) {
      return JdbcTx.of(tx)
          .first(
              "select id, tracking_id, target, operation, due_at, part from lapor_outbox where id = ?",
              JdbcParked::damaged,
              id);
    }
  }

  private Held held(OutboxRow row) {
    Envelope envelope =
        new Envelope(
            row.id(),
            row.lane(),
            row.operation(),
            row.key(),
            sealer.open(row.payload(), JdbcOutbox.place(row.key())),
            row.attempts(),
            row.lookUps(),
            row.epoch(),
            false,
            0);
    return new Held(
        row.id(),
        Optional.of(row.lane()),
        row.operation(),
        Instant.ofEpochMilli(row.dueAt()),
        row.code(),
        Optional.of(envelope));
  }

  private static Held damaged(ResultSet row) throws SQLException {
    return new Held(
        row.getLong(1),
        lane(row.getString(2), row.getString(3), row.getString(6)),
        shown(row.getString(4)),
        Instant.ofEpochMilli(row.getLong(5)),
        OutboxView.DAMAGED,
        Optional.empty());
  }

  private static Optional<Lane> lane(
      @Nullable String complaint, @Nullable String target, @Nullable String part) {
    try {
      return Optional.of(new Lane(TrackingId.parse(shown(complaint)), shown(target), shown(part)));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static String shown(@Nullable String stored) {
    return stored == null ? "" : stored;
  }

  @Override
  public List<Long> select(Tx tx, ParkedFilter filter, Optional<String> mappingVersion, int max) {
    if (mappingVersion.map(String::isBlank).orElse(false)) {
      throw new IllegalArgumentException("a version of the mapping is not blank");
    }
    String version = mappingVersion.orElse("");
    String target = filter.target().orElse("");
    String code = filter.code().orElse("");
    return JdbcTx.of(tx)
        .list(
            "select id from lapor_outbox where state = 3 and (? = '' or target = ?)"
                + " and (? = '' or code = ?) and due_at >= ? and due_at < ? and (? = '' or exists"
                + " (select 1 from lapor_complaint c where c.tracking_id ="
                + " lapor_outbox.tracking_id and c.mapping_version = ?)) order by id limit ?",
            row -> row.getLong(1),
            target,
            target,
            code,
            code,
            filter.since().map(Instant::toEpochMilli).orElse(Long.MIN_VALUE),
            filter.until().map(Instant::toEpochMilli).orElse(Long.MAX_VALUE),
            version,
            version,
            max);
  }

  @Override
  public void release(Tx tx, Held entry, State next, Instant dueAt) {
    write(tx, row(tx, entry).outcome(next, 0, 0, "", "", ""), dueAt, null);
  }

  @Override
  public void release(Tx tx, Held entry, State next, Instant dueAt, NewEntry content) {
    OutboxRow fresh =
        new OutboxRow(
            entry.id(),
            content.lane(),
            content.operation(),
            content.key(),
            sealer.seal(content.payload(), JdbcOutbox.place(content.key())),
            content.twin(),
            next,
            0,
            0,
            0,
            0,
            createdAt(tx, entry),
            "",
            "",
            "",
            NOTHING);
    write(tx, fresh, dueAt, null);
    JdbcTx.of(tx)
        .update(
            "update lapor_outbox set tracking_id = ?, target = ?, part = ?, operation = ? where id = ?",
            content.lane().complaint().value(),
            content.lane().target(),
            content.lane().part(),
            content.operation(),
            entry.id());
  }

  private static long createdAt(Tx tx, Held entry) {
    return JdbcTx.of(tx)
        .first(
            "select created_at from lapor_outbox where id = ?", row -> row.getLong(1), entry.id())
        .orElseThrow();
  }

  @Override
  public void accept(Tx tx, Held entry, String reference, Instant now) {
    OutboxRow row = row(tx, entry);
    write(
        tx, row.outcome(State.DONE, row.attempts(), 0, reference, "", ""), now, now.toEpochMilli());
    LaneHeads.promoteNext(tx, row.lane());
  }

  @Override
  public void discard(Tx tx, Held entry, Instant now) {
    if (entry.sound().isPresent()) {
      OutboxRow row = row(tx, entry);
      OutboxRow discarded =
          row.outcome(State.DISCARDED, row.attempts(), row.lookUps(), "", row.code(), row.detail());
      write(tx, discarded, now, now.toEpochMilli());
    } else {
      discardDamaged(tx, entry.id(), now);
    }
    promoteNext(tx, entry.id());
  }

  /** Its hash stays wrong: what checks the store goes on telling of it. */
  private static void discardDamaged(Tx tx, long id, Instant now) {
    JdbcTx.of(tx)
        .update(
            "update lapor_outbox set state = 6, lease_until = 0, due_at = ?, settled_at = ?"
                + " where id = ?",
            now.toEpochMilli(),
            now.toEpochMilli(),
            id);
  }

  /** Goes by the lane as it is stored, whatever it holds. */
  private static void promoteNext(Tx tx, long id) {
    JdbcTx.of(tx)
        .list(
            "select tracking_id, target, part from lapor_outbox where id = ?",
            row ->
                List.of(shown(row.getString(1)), shown(row.getString(2)), shown(row.getString(3))),
            id)
        .forEach(lane -> LaneHeads.promoteNext(tx, lane.get(0), lane.get(1), lane.get(2)));
  }

  @Override
  public int reroute(Tx tx, Held entry, Instant now) {
    Lane lane = entry.lane().orElseThrow();
    List<Long> waiting =
        JdbcTx.of(tx)
            .list(
                "select id" + LaneHeads.UNSETTLED_IN_LANE + " order by id",
                row -> row.getLong(1),
                LaneHeads.of(lane));
    waiting.forEach(id -> reroute(tx, id, now));
    return waiting.size();
  }

  private void reroute(Tx tx, long id, Instant now) {
    try {
      OutboxRow row = JdbcTx.of(tx).first(SELECT, OutboxRow::readChecked, id).orElseThrow();
      byte[] payload = sealer.open(row.payload(), JdbcOutbox.place(row.key()));
      IdempotencyKey freed =
          IdempotencyKey.of(row.lane(), REROUTED, row.key().value() + "|" + row.id());
      OutboxRow discarded =
          row.content(freed, sealer.seal(payload, JdbcOutbox.place(freed)), row.twin())
              .outcome(State.DISCARDED, row.attempts(), row.lookUps(), "", REROUTED, "");
      write(tx, discarded, now, now.toEpochMilli());
    } catch (CorruptRowException | SealException | IllegalArgumentException e) {
      discardDamaged(tx, id, now);
    }
  }

  private static OutboxRow row(Tx tx, Held entry) {
    return JdbcTx.of(tx).first(SELECT, OutboxRow::readChecked, entry.id()).orElseThrow();
  }

  private static void write(Tx tx, OutboxRow row, Instant dueAt, @Nullable Long settledAt) {
    JdbcTx.of(tx)
        .update(
            "update lapor_outbox set idempotency_key = ?, payload = ?, twin = ?, state = ?,"
                + " attempts = ?, look_ups = ?, due_at = ?, lease_until = 0, begun = 0, reference = ?,"
                + " code = ?, detail = ?, settled_at = ?, row_hash = ? where id = ?",
            row.key().value(),
            row.payload(),
            row.twin(),
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
