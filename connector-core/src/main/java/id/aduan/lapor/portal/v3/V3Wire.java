package id.aduan.lapor.portal.v3;

import com.fasterxml.jackson.databind.JsonNode;
import id.aduan.lapor.attachment.FileSource;
import id.aduan.lapor.delivery.DeliveryResult;
import id.aduan.lapor.failure.FarEndException;
import id.aduan.lapor.http.HttpBounds;
import id.aduan.lapor.http.HttpCall;
import id.aduan.lapor.http.HttpFailure;
import id.aduan.lapor.http.HttpReply;
import id.aduan.lapor.http.HttpTransport;
import id.aduan.lapor.http.TlsIdentity;
import id.aduan.lapor.portal.UnreadableMessageException;
import id.aduan.lapor.portal.profile.Call;
import id.aduan.lapor.portal.profile.V3Profile.Gateway;
import id.aduan.lapor.wire.HttpFileSource;
import id.aduan.lapor.wire.HttpOutcome;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Makes the calls with both authentication headers, and classifies how they end: the gateway in
 * front of the portal answers faults in XML, HTML or JSON (portal-wire 2.11), so the status decides
 * first, and a code of the gateway's in the body may say what the status leaves open.
 */
final class V3Wire {
  /** A file of 50 MB on a line of two megabits a second. */
  private static final Duration FILE_DEADLINE = Duration.ofMinutes(5);

  private final V3Settings settings;
  private final HttpTransport transport;
  private final InstantSource time;

  V3Wire(V3Settings settings, HttpTransport transport, InstantSource time) {
    this.settings = settings;
    this.transport = transport;
    this.time = time;
  }

  /** Reads a JSON answer of a call that changes nothing. */
  JsonNode read(Call how, Map<String, String> more) {
    return read(how.method(), settings.uri(how.target(more)));
  }

  JsonNode read(String method, URI uri) {
    HttpCall call = call(method, uri, Optional.empty(), settings.calls().read());
    HttpReply reply;
    try {
      reply = transport.read(call);
    } catch (HttpFailure e) {
      throw HttpOutcome.unread(e);
    }
    if (!reply.isSuccess()) {
      throw unread(call, reply);
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

  private FarEndException unread(HttpCall call, HttpReply reply) {
    Instant now = time.instant();
    return GatewayFault.byCode(reply, settings.profile().gateway())
        .or(() -> GatewayFault.byMarkup(reply))
        .map(fault -> fault.trouble(what(call, reply), reply, now))
        .orElseGet(() -> HttpOutcome.unread(call, reply, now));
  }

  /**
   * Sends a call that writes. A success by its status is the caller's to judge; any other end is
   * its outcome.
   */
  Posted send(Call how, HttpCall.Body body) {
    HttpCall call =
        call(
            how.method(),
            settings.uri(how.target(Map.of())),
            Optional.of(body),
            settings.calls().write());
    try {
      HttpReply reply = transport.exchange(call);
      return reply.isSuccess() ? new Answered(reply) : new Ended(end(call, reply));
    } catch (HttpFailure e) {
      return new Ended(HttpOutcome.of(e));
    }
  }

  /** A code is taken for proof only where the profile says that it is (C7). */
  private DeliveryResult end(HttpCall call, HttpReply reply) {
    Instant now = time.instant();
    Gateway gateway = settings.profile().gateway();
    return GatewayFault.byMarkup(reply)
        .or(() -> gateway.proves() ? GatewayFault.byCode(reply, gateway) : Optional.empty())
        .map(fault -> fault.result(what(call, reply), reply, now))
        .orElseGet(() -> HttpOutcome.of(call, reply, HttpOutcome.REFUSED, now));
  }

  private static String what(HttpCall call, HttpReply reply) {
    return call.summary() + " was answered with " + reply.status();
  }

  /** How a call came out. */
  sealed interface Posted {}

  /** With a status of success, whatever the body says. */
  record Answered(HttpReply reply) implements Posted {}

  /** Otherwise. */
  record Ended(DeliveryResult result) implements Posted {}

  /** Fetches files from the portal's own host as itself, and from others as nobody. */
  FileSource files() {
    Map<String, HttpFileSource.Host> hosts = new HashMap<>();
    for (URI host : settings.calls().fileHosts()) {
      hosts.put(HttpFileSource.origin(host), new HttpFileSource.Host(Map.of(), TlsIdentity.SYSTEM));
    }
    V3Credentials credentials = settings.credentials();
    hosts.put(
        HttpFileSource.origin(settings.baseUri()),
        new HttpFileSource.Host(
            Map.of(
                credentials.header(),
                credentials.value().reveal(),
                credentials.tokenHeader(),
                credentials.token().reveal()),
            settings.calls().tls()));
    HttpBounds bounds =
        new HttpBounds(settings.calls().connect(), FILE_DEADLINE, HttpBounds.REPLY_BYTES_MAX);
    return new HttpFileSource(transport, hosts, bounds, time);
  }

  private HttpCall call(String method, URI uri, Optional<HttpCall.Body> body, Duration deadline) {
    V3Credentials credentials = settings.credentials();
    return new HttpCall(
        method,
        uri,
        Map.of(
            "Accept",
            settings.profile().headers().accept(),
            credentials.header(),
            credentials.value().reveal(),
            credentials.tokenHeader(),
            credentials.token().reveal()),
        body,
        new HttpBounds(settings.calls().connect(), deadline, HttpBounds.REPLY_BYTES_MAX),
        settings.calls().tls());
  }
}
