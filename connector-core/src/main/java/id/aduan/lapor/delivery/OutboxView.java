package id.aduan.lapor.delivery;

import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.store.Tx;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The outbox as people look at it: no payload, no personal data. */
public interface OutboxView {
  /** The code of a parked entry that does not match its own hash, or does not open (C20). */
  String DAMAGED = "LC-DAMAGED";

  /** Every entry of a complaint, oldest first. */
  List<Row> entriesOf(Tx tx, TrackingId complaint);

  /** The oldest parked entries. */
  List<Row> parked(Tx tx, int max);

  /** The oldest of the parked entries that are meant. */
  List<Parked> parked(Tx tx, ParkedFilter filter, int max);

  /** The parked entry of this number. */
  Optional<Parked> parkedEntry(Tx tx, long id);

  /** How many entries there are by target and state; states that no version has are left out. */
  List<Count> counts(Tx tx);

  /**
   * One entry.
   *
   * @param reference the far end's reference once it is settled, else empty
   * @param code why it is where it is; empty if nothing went wrong
   */
  record Row(
      long id,
      Lane lane,
      String operation,
      State state,
      int attempts,
      Instant createdAt,
      Instant dueAt,
      String reference,
      String code,
      String detail) {}

  /**
   * An entry that waits for a person. As stored: a damaged one shows what it holds.
   *
   * @param createdAt when it was to be delivered first
   * @param parkedAt since when it has waited for a person
   * @param bytes the size of what it would send, sealed
   */
  record Parked(
      long id,
      String complaint,
      String target,
      String operation,
      int attempts,
      Instant createdAt,
      Instant parkedAt,
      long bytes,
      String code,
      String detail) {}

  /** A number of entries. */
  record Count(String target, State state, long entries, Instant oldest) {}
}
