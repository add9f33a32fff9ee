package id.aduan.lapor.delivery;

import id.aduan.lapor.delivery.Outbox.NewEntry;
import id.aduan.lapor.store.Tx;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Parked entries as a person acts on them (C12): each act is part of the caller's transaction, and
 * concerns an entry that {@link #find} gave in the same one. What is let go is the head of its lane
 * still, so it keeps its place before all that waits behind it (C8).
 */
public interface ParkedEntries {
  /** The entry of this number, if it is parked. */
  Optional<Held> find(Tx tx, long id);

  /** The numbers of the parked entries that are meant, oldest first. */
  List<Long> select(Tx tx, ParkedFilter filter, Optional<String> mappingVersion, int max);

  /**
   * Lets a sound entry go as it is: same content, same key, no attempts used.
   *
   * @param next {@link State#WAITING}, or {@link State#UNCERTAIN} for one to be looked up first
   */
  void release(Tx tx, Held entry, State next, Instant dueAt);

  /** The same with another content and the key that goes with it; makes a damaged entry sound. */
  void release(Tx tx, Held entry, State next, Instant dueAt, NewEntry content);

  /** Settles a sound entry: the far end has it, under this reference. */
  void accept(Tx tx, Held entry, String reference, Instant now);

  /** Settles the entry without the far end; the next of its lane moves up. */
  void discard(Tx tx, Held entry, Instant now);

  /**
   * Discards the entry and all that waits behind it, as {@link #REROUTED}, and frees their keys:
   * should the complaint come back to this target, the same content has the same key again.
   *
   * @return how many
   */
  int reroute(Tx tx, Held entry, Instant now);

  /** The code of what was discarded because the complaint went to another agency. */
  String REROUTED = "LC-REROUTED";

  /**
   * A parked entry.
   *
   * @param lane as its row says, if that is one
   * @param sound what would go out; empty for a damaged one
   */
  record Held(
      long id,
      Optional<Lane> lane,
      String operation,
      Instant parkedAt,
      String code,
      Optional<Envelope> sound) {

    /** What its being parked proves. */
    public ParkedCause cause() {
      return sound.isPresent() ? ParkedCause.of(code) : ParkedCause.DAMAGED;
    }
  }
}
