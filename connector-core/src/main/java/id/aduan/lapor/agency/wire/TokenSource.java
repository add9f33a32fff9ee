package id.aduan.lapor.agency.wire;

import id.aduan.lapor.http.HttpBounds;
import id.aduan.lapor.http.HttpCall;
import id.aduan.lapor.http.HttpFailure;
import id.aduan.lapor.http.HttpFailure.Kind;
import id.aduan.lapor.http.HttpTransport;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The access token of one agency: fetched when it is first needed, renewed before its end, by one
 * thread at a time. While a token still lives, nobody waits for the next one, nor fails for want of
 * it. Safe for use by many threads.
 */
final class TokenSource {
  private static final Duration RENEWAL_MAX = Duration.ofSeconds(5);
  private static final Duration RENEWAL_PAUSE = Duration.ofSeconds(10);

  private final TokenRequest request;
  private final HttpEndpoint endpoint;
  private final HttpTransport http;
  private final InstantSource clock;
  private final AtomicReference<@Nullable AccessToken> held = new AtomicReference<>();
  private final AtomicReference<@Nullable CompletableFuture<AccessToken>> underWay =
      new AtomicReference<>();

  TokenSource(
      HttpAuth.OAuth2 client, HttpEndpoint endpoint, HttpTransport http, InstantSource clock) {
    this.request = new TokenRequest(client);
    this.endpoint = endpoint;
    this.http = http;
    this.clock = clock;
  }

  /**
   * A token that still counts.
   *
   * @param patience the most that fetching one may take
   * @throws HttpFailure when there is none; nothing was sent to the system itself
   */
  AccessToken token(Duration patience) throws HttpFailure {
    AccessToken token = held.get();
    Instant now = clock.instant();
    if (token != null && token.isFresh(now)) {
      return token;
    }
    boolean alive = token != null && token.isAlive(now);
    CompletableFuture<AccessToken> mine = new CompletableFuture<>();
    CompletableFuture<AccessToken> others = underWay.compareAndExchange(null, mine);
    if (others != null) {
      return token != null && alive ? token : await(others, patience);
    }
    try {
      AccessToken next = next(token != null && alive ? token : null, patience);
      mine.complete(next);
      return next;
    } catch (HttpFailure | RuntimeException e) {
      mine.completeExceptionally(e);
      throw e;
    } finally {
      underWay.set(null);
    }
  }

  /** Drops a token that the system refused, unless another one took its place meanwhile. */
  void forget(AccessToken refused) {
    var unused = held.updateAndGet(now -> now != null && now.isSameAs(refused) ? null : now);
  }

  private AccessToken next(@Nullable AccessToken living, Duration patience) throws HttpFailure {
    AccessToken fetchedMeanwhile = held.get();
    if (fetchedMeanwhile != null && fetchedMeanwhile.isFresh(clock.instant())) {
      return fetchedMeanwhile;
    }
    if (living != null) {
      return renew(living, patience.dividedBy(2));
    }
    AccessToken next = fetch(patience);
    held.set(next);
    return next;
  }

  private AccessToken renew(AccessToken token, Duration patience) {
    try {
      AccessToken next = fetch(patience.compareTo(RENEWAL_MAX) < 0 ? patience : RENEWAL_MAX);
      held.set(next);
      return next;
    } catch (HttpFailure e) {
      // The old one counts still. If this lasts, the call that finds no token at all will tell.
      AccessToken again = token.renewedNotBefore(clock.instant().plus(RENEWAL_PAUSE));
      held.compareAndSet(token, again);
      return again;
    }
  }

  private AccessToken fetch(Duration patience) throws HttpFailure {
    Instant asked = clock.instant();
    HttpBounds bounds =
        new HttpBounds(endpoint.bounds().connect(), patience, TokenRequest.REPLY_BYTES_MAX);
    HttpCall call = request.call(bounds, endpoint.tls());
    try {
      return TokenRequest.read(call, http.exchange(call), asked);
    } catch (HttpFailure e) {
      if (e.kind() == Kind.UNCERTAIN) {
        throw new HttpFailure(Kind.NOT_SENT, e.getMessage() + TokenRequest.NOTHING_SENT, e);
      }
      throw e;
    }
  }

  private static AccessToken await(CompletableFuture<AccessToken> others, Duration patience)
      throws HttpFailure {
    try {
      return others.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new HttpFailure(Kind.NOT_SENT, "interrupted while waiting for an access token", e);
    } catch (TimeoutException e) {
      throw new HttpFailure(Kind.NOT_SENT, "no access token within " + patience, e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof HttpFailure failure) {
        throw failure;
      }
      throw new IllegalStateException("an access token could not be fetched", e);
    }
  }
}
