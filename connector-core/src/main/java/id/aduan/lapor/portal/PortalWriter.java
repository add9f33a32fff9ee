package id.aduan.lapor.portal;

import id.aduan.lapor.complaint.FollowUp;
import id.aduan.lapor.delivery.DeliveryResult;
import id.aduan.lapor.delivery.IdempotencyKey;
import id.aduan.lapor.delivery.Lookup;
import java.util.List;

/** Writes to the portal. Ends with a result, never with an exception. */
public interface PortalWriter {
  /**
   * Publishes an agency's answer. The portal knows no idempotency key (portal-wire 2.9), so whoever
   * calls again after an unknown outcome looks it up first.
   *
   * @param files those that go with it, in this order
   */
  DeliveryResult publish(FollowUp followUp, List<PortalFile> files, IdempotencyKey key);

  /**
   * Looks for an answer that may have been published.
   *
   * @param confirmedTwins how many answers of the same content are known to stand there already:
   *     the portal gives no reference back, so only one more than those proves that it arrived
   */
  Lookup find(FollowUp followUp, int confirmedTwins);

  /** Equal for texts that the portal could not tell apart, so that a look-up counts them as one. */
  String twin(String content);

  /**
   * Whether an entry of the portal may be one that {@link #publish} made, by the institution that
   * it names; what it says is compared by whoever asks (C13).
   */
  default boolean mayBeOurs(PortalEntry entry) {
    return entry.kind() != PortalEntry.Kind.REPORTER_REPLY;
  }
}
