package id.aduan.lapor.delivery;

import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.store.Tx;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What arrived, as it arrived: the mark that makes a repeated event a no-op (C3), and the evidence.
 * Unique by source and event id.
 */
public interface Inbox {
  /** What became of an event that arrived before. */
  Optional<Receipt> find(Tx tx, String source, String eventId);

  /** The event of a source that was told this reference. */
  Optional<Entry> byReference(Tx tx, String source, String reference);

  /** Keeps a new event; the pair of source and event id must be new. */
  void add(Tx tx, Arrival arrival);

  /**
   * Keeps a new event that is yet to be applied; its sender is told the same as of one that is.
   * Neither set aside nor used until {@link #applied} or {@link #giveUp}.
   */
  void addPending(Tx tx, Arrival arrival);

  /** The references of what is yet to be applied, in the order in which it came. */
  List<String> pending(Tx tx, int max);

  /**
   * What is yet to be applied under this reference.
   *
   * @throws id.aduan.lapor.failure.CorruptRowException when it is not what was written
   */
  Optional<Kept> pending(Tx tx, String reference);

  /**
   * What was yet to be applied is.
   *
   * @return false if it was not yet to be applied any more
   */
  boolean applied(Tx tx, Kept kept, TrackingId complaint);

  /**
   * What was yet to be applied cannot be: it is set aside, and its sender is told so when it
   * repeats it. A damaged row is set aside too.
   *
   * @return false if it was not yet to be applied any more
   */
  boolean giveUp(Tx tx, String reference, String code);

  /**
   * What was set aside under this reference, and is neither used nor discarded since.
   *
   * @throws id.aduan.lapor.failure.CorruptRowException when it is not what was written
   */
  Optional<Kept> setAside(Tx tx, String reference);

  /** What was set aside could be used after all: its sender is told so when it repeats it. */
  void used(Tx tx, Kept kept, Optional<TrackingId> complaint);

  /**
   * What was set aside is not read again; its sender is told the same as before. A damaged row goes
   * too.
   *
   * @return false if nothing is set aside under this reference
   */
  boolean discard(Tx tx, String reference);

  /** Something that arrived, with its bytes. */
  @SuppressWarnings("ArrayRecordComponent") // handed through once, never compared
  record Kept(String source, String eventId, Instant receivedAt, byte[] raw, Receipt receipt) {}

  /**
   * An event and what became of it.
   *
   * @param raw the bytes as they came; sealed at rest, since they name people
   * @param contentHash of the bytes, to tell a repeated event from a reused id (C4)
   */
  @SuppressWarnings("ArrayRecordComponent") // handed through once, never compared
  record Arrival(
      String source,
      String eventId,
      Instant receivedAt,
      byte[] raw,
      String contentHash,
      Receipt receipt,
      Optional<TrackingId> complaint) {}

  /**
   * What the sender is told, and told again when it repeats itself (C2).
   *
   * @param reference names the event towards people on both sides
   * @param code empty unless quarantined
   */
  record Receipt(String reference, boolean quarantined, String code, String contentHash) {}

  /**
   * What is known of an event that arrived, without its bytes.
   *
   * @param complaint what it was about, if it could be read
   */
  record Entry(Receipt receipt, Instant receivedAt, Optional<TrackingId> complaint) {}
}
