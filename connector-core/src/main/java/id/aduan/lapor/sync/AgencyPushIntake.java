package id.aduan.lapor.sync;

import id.aduan.lapor.agency.AgencyAdapter;
import id.aduan.lapor.agency.PushedMessage;
import id.aduan.lapor.agency.PushedMessage.Changes;
import id.aduan.lapor.agency.TicketChange;
import id.aduan.lapor.complaint.AgencyCode;
import id.aduan.lapor.delivery.Inbox.Receipt;
import id.aduan.lapor.failure.StoreException;
import id.aduan.lapor.store.Tx;
import id.aduan.lapor.sync.Quarantine.Item;
import id.aduan.lapor.sync.WebhookIntake.Answer;
import id.aduan.lapor.webhook.WebhookCheck;
import id.aduan.lapor.webhook.WebhookHeaders;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes what one agency's system pushes: verified over its raw bytes by that agency's own
 * credential, kept, applied and committed before the answer is given (C1). A change that a poll
 * tells as well has one effect, whichever came first: both know it by the system's id of it (C3).
 *
 * <p>It speaks for this agency alone: a ticket or a reference that is not this agency's is passed
 * over as a poll would, and the sender is not told so. Safe for use by many threads; never blocks
 * on the store.
 */
public final class AgencyPushIntake {
  private static final Logger LOG = LoggerFactory.getLogger(AgencyPushIntake.class);

  private final AgencyCode agency;
  private final AgencyAdapter adapter;
  private final WebhookCheck credential;
  private final CaseStore store;
  private final AnswerIntake answers;
  private final InstantSource time;
  private final EventInbox events;

  /**
   * Makes an intake.
   *
   * @param adapter with {@link id.aduan.lapor.agency.Capability#PUSH}
   * @param credential judges a callback by its headers and the raw bytes of its body
   */
  public AgencyPushIntake(
      AgencyCode agency,
      AgencyAdapter adapter,
      WebhookCheck credential,
      Reception reception,
      AnswerIntake answers) {
    this.agency = agency;
    this.adapter = adapter;
    this.credential = credential;
    this.store = reception.store();
    this.answers = answers;
    this.time = reception.time();
    this.events = new EventInbox(reception, agency.value());
  }

  /** The headers that prove a push; no other is asked for (S3). */
  WebhookHeaders headersOf(Function<String, List<String>> valuesOf) {
    return credential.headersOf(valuesOf);
  }

  /**
   * Takes one callback. One with more than {@link PushedMessage#CHANGES_MAX} changes is kept aside.
   *
   * @param body the raw bytes as they came over the wire
   * @return completes once what it says is durable; fails with {@link StoreException} when nothing
   *     was kept, the agency being switched off included (503)
   */
  public CompletableFuture<Answer> receive(WebhookHeaders headers, byte[] body) {
    return EventInbox.answer(
        credential.verify(headers, body),
        eventId -> keep(new Item(source(agency), eventId, body, time.instant())));
  }

  private static String source(AgencyCode agency) {
    return "agency." + agency + ".webhook";
  }

  private CompletableFuture<Receipt> keep(Item message) {
    PushedMessage told = read(message);
    if (told instanceof PushedMessage.Broken broken) {
      return events.setAside(message, broken.code());
    }
    Changes changes = (Changes) told;
    if (changes.changes().size() + changes.unreadable().size() > PushedMessage.CHANGES_MAX) {
      return events.setAside(message, "payload.too_many");
    }
    if (changes.changes().isEmpty() && !changes.unreadable().isEmpty()) {
      LOG.warn("what {} pushed {}", agency, changes.unreadable().get(0).reason());
      return events.setAside(message, "payload.shape");
    }
    return events
        .keep(message, Optional.empty(), tx -> apply(tx, changes, message.at()))
        .exceptionallyCompose(
            failure ->
                EventInbox.otherwise(
                    failure,
                    "what " + agency + " pushed as " + message.reference(),
                    () -> oneByOne(message, changes)));
  }

  /** A reader that fails would fail each time, so that the message must not come again (C11). */
  private PushedMessage read(Item message) {
    try {
      return adapter.pushed(message.raw());
    } catch (RuntimeException | LinkageError | StackOverflowError e) {
      LOG.error(
          "what {} pushed as {} could not be read: {}",
          agency,
          message.reference(),
          e.getClass().getName());
      return new PushedMessage.Broken("processing.failed");
    }
  }

  private void apply(Tx tx, Changes told, Instant now) {
    told.changes().forEach(change -> answers.apply(tx, agency, change, now));
    told.unreadable().forEach(change -> answers.setAside(tx, agency, change, now));
  }

  /**
   * One that cannot be applied costs only itself. The message is kept last: cut short before it,
   * the sender repeats it, and what was applied is known by its id.
   */
  private CompletableFuture<Receipt> oneByOne(Item message, Changes told) {
    CompletableFuture<Boolean> before = CompletableFuture.completedFuture(true);
    for (TicketChange change : told.changes()) {
      before = before.thenCompose(done -> alone(change, message.at()));
    }
    Changes rest = new Changes(List.of(), told.unreadable());
    return before.thenCompose(
        done -> events.keep(message, Optional.empty(), tx -> apply(tx, rest, message.at())));
  }

  private CompletableFuture<Boolean> alone(TicketChange change, Instant now) {
    return done(tx -> answers.apply(tx, agency, change, now))
        .exceptionallyCompose(
            failure ->
                EventInbox.otherwise(
                    failure,
                    "a change of " + agency,
                    () -> done(tx -> answers.setAside(tx, agency, change, now))));
  }

  private CompletableFuture<Boolean> done(Consumer<Tx> work) {
    return store.submit(
        tx -> {
          work.accept(tx);
          return true;
        });
  }
}
