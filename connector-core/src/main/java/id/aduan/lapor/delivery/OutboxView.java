package id.aduan.lapor.delivery;

import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.store.Tx;
import java.time.Instant;
import java.util.List;

/** The outbox as people look at it: no payload, no personal data. */
public interface OutboxView {
  /** The code of a parked entry that does not match its own hash, or does not open (C20). */
  String DAMAGED = "LC-DAMAGED";

  /** Every entry of a complaint, oldest first. */
  List<Row> entriesOf(Tx tx, TrackingId complaint);

  /** The oldest parked entries. */
  List<Row> parked(Tx tx, int max);

  /** How many entries there are by target and state. */
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

  /** A number of entries. */
  record Count(String target, State state, long entries, Instant oldest) {}
}
