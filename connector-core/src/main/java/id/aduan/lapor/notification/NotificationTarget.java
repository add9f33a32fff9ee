package id.aduan.lapor.notification;

import id.aduan.lapor.audit.AuditEntry.Action;
import id.aduan.lapor.delivery.Alert;
import id.aduan.lapor.delivery.DeliveryResult;
import id.aduan.lapor.delivery.DeliveryResult.Accepted;
import id.aduan.lapor.delivery.DeliveryResult.Refused;
import id.aduan.lapor.delivery.DeliveryResult.RetryLater;
import id.aduan.lapor.delivery.DeliveryResult.Trouble;
import id.aduan.lapor.delivery.DeliveryTarget;
import id.aduan.lapor.delivery.Envelope;
import id.aduan.lapor.delivery.Lookup;
import id.aduan.lapor.json.ModelJson;
import id.aduan.lapor.store.Tx;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * One way of messages as a target of the engine. A person's mailbox that is full must not hold up
 * the next message about the same case, nor wait for an operator, so no entry is ever parked by it:
 * what its recipient refuses, or cannot take in {@value #ATTEMPTS_MAX} attempts, is settled and
 * recorded as failed. Trouble of the server costs no attempt and is retried without bound (C9). A
 * message whose end is unknown goes out again under the same key: twice is better than never.
 */
public final class NotificationTarget implements DeliveryTarget {
  /** So many attempts at one recipient, then it is given up. */
  public static final int ATTEMPTS_MAX = 5;

  /** The code of a message to an office that has no address for its way (any more). */
  public static final String NO_CONTACT = "no-contact";

  /** What precedes the code in the reference of an entry that was settled without being sent. */
  static final String GIVEN_UP = "given up: ";

  private static final List<Duration> PAUSES =
      List.of(
          Duration.ofMinutes(1),
          Duration.ofMinutes(5),
          Duration.ofMinutes(15),
          Duration.ofMinutes(30));
  private static final int CODE_CHARACTERS_MAX = 100;

  private final Channel channel;
  private final Messenger messenger;
  private final NotificationStores stores;
  private final Directory directory;
  private final InstantSource time;
  private final Told told;

  /**
   * Who is told what came of messages.
   *
   * @param sent of those that open a case for an agency
   * @param alerts of those that were given up
   */
  public record Told(Sent sent, Consumer<Alert> alerts) {}

  public NotificationTarget(
      Channel channel,
      Messenger messenger,
      NotificationStores stores,
      Directory directory,
      InstantSource time,
      Told told) {
    this.channel = channel;
    this.messenger = messenger;
    this.stores = stores;
    this.directory = directory;
    this.time = time;
    this.told = told;
  }

  @Override
  public DeliveryResult deliver(Envelope envelope) {
    Draft draft = ModelJson.read(envelope.payload(), Draft.class);
    Optional<Contact> contact =
        directory
            .find(draft.agency(), draft.role())
            .filter(known -> known.channels().contains(channel));
    return contact
        .map(known -> decide(messenger.send(draft.to(known), envelope.key()), envelope.attempts()))
        .orElseGet(() -> new Accepted(GIVEN_UP + NO_CONTACT));
  }

  /** What the engine is told, which never parks an entry by it. Pure. */
  static DeliveryResult decide(DeliveryResult result, int attemptsBefore) {
    boolean last = attemptsBefore + 1 >= ATTEMPTS_MAX;
    if (result instanceof Accepted accepted && accepted.reference().startsWith(GIVEN_UP)) {
      return new Accepted(""); // a server's own words are not ours
    }
    if (result instanceof Refused refused) {
      return givenUp(refused.code());
    }
    if (result instanceof RetryLater later && later.trouble() == Trouble.ENTRY) {
      Duration pause = PAUSES.get(Math.min(attemptsBefore, PAUSES.size() - 1));
      return last
          ? givenUp("attempts-used-up: " + later.detail())
          : new RetryLater(Trouble.ENTRY, later.detail(), Optional.of(pause));
    }
    return result instanceof DeliveryResult.Unknown && last ? givenUp("end-unknown") : result;
  }

  private static DeliveryResult givenUp(String code) {
    return new Accepted(GIVEN_UP + code.substring(0, Math.min(CODE_CHARACTERS_MAX, code.length())));
  }

  /** Each webhook is a server of its own; a mail server or gateway that refuses one is well. */
  @Override
  public boolean isRecipients(DeliveryResult result) {
    return isRecipients(channel, result);
  }

  static boolean isRecipients(Channel channel, DeliveryResult result) {
    return channel == Channel.WEBHOOK
        || (result instanceof RetryLater later && later.trouble() == Trouble.ENTRY);
  }

  @Override
  public Lookup lookUp(Envelope envelope) {
    return new Lookup.CannotTell("no server of messages can be asked for one", false);
  }

  @Override
  public boolean canLookUp(Envelope envelope) {
    return false;
  }

  @Override
  public boolean honoursKeys(Envelope envelope) {
    return true;
  }

  @Override
  public void accepted(Tx tx, Envelope envelope, String reference) {
    Notification row =
        stores
            .log()
            .find(tx, envelope.key().value())
            .orElseThrow(() -> new IllegalStateException("a message is not in the log"));
    Instant now = time.instant();
    if (reference.startsWith(GIVEN_UP)) {
      fail(tx, row, reference.substring(GIVEN_UP.length()), now);
      return;
    }
    stores.log().save(tx, row.sent(now, reference));
    audit(tx, row, Action.NOTIFICATION_SENT, reference, now);
    if (row.kind().opensCase() && row.role() == Role.LIAISON) {
      row.agency().ifPresent(agency -> told.sent().sent(tx, row.complaint(), agency, now));
    }
  }

  private void fail(Tx tx, Notification row, String code, Instant now) {
    stores.log().save(tx, row.failed(now, code));
    audit(tx, row, Action.NOTIFICATION_FAILED, code, now);
    Alert alert = Trail.givenUp(row, code);
    tx.afterCommit(() -> told.alerts().accept(alert));
  }

  private void audit(Tx tx, Notification row, Action action, String detail, Instant now) {
    stores.audit().append(tx, Trail.entry(row, action, "connector", detail, now));
  }
}
