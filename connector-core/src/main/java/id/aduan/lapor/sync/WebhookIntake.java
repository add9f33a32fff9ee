package id.aduan.lapor.sync;

import id.aduan.lapor.delivery.Inbox.Receipt;
import id.aduan.lapor.failure.StoreException;
import id.aduan.lapor.portal.PortalMessages;
import id.aduan.lapor.portal.PortalState;
import id.aduan.lapor.portal.UnreadableMessageException;
import id.aduan.lapor.sync.Quarantine.Item;
import id.aduan.lapor.webhook.Verdict;
import id.aduan.lapor.webhook.WebhookHeaders;
import id.aduan.lapor.webhook.WebhookVerifier;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Takes the portal's callbacks: verified over their raw bytes, kept, applied and committed before
 * the answer is given (C1). Safe for use by many threads; never blocks on the store.
 */
public final class WebhookIntake {
  private static final String SOURCE = "portal.webhook";

  private final WebhookVerifier verifier;
  private final PortalMessages messages;
  private final ComplaintIntake intake;
  private final InstantSource time;
  private final EventInbox events;

  public WebhookIntake(
      CaseStore store,
      WebhookVerifier verifier,
      PortalMessages messages,
      ComplaintIntake intake,
      InstantSource time) {
    this.verifier = verifier;
    this.messages = messages;
    this.intake = intake;
    this.time = time;
    this.events = new EventInbox(store);
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
   * @return completes once what it says is durable; fails with {@link StoreException} when nothing
   *     was kept (503)
   */
  public CompletableFuture<Answer> receive(WebhookHeaders headers, byte[] body) {
    return EventInbox.answer(
        verifier.verify(headers, body),
        eventId -> keep(new Item(SOURCE, eventId, body, time.instant())));
  }

  private CompletableFuture<Receipt> keep(Item message) {
    PortalState told;
    try {
      told = messages.read(message.raw());
    } catch (UnreadableMessageException e) {
      return events.setAside(message, e.code());
    }
    return events
        .keep(
            message,
            Optional.of(told.complaint().id()),
            tx -> intake.apply(tx, told, message.eventId(), message.at()))
        .exceptionallyCompose(
            failure ->
                EventInbox.otherwise(
                    failure,
                    "event " + message.reference(),
                    () -> events.setAside(message, "processing.failed")));
  }
}
