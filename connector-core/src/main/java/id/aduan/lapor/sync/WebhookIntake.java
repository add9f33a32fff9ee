package id.aduan.lapor.sync;

import id.aduan.lapor.audit.AuditEntry;
import id.aduan.lapor.audit.AuditEntry.Action;
import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.delivery.Inbox;
import id.aduan.lapor.delivery.Inbox.Arrival;
import id.aduan.lapor.delivery.Inbox.Receipt;
import id.aduan.lapor.failure.LaporException;
import id.aduan.lapor.portal.PortalMessages;
import id.aduan.lapor.portal.PortalState;
import id.aduan.lapor.portal.UnreadableMessageException;
import id.aduan.lapor.store.Tx;
import id.aduan.lapor.webhook.Verdict;
import id.aduan.lapor.webhook.WebhookHeaders;
import id.aduan.lapor.webhook.WebhookVerifier;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes the portal's callbacks: verified over their raw bytes, kept, applied and committed before
 * the answer is given (C1). Safe for use by many threads; never blocks on the store.
 */
public final class WebhookIntake {
  private static final Logger LOG = LoggerFactory.getLogger(WebhookIntake.class);
  private static final String SOURCE = "portal.webhook";

  private final CaseStore store;
  private final WebhookVerifier verifier;
  private final PortalMessages messages;
  private final ComplaintIntake intake;
  private final InstantSource time;

  public WebhookIntake(
      CaseStore store,
      WebhookVerifier verifier,
      PortalMessages messages,
      ComplaintIntake intake,
      InstantSource time) {
    this.store = store;
    this.verifier = verifier;
    this.messages = messages;
    this.intake = intake;
    this.time = time;
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

  /**
   * Takes one callback.
   *
   * @param body the raw bytes as they came over the wire
   * @return completes once what it says is durable; fails with {@link
   *     id.aduan.lapor.failure.StoreException} when nothing was kept (503)
   */
  public CompletableFuture<Answer> receive(WebhookHeaders headers, byte[] body) {
    Verdict verdict = verifier.verify(headers, body);
    if (verdict instanceof Verdict.Refused refused) {
      return CompletableFuture.completedFuture(new Answer.Refused(refused.reason()));
    }
    if (verdict instanceof Verdict.Malformed malformed) {
      return CompletableFuture.completedFuture(new Answer.Malformed(malformed.detail()));
    }
    String eventId = ((Verdict.Genuine) verdict).id();
    return keep(new Message(eventId, body, Digests.of(body), time.instant()))
        .thenApply(Answer.Kept::new);
  }

  @SuppressWarnings("ArrayRecordComponent") // handed through once, never compared
  private record Message(String eventId, byte[] body, String hash, Instant at) {
    String reference() {
      return "in-" + Digests.of(SOURCE + "|" + eventId).substring(0, 16);
    }
  }

  private CompletableFuture<Receipt> keep(Message message) {
    PortalState told;
    try {
      told = messages.read(message.body());
    } catch (UnreadableMessageException e) {
      return store.submit(tx -> quarantine(tx, message, e.code()));
    }
    return store
        .submit(tx -> accept(tx, message, told))
        .exceptionallyCompose(
            failure -> {
              if (cause(failure) instanceof LaporException trouble) {
                return CompletableFuture.failedFuture(trouble);
              }
              // Whatever cannot be applied must not come back for ever; its bytes are kept (C11).
              LOG.error(
                  "event {} could not be applied: {}",
                  message.reference(),
                  cause(failure).getClass().getName());
              return store.submit(tx -> quarantine(tx, message, "processing.failed"));
            });
  }

  private static Throwable cause(Throwable failure) {
    return failure instanceof CompletionException && failure.getCause() != null
        ? failure.getCause()
        : failure;
  }

  private Receipt accept(Tx tx, Message message, PortalState told) {
    Optional<Receipt> earlier = store.inbox().find(tx, SOURCE, message.eventId());
    if (earlier.isPresent()) {
      return repeated(tx, message, earlier.get());
    }
    Receipt receipt = new Receipt(message.reference(), false, "", message.hash());
    add(tx, message.eventId(), message, receipt, Optional.of(told.complaint().id()));
    intake.apply(tx, told, message.eventId(), message.at());
    return receipt;
  }

  private Receipt quarantine(Tx tx, Message message, String code) {
    Optional<Receipt> earlier = store.inbox().find(tx, SOURCE, message.eventId());
    if (earlier.isPresent()) {
      return repeated(tx, message, earlier.get());
    }
    Receipt receipt = new Receipt(message.reference(), true, code, message.hash());
    add(tx, message.eventId(), message, receipt, Optional.empty());
    store
        .audit()
        .append(
            tx,
            new AuditEntry(message.at(), SOURCE, Action.QUARANTINED, receipt.reference(), code));
    return receipt;
  }

  /** The same again gets the same answer; another content under a used id is an incident (C4). */
  private Receipt repeated(Tx tx, Message message, Receipt earlier) {
    if (earlier.contentHash().equals(message.hash())) {
      return earlier;
    }
    String eventId = message.eventId() + "#" + message.hash().substring(0, 16);
    Optional<Receipt> known = store.inbox().find(tx, SOURCE, eventId);
    if (known.isPresent()) {
      return known.get();
    }
    LOG.warn("event id of {} was used again with another content", earlier.reference());
    String reference = "in-" + Digests.of(SOURCE + "|" + eventId).substring(0, 16);
    Receipt receipt = new Receipt(reference, true, "event.id_reused", message.hash());
    add(tx, eventId, message, receipt, Optional.empty());
    store
        .audit()
        .append(
            tx,
            new AuditEntry(message.at(), SOURCE, Action.QUARANTINED, reference, "event.id_reused"));
    return receipt;
  }

  private void add(
      Tx tx, String eventId, Message message, Receipt receipt, Optional<TrackingId> complaint) {
    Inbox inbox = store.inbox();
    inbox.add(
        tx,
        new Arrival(
            SOURCE, eventId, message.at(), message.body(), message.hash(), receipt, complaint));
  }
}
