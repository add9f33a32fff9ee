package id.aduan.lapor.sync;

import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.delivery.Alert;
import id.aduan.lapor.delivery.Inbox.Arrival;
import id.aduan.lapor.delivery.Inbox.Receipt;
import id.aduan.lapor.delivery.Targets;
import id.aduan.lapor.failure.CorruptRowException;
import id.aduan.lapor.failure.StoreException;
import id.aduan.lapor.store.Tx;
import id.aduan.lapor.store.UnitOfWork;
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
    return keep(message, tx -> message.raw(), about, effect);
  }

  /**
   * The same for a message of which not all may be kept.
   *
   * @param kept its bytes without what may not; told again, it is known by those that came
   */
  CompletableFuture<Receipt> keep(
      Item message, UnitOfWork<byte[]> kept, Optional<TrackingId> about, Consumer<Tx> effect) {
    return keep(
        message,
        kept,
        tx -> {
          Arrival arrival = arrival(message, kept.run(tx), about);
          store.inbox().add(tx, arrival);
          effect.accept(tx);
          return arrival.receipt();
        });
  }

  /**
   * Keeps a message and does nothing yet; a repeated one is not kept again.
   *
   * @param later told once it is durable; must not block
   */
  CompletableFuture<Receipt> keepPending(
      Item message, UnitOfWork<byte[]> kept, Optional<TrackingId> about, Runnable later) {
    return keep(
        message,
        kept,
        tx -> {
          Arrival arrival = arrival(message, kept.run(tx), about);
          store.inbox().addPending(tx, arrival);
          tx.afterCommit(later);
          return arrival.receipt();
        });
  }

  /** Keeps a message that cannot be used. */
  CompletableFuture<Receipt> setAside(Item message, String code) {
    return setAside(message, tx -> message.raw(), code);
  }

  /** The same for a message of which not all may be kept. */
  CompletableFuture<Receipt> setAside(Item message, UnitOfWork<byte[]> kept, String code) {
    return keep(message, kept, tx -> quarantine.keep(tx, message, kept.run(tx), code));
  }

  /**
   * Of whom a person has switched off, nothing is taken; the sender may repeat it later (503). That
   * is told outside the unit of work: one that fails has all that share its transaction run anew.
   */
  private CompletableFuture<Receipt> keep(
      Item message, UnitOfWork<byte[]> kept, UnitOfWork<Receipt> anew) {
    return store
        .<Optional<Receipt>>submit(
            tx ->
                store.targets().get(tx, sender).isOff()
                    ? Optional.empty()
                    : Optional.of(once(tx, message, kept, anew)))
        .thenApply(
            receipt ->
                receipt.orElseThrow(
                    () -> new StoreException(sender + " is switched off; nothing was kept")));
  }

  private Receipt once(Tx tx, Item message, UnitOfWork<byte[]> kept, UnitOfWork<Receipt> anew) {
    Optional<Receipt> earlier;
    try {
      earlier = find(tx, message);
    } catch (CorruptRowException e) {
      // What came under this id nobody knows any more; a person may use this one instead.
      LOG.error("an event came again: {}", e.getMessage());
      return beside(tx, message, kept.run(tx), Quarantine.NOT_APPLIED, () -> {});
    }
    return earlier.isPresent() ? repeated(tx, message, kept, earlier.get()) : anew.run(tx);
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

  private static Arrival arrival(Item message, byte[] kept, Optional<TrackingId> about) {
    String hash = Digests.of(message.raw());
    Receipt receipt = new Receipt(message.reference(), false, "", hash);
    return new Arrival(
        message.source(), message.eventId(), message.at(), kept, hash, receipt, about);
  }

  private Receipt repeated(Tx tx, Item message, UnitOfWork<byte[]> kept, Receipt earlier) {
    if (earlier.contentHash().equals(Digests.of(message.raw()))) {
      return earlier;
    }
    return beside(
        tx,
        message,
        kept.run(tx),
        "event.id_reused",
        () -> tx.afterCommit(() -> alerts.accept(reused(earlier))));
  }

  /** Keeps a message aside whose id is taken, once under an id of its own. */
  private Receipt beside(Tx tx, Item message, byte[] kept, String code, Runnable atFirst) {
    String hash = Digests.of(message.raw());
    Item other =
        new Item(
            message.source(),
            message.eventId() + "#" + hash.substring(0, 16),
            message.raw(),
            message.at());
    try {
      Optional<Receipt> before = find(tx, other);
      if (before.isPresent()) {
        return before.get();
      }
      atFirst.run();
    } catch (CorruptRowException e) {
      LOG.error("an event came again: {}", e.getMessage());
    }
    return quarantine.keep(tx, other, kept, code);
  }

  private Alert reused(Receipt earlier) {
    return new Alert(
        Alert.Kind.EVENT_ID_REUSED,
        sender,
        "the id of event " + earlier.reference() + " came again with another content");
  }
}
