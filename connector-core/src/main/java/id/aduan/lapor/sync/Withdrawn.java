package id.aduan.lapor.sync;

import id.aduan.lapor.delivery.DeliveryResult;
import id.aduan.lapor.delivery.Envelope;
import id.aduan.lapor.failure.CorruptRowException;
import id.aduan.lapor.failure.StoreException;
import java.util.Optional;

/** Keeps what is about a complaint that the portal has no more from going out (F60). */
final class Withdrawn {
  private Withdrawn() {}

  /** Why an entry is not sent; empty if it is. */
  static Optional<DeliveryResult> refusal(CaseStore store, Envelope envelope) {
    try {
      return store.read(tx -> Following.isMarked(store, tx, envelope.lane().complaint()))
          ? Optional.of(
              new DeliveryResult.Refused(
                  "complaint.gone", "the portal has this complaint no more; nothing was sent"))
          : Optional.empty();
    } catch (StoreException | CorruptRowException e) {
      // Nothing was sent, so it must not count as an end that nobody knows.
      return Optional.of(
          DeliveryResult.entryTrouble("its case could not be read: " + e.getMessage()));
    }
  }
}
