package id.aduan.lapor.sync;

import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.delivery.Inbox.Entry;
import id.aduan.lapor.delivery.Inbox.Receipt;
import id.aduan.lapor.delivery.Targets;
import id.aduan.lapor.failure.CorruptRowException;
import id.aduan.lapor.failure.StoreException;
import id.aduan.lapor.portal.PortalState;
import id.aduan.lapor.portal.UnreadableMessageException;
import id.aduan.lapor.privacy.SealException;
import id.aduan.lapor.store.Tx;
import id.aduan.lapor.store.UnitOfWork;
import id.aduan.lapor.sync.Quarantine.Item;
import id.aduan.lapor.webhook.Verdict;
import id.aduan.lapor.webhook.WebhookCheck;
import id.aduan.lapor.webhook.WebhookHeaders;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes the portal's callbacks: verified over their raw bytes, kept and committed before the answer
 * is given (C1). They are applied in the same commit, or soon after it while the store is busy, by
 * {@link PendingArrivals}. Safe for use by many threads; never blocks on the store.
 */
public final class WebhookIntake {
  private static final Logger LOG = LoggerFactory.getLogger(WebhookIntake.class);
  static final String SOURCE = "portal.webhook";
  private static final byte[] NO_BODY = new byte[0];

  /** With so many units of work before it, a callback is kept alone: keeping is the cheap part. */
  public static final int BUSY_FROM = 8;

  private final CaseStore store;
  private final WebhookCheck check;
  private final InstantSource time;
  private final EventInbox events;
  private final PendingArrivals pending;

  /**
   * Takes them.
   *
   * @param pending reads what they say, and applies those that are kept while the store is busy
   */
  public WebhookIntake(Reception reception, WebhookCheck check, PendingArrivals pending) {
    this.store = reception.store();
    this.check = check;
    this.pending = pending;
    this.time = reception.time();
    this.events = new EventInbox(reception, Targets.PORTAL_READ);
  }

  /** Applies those that were kept while the store was busy. */
  public PendingArrivals pending() {
    return pending;
  }

  /** What the sender is to be told. */
  public sealed interface Answer {
    /** Kept; told again when the event is repeated (202). */
    record Kept(Receipt receipt) implements Answer {}

    /** Not proven genuine (401). */
    record Refused(Verdict.Reason reason) implements Answer {}

    /** The headers are not of the agreed form (400). */
    record Malformed(String detail) implements Answer {}
  }

  /** What the portal's engineer is told of an event (C2). */
  public sealed interface Finding {
    /** Kept under this reference, and what became of it. */
    record Event(Entry entry) implements Finding {}

    /** Nothing of the portal's is kept under this reference (404). */
    record None() implements Finding {}

    /** Not proven genuine (401). */
    record Refused(Verdict.Reason reason) implements Finding {}

    /** The headers are not of the agreed form (400). */
    record Malformed(String detail) implements Finding {}
  }

  /** The headers that prove a request; no other is asked for. */
  public WebhookHeaders headersOf(Function<String, List<String>> valuesOf) {
    return check.headersOf(valuesOf);
  }

  /**
   * Looks up what became of an event of the portal.
   *
   * @param headers the same proof as that of a callback, whose body is empty
   * @param reference as a callback was told
   * @return fails with {@link StoreException} when the store cannot be asked (503)
   */
  public CompletableFuture<Finding> lookUp(WebhookHeaders headers, String reference) {
    Verdict verdict = check.verify(headers, NO_BODY);
    if (verdict instanceof Verdict.Refused refused) {
      return CompletableFuture.completedFuture(new Finding.Refused(refused.reason()));
    }
    if (verdict instanceof Verdict.Malformed malformed) {
      return CompletableFuture.completedFuture(new Finding.Malformed(malformed.detail()));
    }
    return store.submit(
        tx ->
            store
                .inbox()
                .byReference(tx, SOURCE, reference)
                .<Finding>map(Finding.Event::new)
                .orElseGet(Finding.None::new));
  }

  /**
   * Takes one callback.
   *
   * @param body the raw bytes as they came over the wire
   * @return completes once what it says is durable; fails with {@link StoreException} when nothing
   *     was kept (503)
   */
  public CompletableFuture<Answer> receive(WebhookHeaders headers, byte[] body) {
    return EventInbox.answer(
        check.verify(headers, body),
        eventId -> keep(new Item(SOURCE, eventId, body, time.instant())));
  }

  /** Of a report by SMS, what would let its reporter in is not kept in any form (SMS-03). */
  private byte[] kept(Tx tx, Item message, PortalState told) {
    boolean maySms = SmsPrivacy.mayConcern(told, () -> caseOf(tx, told.complaint().id()));
    return maySms ? SmsPrivacy.cleaned(message.raw()) : message.raw();
  }

  private Optional<CaseRecord> caseOf(Tx tx, TrackingId id) {
    try {
      return store.complaints().find(tx, id);
    } catch (CorruptRowException | SealException e) {
      return Optional.empty(); // whoever applies the message tells of it
    }
  }

  private CompletableFuture<Receipt> keep(Item message) {
    PortalState told;
    try {
      told = pending.messages().read(message.raw());
    } catch (UnreadableMessageException e) {
      return setAside(message, e.code());
    } catch (RuntimeException | LinkageError | StackOverflowError e) {
      // A reader that fails would fail each time, so that the event must not come again (C11).
      LOG.error("event {} could not be read: {}", message.reference(), e.getClass().getName());
      return setAside(message, Quarantine.NOT_APPLIED);
    }
    return keep(message, told)
        .exceptionallyCompose(
            failure ->
                EventInbox.otherwise(
                    failure,
                    "event " + message.reference(),
                    () ->
                        events.setAside(
                            message, tx -> kept(tx, message, told), Quarantine.NOT_APPLIED)));
  }

  private CompletableFuture<Receipt> keep(Item message, PortalState told) {
    UnitOfWork<byte[]> kept = tx -> kept(tx, message, told);
    Optional<TrackingId> about = Optional.of(told.complaint().id());
    return store.waiting() >= BUSY_FROM
        ? events.keepPending(message, kept, about, pending::wake)
        : events.keep(message, kept, about, tx -> pending.apply(tx, told, message));
  }

  /** One that nobody can read may be of a report by SMS. */
  private CompletableFuture<Receipt> setAside(Item message, String code) {
    return events.setAside(message, tx -> SmsPrivacy.cleaned(message.raw()), code);
  }
}
