package id.aduan.lapor.store.jdbc;

import id.aduan.lapor.delivery.Slots;
import id.aduan.lapor.store.Tx;
import java.time.Instant;
import java.util.Optional;

/** The slots in {@code lapor_slot}. */
final class JdbcSlots implements Slots {
  @Override
  public Optional<Instant> newest(Tx tx, String schedule, Instant upTo) {
    return JdbcTx.of(tx)
        .first(
            "select slot_at from lapor_slot where schedule = ? and slot_at <= ?"
                + " order by slot_at desc limit 1",
            row -> Instant.ofEpochMilli(row.getLong(1)),
            schedule,
            upTo.toEpochMilli());
  }

  @Override
  public boolean take(Tx tx, String schedule, Instant slot, String node, Instant now) {
    return JdbcTx.of(tx)
            .update(
                "insert into lapor_slot (schedule, slot_at, node, fired_at) values (?,?,?,?)"
                    + " on conflict (schedule, slot_at) do nothing",
                schedule,
                slot.toEpochMilli(),
                node,
                now.toEpochMilli())
        > 0;
  }

  @Override
  public int removeBefore(Tx tx, String schedule, Instant instant) {
    return JdbcTx.of(tx)
        .update(
            "delete from lapor_slot where schedule = ? and slot_at < ?",
            schedule,
            instant.toEpochMilli());
  }
}
