package id.aduan.lapor.sync;

import id.aduan.lapor.mapping.Catalogue;
import id.aduan.lapor.store.Tx;
import java.time.Instant;
import java.util.Optional;

/** The portal's lists of categories as they were read: of each state one at most. */
public interface Catalogues {
  /** The list of a state. A damaged row is logged and reads as none (C20). */
  Optional<Kept> find(Tx tx, State state);

  /** Keeps a list in the place of the one of its state. */
  void put(Tx tx, Kept kept);

  /** Forgets the list of a state; does nothing where there is none. */
  void remove(Tx tx, State state);

  /** The moment of the list that counts, 0 where there is none; cheap, for whoever looks often. */
  long countingSince(Tx tx);

  /** How a list stands. Stored by name: a constant is never renamed. */
  enum State {
    COUNTS,
    /** It counted until the one that counts was read. */
    BEFORE,
    /** A person has to say whether it is to count. */
    HELD
  }

  /**
   * A list that was read.
   *
   * @param source where it was read, as the portal's reader calls it
   * @param decidedBy who let it count, as the audit trail names them; empty while nobody has
   */
  record Kept(String source, Instant readAt, State state, Catalogue catalogue, String decidedBy) {
    Kept with(State next, String by) {
      return new Kept(source, readAt, next, catalogue, by);
    }
  }
}
