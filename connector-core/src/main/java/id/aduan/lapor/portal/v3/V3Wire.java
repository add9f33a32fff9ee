package id.aduan.lapor.portal.v3;

import com.fasterxml.jackson.databind.JsonNode;
import id.aduan.lapor.delivery.DeliveryResult;
import id.aduan.lapor.failure.FarEndException;
import id.aduan.lapor.http.HttpBounds;
import id.aduan.lapor.http.HttpCall;
import id.aduan.lapor.http.HttpFailure;
import id.aduan.lapor.http.HttpReply;
import id.aduan.lapor.http.HttpTransport;
import id.aduan.lapor.portal.UnreadableMessageException;
import id.aduan.lapor.wire.HttpOutcome;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/**
 * Makes the calls with both authentication headers, and classifies how reading ones end: the
 * gateway in front of the portal answers faults in XML, HTML or JSON (portal-wire 2.11), so the
 * status decides before the body does.
 */
final class V3Wire {
  private final V3Settings settings;
  private final HttpTransport transport;
  private final InstantSource time;

  V3Wire(V3Settings settings, HttpTransport transport, InstantSource time) {
    this.settings = settings;
    this.transport = transport;
    this.time = time;
  }

  /** Reads a JSON answer of a call that changes nothing. */
  JsonNode get(String path) {
    HttpCall call = call("GET", settings.uri(path), Optional.empty(), settings.calls().read());
    HttpReply reply;
    try {
      reply = transport.exchange(call);
    } catch (HttpFailure e) {
      throw HttpOutcome.unread(e);
    }
    if (!reply.isSuccess()) {
      throw HttpOutcome.unread(call, reply, time.instant());
    }
    try {
      return V3Json.parse(reply.body());
    } catch (UnreadableMessageException e) {
      throw FarEndException.contract(
          call.summary()
              + " was answered with "
              + reply.status()
              + " without readable JSON ("
              + e.code()
              + "); nothing was read");
    }
  }

  /**
   * Posts a form. A success by its status is the caller's to judge; any other end is its outcome.
   */
  Posted post(String path, HttpCall.Body body) {
    HttpCall call = call("POST", settings.uri(path), Optional.of(body), settings.calls().write());
    try {
      HttpReply reply = transport.exchange(call);
      return reply.isSuccess()
          ? new Answered(reply)
          : new Ended(HttpOutcome.of(call, reply, HttpOutcome.REFUSED, time.instant()));
    } catch (HttpFailure e) {
      return new Ended(HttpOutcome.of(e));
    }
  }

  /** How a post came out. */
  sealed interface Posted {}

  /** With a status of success, whatever the body says. */
  record Answered(HttpReply reply) implements Posted {}

  /** Otherwise. */
  record Ended(DeliveryResult result) implements Posted {}

  private HttpCall call(String method, URI uri, Optional<HttpCall.Body> body, Duration deadline) {
    V3Credentials credentials = settings.credentials();
    return new HttpCall(
        method,
        uri,
        Map.of(
            "Accept",
            "application/json",
            credentials.header(),
            credentials.value().reveal(),
            "token",
            credentials.token().reveal()),
        body,
        new HttpBounds(settings.calls().connect(), deadline, HttpBounds.REPLY_BYTES_MAX),
        settings.calls().tls());
  }
}
