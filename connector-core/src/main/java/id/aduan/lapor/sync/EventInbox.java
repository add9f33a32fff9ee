package id.aduan.lapor.sync;

import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.delivery.Alert;
import id.aduan.lapor.delivery.Inbox.Arrival;
import id.aduan.lapor.delivery.Inbox.Receipt;
import id.aduan.lapor.delivery.Targets;
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
  private final String sender;
  private final Consumer<Alert> alerts;

  /**
   * Makes it.
   *
   * @param sender whose callbacks these are: an agency's code, or {@link Targets#PORTAL_READ}
   */
  EventInbox(Reception reception, String sender) {
    this.store = reception.store();
    this.quarantine = new Quarantine(store);
    this.sender = sender;
    this.alerts = reception.alerts();
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
          requireOn(tx);
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
        tx -> {
          requireOn(tx);
          return find(tx, message)
              .map(earlier -> repeated(tx, message, earlier))
              .orElseGet(() -> quarantine.keep(tx, message, code));
        });
  }

  /** Of whom a person has switched off, nothing is taken; the sender may repeat it later (503). */
  private void requireOn(Tx tx) {
    if (store.targets().get(tx, sender).isOff()) {
      throw new StoreException(sender + " is switched off; nothing was kept");
    }
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
    Item other =
        new Item(
            message.source(),
            message.eventId() + "#" + hash.substring(0, 16),
            message.raw(),
            message.at());
    return find(tx, other)
        .orElseGet(
            () -> {
              tx.afterCommit(() -> alerts.accept(reused(earlier)));
              return quarantine.keep(tx, other, "event.id_reused");
            });
  }

  private Alert reused(Receipt earlier) {
    return new Alert(
        Alert.Kind.EVENT_ID_REUSED,
        sender,
        "the id of event " + earlier.reference() + " came again with another content");
  }
}
