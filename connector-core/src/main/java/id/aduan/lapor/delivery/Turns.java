package id.aduan.lapor.delivery;

import id.aduan.lapor.store.Store;
import id.aduan.lapor.store.Tx;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/**
 * This node's part in schedules that all nodes keep: each slot is raced for, and its winner runs
 * it. So each slot is run at most once (C16), and a node that hangs, or is stopped, keeps none of
 * the others from the next slot. A winner that dies before the work is done has lost that slot:
 * what is scheduled must make up for it at the next one, as polls do.
 *
 * <p>Safe for use by many threads.
 */
public final class Turns {
  private final Store store;
  private final Slots slots;
  private final String node;
  private final InstantSource time;

  /**
   * Makes it.
   *
   * @param node as others will read it in {@code lapor_slot}
   * @param time the store's, so that nodes whose clocks differ name the same slot
   */
  public Turns(Store store, Slots slots, String node, InstantSource time) {
    this.store = store;
    this.slots = slots;
    this.node = node;
    this.time = time;
  }

  /**
   * Runs the work once for each slot that is due and that this node gets, on the caller's thread.
   *
   * @return how often it ran
   * @throws id.aduan.lapor.failure.StoreException when the store cannot be asked; nothing ran then
   */
  public int run(Schedule schedule, Runnable work) {
    List<Instant> mine = store.inTransaction(tx -> take(tx, schedule));
    mine.forEach(slot -> work.run());
    return mine.size();
  }

  private List<Instant> take(Tx tx, Schedule schedule) {
    Instant now = time.instant();
    List<Instant> taken = new ArrayList<>();
    for (Instant slot : schedule.due(slots.newest(tx, schedule.name(), now), now)) {
      if (slots.take(tx, schedule.name(), slot, node, now)) {
        slots.removeBefore(tx, schedule.name(), schedule.keptFrom(slot));
        taken.add(slot);
      }
    }
    return List.copyOf(taken);
  }

  /** How long until the next slot; never more than the interval. */
  public Duration untilNext(Schedule schedule) {
    Instant now = time.instant();
    return Duration.between(now, schedule.next(now));
  }
}
