package id.aduan.lapor.notification.http;

import id.aduan.lapor.delivery.DeliveryResult;
import id.aduan.lapor.delivery.DeliveryResult.Accepted;
import id.aduan.lapor.delivery.DeliveryResult.Refused;
import id.aduan.lapor.delivery.DeliveryResult.Unknown;
import id.aduan.lapor.delivery.IdempotencyKey;
import id.aduan.lapor.http.HttpBounds;
import id.aduan.lapor.http.HttpCall;
import id.aduan.lapor.http.HttpFailure;
import id.aduan.lapor.http.HttpReply;
import id.aduan.lapor.http.HttpTransport;
import id.aduan.lapor.http.TlsIdentity;
import id.aduan.lapor.json.ModelJson;
import id.aduan.lapor.notification.Message;
import id.aduan.lapor.notification.Messenger;
import id.aduan.lapor.webhook.WebhookSigner;
import id.aduan.lapor.wire.HttpOutcome;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Pushes messages to the address that a contact names, as JSON signed by Standard Webhooks. Each
 * address is a server of its own, so all its trouble is the recipient's: one agency's must not hold
 * up another (C10). Safe for use by many threads.
 */
public final class WebhookMessenger implements Messenger {
  private static final String TYPE = "lapor.notification.";

  private final WebhookSigner signer;
  private final HttpBounds bounds;
  private final HttpTransport http;
  private final InstantSource time;

  /**
   * Makes a messenger.
   *
   * @param http stays the caller's to close
   */
  public WebhookMessenger(
      WebhookSigner signer, HttpBounds bounds, HttpTransport http, InstantSource time) {
    this.signer = signer;
    this.bounds = bounds;
    this.http = http;
    this.time = time;
  }

  /** What is pushed. */
  private record Pushed(String type, Instant timestamp, Data data) {}

  private record Data(
      String trackingId,
      String agency,
      String role,
      String subject,
      String text,
      Map<String, String> facts) {}

  @Override
  public DeliveryResult send(Message message, IdempotencyKey key) {
    Optional<URI> address = message.to().webhook();
    if (address.isEmpty()) {
      return new Refused("webhook.address", "the contact has no webhook");
    }
    byte[] body = ModelJson.write(pushed(message));
    Instant now = time.instant();
    Map<String, String> headers = new HashMap<>(signer.headers(key.value(), now, body));
    headers.put("Accept", "application/json");
    HttpCall call =
        new HttpCall(
            "POST",
            address.get(),
            headers,
            Optional.of(new HttpCall.Body("application/json", body)),
            bounds,
            TlsIdentity.SYSTEM);
    try {
      HttpReply reply = http.exchange(call);
      return reply.isSuccess()
          ? new Accepted("")
          : ofRecipient(
              HttpOutcome.of(call, reply, HttpOutcome.REFUSED, now),
              "the webhook was answered with " + reply.status());
    } catch (HttpFailure e) {
      return ofRecipient(HttpOutcome.of(e), words(e.kind()));
    }
  }

  private static String words(HttpFailure.Kind kind) {
    return switch (kind) {
      case NOT_SENT, NOT_WHOLE -> "the webhook could not be reached";
      case NOT_ADMITTED -> "the webhook does not admit us";
      case UNCERTAIN -> "the webhook gave no whole answer";
    };
  }

  /** In words of our own: the address of a chat's webhook is a credential, and stays untold. */
  private static DeliveryResult ofRecipient(DeliveryResult result, String words) {
    if (result instanceof Refused refused) {
      return new Refused(refused.code(), words);
    }
    return result instanceof Unknown ? new Unknown(words) : DeliveryResult.entryTrouble(words);
  }

  private static Pushed pushed(Message message) {
    return new Pushed(
        TYPE + message.kind().name().toLowerCase(Locale.ROOT),
        message.madeAt(),
        new Data(
            message.complaint().map(id -> id.value()).orElse(""),
            message.agency().map(code -> code.value()).orElse(""),
            message.role().key(),
            message.subject(),
            message.text(),
            message.facts()));
  }
}
