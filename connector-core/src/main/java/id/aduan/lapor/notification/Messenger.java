package id.aduan.lapor.notification;

import id.aduan.lapor.delivery.DeliveryResult;
import id.aduan.lapor.delivery.IdempotencyKey;

/** Carries messages by one way. Called by many threads; ends within a bound of its own. */
public interface Messenger extends AutoCloseable {
  /** Of a way that there is no more: every message is given up. */
  Messenger REMOVED = (message, key) -> new DeliveryResult.Refused("no-way", "the way was removed");

  /**
   * Sends a message to the address that its contact has for this way; one attempt.
   *
   * @param key the same for each attempt at one message, so that the far end can tell a repetition
   * @return {@code Refused} for a recipient that is refused for good, {@code ENTRY} trouble for one
   *     that is refused for now, all other trouble the server's; {@code Unknown} only once the
   *     message itself was under way
   */
  DeliveryResult send(Message message, IdempotencyKey key);

  @Override
  default void close() {}
}
