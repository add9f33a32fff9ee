package id.aduan.lapor.delivery;

import id.aduan.lapor.store.Tx;
import java.time.Instant;

/** What is to go out, in lanes. The engine takes it from there by {@link Claims}. */
public interface Outbox {
  /**
   * Puts an entry at the end of its lane.
   *
   * @return false if its key is there already, in whatever state: then nothing changes (C3)
   */
  boolean enqueue(Tx tx, NewEntry entry, Instant now);

  /**
   * Gives the unsettled entry of this lane and operation a newer content and key; one that is under
   * way right now goes out as it was, and only its repetition carries the newer content.
   *
   * @return false if there is none
   */
  boolean refresh(Tx tx, NewEntry entry);

  /**
   * Whether the far end may hold something of an entry that we do not know of: one is under way,
   * uncertain, or parked with an unknown outcome.
   */
  boolean mayBeArriving(Tx tx, String target);

  /**
   * An entry to be.
   *
   * @param payload what goes out; sealed at rest
   * @param twin equal for entries whose content the far end could not tell apart
   */
  @SuppressWarnings("ArrayRecordComponent") // handed through once, never compared
  record NewEntry(Lane lane, String operation, IdempotencyKey key, byte[] payload, String twin) {}
}
