package id.aduan.lapor.delivery;

import id.aduan.lapor.store.Tx;
import java.time.Instant;
import java.util.Optional;

/**
 * The slots of all schedules that some node has taken. A slot is one instant of one schedule, and
 * whoever writes it down first has it: no node leads, and none is asked (C16).
 */
public interface Slots {
  /** The newest taken slot of a schedule at or before an instant, whoever took it. */
  Optional<Instant> newest(Tx tx, String schedule, Instant upTo);

  /**
   * Takes a slot for a node.
   *
   * @param now for people who look for what ran where; nothing is decided by it
   * @return false if it is taken already, by whatever node: then nothing changes
   */
  boolean take(Tx tx, String schedule, Instant slot, String node, Instant now);

  /** Forgets the slots of a schedule before an instant; gives how many there were. */
  int removeBefore(Tx tx, String schedule, Instant instant);
}
