package id.aduan.lapor.delivery;

import id.aduan.lapor.store.Tx;

/**
 * A far end as the engine sees it. Called by many threads at once, but never by two for the same
 * lane.
 */
public interface DeliveryTarget {
  /** Sends the entry and says how it ended; one attempt, no retry. */
  DeliveryResult deliver(Envelope envelope);

  /**
   * Looks for an entry that may have been carried out. Called only if it {@link #canLookUp can}.
   */
  Lookup lookUp(Envelope envelope);

  /**
   * Whether an unknown outcome of this entry can be looked up. What can neither be looked up nor
   * repeated waits for a human.
   */
  boolean canLookUp(Envelope envelope);

  /**
   * Whether this entry may be sent again after an unknown outcome without a second effect: the far
   * end honours keys, or the operation sets and never adds (C7).
   */
  boolean honoursKeys(Envelope envelope);

  /**
   * Records what the far end now has: links, the story of the case. In the transaction that settles
   * the entry, under its epoch.
   */
  void accepted(Tx tx, Envelope envelope, String reference);

  /**
   * Whether an end that did not go through says nothing of the target, however many there are of
   * its kind: where each entry has a recipient of its own, theirs is the trouble (C10).
   */
  default boolean isRecipients(DeliveryResult result) {
    return false;
  }
}
