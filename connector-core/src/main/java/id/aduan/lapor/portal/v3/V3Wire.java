package id.aduan.lapor.portal.v3;

import com.fasterxml.jackson.databind.JsonNode;
import id.aduan.lapor.failure.FarEndException;
import id.aduan.lapor.http.HttpCall;
import id.aduan.lapor.http.HttpFailure;
import id.aduan.lapor.http.HttpReply;
import id.aduan.lapor.http.HttpTransport;
import id.aduan.lapor.http.RetryAfter;
import id.aduan.lapor.portal.UnreadableMessageException;
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
    HttpCall call = call("GET", settings.uri(path), Optional.empty(), settings.readDeadline());
    HttpReply reply;
    try {
      reply = transport.exchange(call);
    } catch (HttpFailure e) {
      throw FarEndException.unreachable(
          "the portal could not be read: " + e.getMessage() + "; nothing was stored", e);
    }
    if (!reply.isSuccess()) {
      throw refusal(call, reply);
    }
    try {
      return V3Json.parse(reply.body());
    } catch (UnreadableMessageException e) {
      throw FarEndException.contract(
          "portal answered "
              + reply.status()
              + " without readable JSON ("
              + e.code()
              + ") to "
              + call.summary()
              + "; nothing was stored");
    }
  }

  private FarEndException refusal(HttpCall call, HttpReply reply) {
    String what =
        "portal answered " + reply.status() + " to " + call.summary() + "; nothing was stored";
    int status = reply.status();
    if (status == 429 || status == 503) {
      return FarEndException.busy(what, RetryAfter.of(reply, time.instant()).orElse(Duration.ZERO));
    }
    return status == 404 || status == 410 || status == 400 || status == 422
        ? FarEndException.refused(what)
        : FarEndException.unreachable(what, null);
  }

  /** Posts a multipart form; the caller judges the answer. */
  HttpReply post(String path, HttpCall.Body body) throws HttpFailure {
    return transport.exchange(
        call("POST", settings.uri(path), Optional.of(body), settings.writeDeadline()));
  }

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
        deadline,
        HttpCall.REPLY_BYTES_MAX);
  }
}
