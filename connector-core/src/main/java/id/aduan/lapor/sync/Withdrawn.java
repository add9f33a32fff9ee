package id.aduan.lapor.sync;

import id.aduan.lapor.delivery.DeliveryResult;
import id.aduan.lapor.delivery.Envelope;
import id.aduan.lapor.failure.CorruptRowException;
import id.aduan.lapor.failure.StoreException;
import id.aduan.lapor.privacy.SealException;
import id.aduan.lapor.store.UnitOfWork;
import java.util.Optional;

/** Keeps what is about a complaint that the portal has no more from going out (F60). */
final class Withdrawn {
  /** Why an entry was not sent. */
  static final String GONE = "complaint.gone";

  private Withdrawn() {}

  /** Why an entry is not sent; empty if it is. */
  static Optional<DeliveryResult> refusal(CaseStore store, Envelope envelope) {
    return refusal(store, envelope, tx -> Optional.empty());
  }

  /**
   * Why an entry is not sent; empty if it is.
   *
   * @param otherwise what else keeps it, asked of the same state of the store
   */
  static Optional<DeliveryResult> refusal(
      CaseStore store, Envelope envelope, UnitOfWork<Optional<DeliveryResult>> otherwise) {
    try {
      return store.read(
          tx ->
              Following.isMarked(store, tx, envelope.lane().complaint())
                  ? Optional.of(
                      new DeliveryResult.Refused(
                          GONE, "the portal has this complaint no more; nothing was sent"))
                  : otherwise.run(tx));
    } catch (StoreException | CorruptRowException | SealException e) {
      // Nothing was sent, so it must not count as an end that nobody knows.
      return Optional.of(
          DeliveryResult.entryTrouble("its case could not be read: " + e.getMessage()));
    }
  }
}
