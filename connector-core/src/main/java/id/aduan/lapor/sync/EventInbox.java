package id.aduan.lapor.sync;

import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.delivery.Inbox.Arrival;
import id.aduan.lapor.delivery.Inbox.Receipt;
import id.aduan.lapor.failure.StoreException;
import id.aduan.lapor.store.Tx;
import id.aduan.lapor.sync.Quarantine.Item;
import id.aduan.lapor.sync.WebhookIntake.Answer;
import id.aduan.lapor.webhook.Verdict;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps callbacks, each once under its event id: the same again gets the same receipt (C3), another
 * content under a used id is set aside (C4). Safe for use by many threads; never blocks on the
 * store.
 */
final class EventInbox {
  private static final Logger LOG = LoggerFactory.getLogger(EventInbox.class);
  private final CaseStore store;
  private final Quarantine quarantine;

  EventInbox(CaseStore store) {
    this.store = store;
    this.quarantine = new Quarantine(store);
  }

  /**
   * What the sender is told: only a genuine callback is kept.
   *
   * @param keep keeps it under this event id
   */
  static CompletableFuture<Answer> answer(
      Verdict verdict, Function<String, CompletableFuture<Receipt>> keep) {
    if (verdict instanceof Verdict.Refused refused) {
      return CompletableFuture.completedFuture(new Answer.Refused(refused.reason()));
    }
    if (verdict instanceof Verdict.Malformed malformed) {
      return CompletableFuture.completedFuture(new Answer.Malformed(malformed.detail()));
    }
    return keep.apply(((Verdict.Genuine) verdict).id()).thenApply(Answer.Kept::new);
  }

  /** Keeps a message and does what it says, in one transaction; a repeated one does nothing. */
  CompletableFuture<Receipt> keep(Item message, Optional<TrackingId> about, Consumer<Tx> effect) {
    return store.submit(
        tx -> {
          Optional<Receipt> earlier = find(tx, message);
          if (earlier.isPresent()) {
            return repeated(tx, message, earlier.get());
          }
          Receipt receipt = add(tx, message, about);
          effect.accept(tx);
          return receipt;
        });
  }

  /** Keeps a message that cannot be used. */
  CompletableFuture<Receipt> setAside(Item message, String code) {
    return store.submit(
        tx ->
            find(tx, message)
                .map(earlier -> repeated(tx, message, earlier))
                .orElseGet(() -> quarantine.keep(tx, message, code)));
  }

  /**
   * Whatever cannot be applied must not come back for ever (C11); what the store did not keep must.
   */
  static <T> CompletableFuture<T> otherwise(
      Throwable failure, String what, Supplier<CompletableFuture<T>> instead) {
    Throwable cause =
        failure instanceof CompletionException && failure.getCause() != null
            ? failure.getCause()
            : failure;
    if (cause instanceof StoreException trouble) {
      return CompletableFuture.failedFuture(trouble);
    }
    LOG.error("{} could not be applied: {}", what, cause.getClass().getName());
    return instead.get();
  }

  private Optional<Receipt> find(Tx tx, Item message) {
    return store.inbox().find(tx, message.source(), message.eventId());
  }

  private Receipt add(Tx tx, Item message, Optional<TrackingId> about) {
    String hash = Digests.of(message.raw());
    Receipt receipt = new Receipt(message.reference(), false, "", hash);
    store
        .inbox()
        .add(
            tx,
            new Arrival(
                message.source(),
                message.eventId(),
                message.at(),
                message.raw(),
                hash,
                receipt,
                about));
    return receipt;
  }

  private Receipt repeated(Tx tx, Item message, Receipt earlier) {
    String hash = Digests.of(message.raw());
    if (earlier.contentHash().equals(hash)) {
      return earlier;
    }
    LOG.warn("event id of {} was used again with another content", earlier.reference());
    Item other =
        new Item(
            message.source(),
            message.eventId() + "#" + hash.substring(0, 16),
            message.raw(),
            message.at());
    return find(tx, other).orElseGet(() -> quarantine.keep(tx, other, "event.id_reused"));
  }
}
