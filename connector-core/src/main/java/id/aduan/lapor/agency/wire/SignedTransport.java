package id.aduan.lapor.agency.wire;

import id.aduan.lapor.http.HttpCall;
import id.aduan.lapor.http.HttpFailure;
import id.aduan.lapor.http.HttpFailure.Kind;
import id.aduan.lapor.http.HttpReply;
import id.aduan.lapor.http.HttpTransport;
import java.io.OutputStream;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Carries the calls of one endpoint, with its credentials. What it takes to get a token counts
 * within the deadline of the call. Safe for use by many threads.
 */
final class SignedTransport implements HttpTransport {
  private final HttpEndpoint endpoint;
  private final HttpTransport http;
  private final Optional<TokenSource> tokens;

  SignedTransport(HttpEndpoint endpoint, HttpTransport http, InstantSource clock) {
    this.endpoint = endpoint;
    this.http = http;
    tokens =
        endpoint.auth() instanceof HttpAuth.OAuth2 client
            ? Optional.of(new TokenSource(client, endpoint, http, clock))
            : Optional.empty();
  }

  @Override
  public HttpReply exchange(HttpCall call) throws HttpFailure {
    return signed(call, http::exchange);
  }

  @Override
  public HttpReply download(HttpCall call, long bytesMax, OutputStream to) throws HttpFailure {
    return signed(call, it -> http.download(it, bytesMax, to));
  }

  /** A way to carry a call. */
  private interface Way {
    HttpReply send(HttpCall call) throws HttpFailure;
  }

  private HttpReply signed(HttpCall call, Way way) throws HttpFailure {
    if (!isOurs(call.uri())) {
      throw new HttpFailure(
          Kind.NOT_SENT, call.summary() + ": the credentials are for another host");
    }
    return endpoint.auth() instanceof HttpAuth.Fixed fixed
        ? way.send(call.with(fixed.headers(), call.bounds()))
        : withToken(call, tokens.orElseThrow(), way);
  }

  private boolean isOurs(URI uri) {
    return Objects.equals(uri.getScheme(), endpoint.base().getScheme())
        && Objects.equals(uri.getRawAuthority(), endpoint.base().getRawAuthority());
  }

  private HttpReply withToken(HttpCall call, TokenSource source, Way way) throws HttpFailure {
    long begun = System.nanoTime();
    AccessToken token = source.token(call.bounds().deadline());
    Duration left = call.bounds().deadline().minusNanos(System.nanoTime() - begun);
    if (left.toMillis() <= 0) {
      throw new HttpFailure(
          Kind.NOT_SENT, call.summary() + ": the access token came too late, nothing was sent");
    }
    HttpReply reply =
        way.send(
            call.with(
                Map.of("Authorization", "Bearer " + token.text().reveal()),
                call.bounds().within(left)));
    if (reply.status() == 401) {
      source.forget(token);
    }
    return reply;
  }
}
