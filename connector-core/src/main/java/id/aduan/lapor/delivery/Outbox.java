package id.aduan.lapor.delivery;

import id.aduan.lapor.store.Tx;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What is to go out, in lanes. The engine takes it from there by {@link Claims}. */
public interface Outbox {
  /**
   * Puts an entry at the end of its lane.
   *
   * @return false if its key is there already, in whatever state: then nothing changes (C3)
   */
  boolean enqueue(Tx tx, NewEntry entry, Instant now);

  /**
   * Gives an unsettled entry a newer content and key; one that is under way right now goes out as
   * it was, and only its repetition carries the newer ones.
   *
   * @param current the entry's key; {@code entry} is of the same lane and operation
   * @return false if there is none
   */
  boolean refresh(Tx tx, IdempotencyKey current, NewEntry entry);

  /**
   * Has a settled entry go out once more, as if it were new: for what may be repeated at will, such
   * as a reading, so that it does not leave a row each time.
   *
   * @return false if there is no such entry, or anything of its lane is unsettled: then nothing
   *     changes
   */
  boolean again(Tx tx, Lane lane, IdempotencyKey key, Instant now);

  /**
   * Takes back an entry of which nothing is at the far end: one that waits, or is parked as proven
   * not to be there. It is discarded.
   *
   * @param code why, as {@link Settlement#code()}
   * @return false if it does not wait any more, or never did, or may be there; then nothing changes
   */
  boolean takeBack(Tx tx, Lane lane, IdempotencyKey key, String code, Instant now);

  /** The youngest entries of a lane, at most so many, settled ones too; the youngest first. */
  List<Standing> youngest(Tx tx, Lane lane, int max);

  /** The same of those with this twin alone. */
  List<Standing> youngest(Tx tx, Lane lane, String twin, int max);

  /** The entries of a lane with this twin, settled ones too; the oldest first. */
  List<Twin> twins(Tx tx, Lane lane, String twin);

  /**
   * What an entry carries, settled or not; empty for no such entry.
   *
   * @throws id.aduan.lapor.failure.CorruptRowException when its row is damaged
   * @throws id.aduan.lapor.privacy.SealException when it does not open
   */
  Optional<byte[]> payload(Tx tx, Lane lane, IdempotencyKey key);

  /** An entry, by its number. */
  record Twin(long id, Standing standing) {}

  /**
   * Whether the far end may hold something of an entry of this operation that we do not know of:
   * one is under way, uncertain, or parked with an unknown outcome.
   */
  boolean mayBeArriving(Tx tx, String target, String operation);

  /**
   * Where an entry stands.
   *
   * @param code empty, or why it did not go through, as {@link Settlement#code()}
   */
  record Standing(String operation, IdempotencyKey key, State state, String code) {
    /** Whether nothing more becomes of it. */
    public boolean isSettled() {
      return state.isSettled();
    }

    /** Whether the far end may have it, or come to have it, without our knowing. */
    public boolean mayHaveArrived() {
      return switch (state) {
        case SENDING, UNCERTAIN, LOOKING_UP -> true;
        case PARKED -> ParkedCause.of(code) != ParkedCause.NOTHING_THERE;
        case WAITING, DONE, DISCARDED -> false;
      };
    }

    /** Whether an attempt is under way that carries what the entry held when it was claimed. */
    public boolean isUnderWay() {
      return state == State.SENDING || state == State.LOOKING_UP;
    }
  }

  /**
   * An entry to be.
   *
   * @param payload what goes out; sealed at rest
   * @param twin equal for entries whose content the far end could not tell apart
   */
  @SuppressWarnings("ArrayRecordComponent") // handed through once, never compared
  record NewEntry(Lane lane, String operation, IdempotencyKey key, byte[] payload, String twin) {}
}
