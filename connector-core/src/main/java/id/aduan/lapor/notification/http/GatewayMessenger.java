package id.aduan.lapor.notification.http;

import id.aduan.lapor.delivery.DeliveryResult;
import id.aduan.lapor.delivery.DeliveryResult.Accepted;
import id.aduan.lapor.delivery.DeliveryResult.Refused;
import id.aduan.lapor.delivery.IdempotencyKey;
import id.aduan.lapor.http.HttpCall;
import id.aduan.lapor.http.HttpFailure;
import id.aduan.lapor.http.HttpReply;
import id.aduan.lapor.http.HttpTransport;
import id.aduan.lapor.json.JsonObject;
import id.aduan.lapor.notification.Message;
import id.aduan.lapor.notification.Messenger;
import id.aduan.lapor.notification.PhoneNumber;
import id.aduan.lapor.wire.HttpOutcome;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Sends short messages through a gateway. What it refuses (400, 404, 413, 422 and the like) is
 * refused for good. What proves that nothing was sent is repeated without bound; a 5xx does not, so
 * it is repeated a few times under the same key. Safe for use by many threads.
 */
public final class GatewayMessenger implements Messenger {
  private static final Pattern REFERENCE = Pattern.compile("[\\x21-\\x7e]{1,100}");

  private final GatewayConfig config;
  private final HttpTransport http;
  private final InstantSource time;

  /**
   * Makes a messenger.
   *
   * @param http stays the caller's to close
   */
  public GatewayMessenger(GatewayConfig config, HttpTransport http, InstantSource time) {
    this.config = config;
    this.http = config.endpoint().over(http, time);
    this.time = time;
  }

  @Override
  public DeliveryResult send(Message message, IdempotencyKey key) {
    Optional<PhoneNumber> number = message.to().phone();
    if (number.isEmpty()) {
      return new Refused("gateway.number", "the contact has no number");
    }
    Map<String, String> values =
        Map.of(
            "to", number.get().value(),
            "to_digits", number.get().value().substring(1),
            "text", message.text(),
            "id", key.value());
    Map<String, String> headers = new HashMap<>(config.headers());
    headers.put("Accept", "application/json");
    headers.put("Idempotency-Key", key.value());
    HttpCall call =
        config
            .endpoint()
            .call("POST", config.path(), headers, Optional.of(config.body().fill(values)));
    try {
      return outcome(call, http.exchange(call), time.instant());
    } catch (HttpFailure e) {
      return HttpOutcome.of(e);
    }
  }

  private DeliveryResult outcome(HttpCall call, HttpReply reply, Instant now) {
    if (config.isSuccess(reply.status())) {
      return new Accepted(reference(reply));
    }
    return HttpOutcome.of(call, reply, HttpOutcome.REFUSED, now);
  }

  /** What the gateway calls the message; a word of another form is none. */
  private String reference(HttpReply reply) {
    return config
        .messageId()
        .flatMap(place -> JsonObject.parse(reply.text()).flatMap(it -> it.at(place)))
        .filter(text -> REFERENCE.matcher(text).matches())
        .orElse("");
  }
}
