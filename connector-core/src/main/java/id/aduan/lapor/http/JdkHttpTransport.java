package id.aduan.lapor.http;

import id.aduan.lapor.http.HttpFailure.Kind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLParameters;
import org.jspecify.annotations.Nullable;

/**
 * The JDK's own client: no dependency. It has one connect timeout and one TLS identity for all that
 * it calls, so there is a client, with connections of its own, for each pair of them. Of a name
 * with several addresses it tries the first alone, IPv4 before IPv6 unless {@code
 * java.net.preferIPv6Addresses} says otherwise (F47).
 */
public final class JdkHttpTransport implements HttpTransport {
  private static final int CLIENTS_MAX = 64;
  private static final String[] TLS_VERSIONS = {"TLSv1.3", "TLSv1.2"};

  /** The one that was not used for longest goes first, and ends with its last call. */
  private final Map<Terms, HttpClient> clients =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Terms, HttpClient> eldest) {
          return size() > CLIENTS_MAX;
        }
      };

  private record Terms(Duration connect, SSLContext tls) {}

  private HttpClient client(HttpCall call) {
    Terms terms = new Terms(call.bounds().connect(), call.tls().context());
    synchronized (clients) {
      return clients.computeIfAbsent(terms, JdkHttpTransport::client);
    }
  }

  private static HttpClient client(Terms terms) {
    return HttpClient.newBuilder()
        .followRedirects(HttpClient.Redirect.NEVER)
        .version(HttpClient.Version.HTTP_1_1)
        .connectTimeout(terms.connect())
        .sslContext(terms.tls())
        .sslParameters(new SSLParameters(null, TLS_VERSIONS))
        .build();
  }

  @Override
  public HttpReply exchange(HttpCall call) throws HttpFailure {
    return send(call, info -> new BoundedBody(call.bounds().replyBytesMax()));
  }

  @Override
  public HttpReply download(HttpCall call, long bytesMax, OutputStream to) throws HttpFailure {
    try (StreamedBody streamed = new StreamedBody(bytesMax, to)) {
      return send(
          call,
          info ->
              info.statusCode() / 100 == 2
                  ? streamed.of(info)
                  : new BoundedBody(call.bounds().replyBytesMax()));
    } catch (HttpFailure e) {
      if (e.getCause() instanceof StreamedBody.TooLarge) {
        throw HttpFailure.tooLarge(call, bytesMax);
      }
      throw e;
    }
  }

  private HttpReply send(HttpCall call, BodyHandler<byte[]> handler) throws HttpFailure {
    HttpSyntax.check(call);
    CompletableFuture<HttpResponse<byte[]>> pending =
        client(call).sendAsync(request(call), handler);
    try {
      HttpResponse<byte[]> response =
          pending.get(call.bounds().deadline().toMillis(), TimeUnit.MILLISECONDS);
      Map<String, String> headers = new HashMap<>();
      response
          .headers()
          .map()
          .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.get(0)));
      return new HttpReply(response.statusCode(), headers, response.body());
    } catch (TimeoutException e) {
      pending.cancel(true);
      throw new HttpFailure(
          Kind.UNCERTAIN,
          call.summary() + ": no whole answer within " + call.bounds().deadline(),
          e);
    } catch (InterruptedException e) {
      pending.cancel(true);
      Thread.currentThread().interrupt();
      throw new HttpFailure(Kind.UNCERTAIN, call.summary() + ": interrupted", e);
    } catch (ExecutionException e) {
      throw failure(call, e.getCause() == null ? e : e.getCause());
    }
  }

  private static HttpRequest request(HttpCall call) throws HttpFailure {
    try {
      HttpRequest.Builder request = HttpRequest.newBuilder(call.uri());
      call.headers().forEach(request::setHeader);
      call.body().ifPresent(body -> request.setHeader("Content-Type", body.contentType()));
      return request
          .method(
              call.method(),
              call.body().map(body -> publisher(body.content())).orElseGet(BodyPublishers::noBody))
          .build();
    } catch (IllegalArgumentException e) {
      // The JDK's text may hold the header's value, so it is not passed on.
      throw new HttpFailure(
          Kind.NOT_SENT, call.summary() + ": a header or the address is not legal in HTTP");
    }
  }

  private static BodyPublisher publisher(Content content) {
    return content instanceof Content.InMemory here
        ? BodyPublishers.ofByteArray(here.bytes())
        : new StreamedRequest(content);
  }

  private static HttpFailure failure(HttpCall call, Throwable cause) {
    if (HttpFailure.isOurs(cause)) {
      return HttpFailure.notWhole(call, cause);
    }
    String what = call.summary() + ": " + cause.getClass().getSimpleName();
    return new HttpFailure(provesNothingSent(cause) ? Kind.NOT_SENT : Kind.UNCERTAIN, what, cause);
  }

  private static boolean provesNothingSent(Throwable cause) {
    return cause instanceof ConnectException
        || cause instanceof HttpConnectTimeoutException
        || cause instanceof UnknownHostException
        || cause instanceof UnresolvedAddressException
        || cause instanceof SSLHandshakeException;
  }

  /** Keeps at most so many bytes, and ends the exchange when more come. */
  private static final class BoundedBody implements BodySubscriber<byte[]> {
    private final int bytesMax;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final CompletableFuture<byte[]> whole = new CompletableFuture<>();
    private Flow.@Nullable Subscription subscription;

    BoundedBody(int bytesMax) {
      this.bytesMax = bytesMax;
    }

    @Override
    public CompletionStage<byte[]> getBody() {
      return whole;
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
      this.subscription = subscription;
      subscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
      for (ByteBuffer buffer : buffers) {
        if (bytes.size() + buffer.remaining() > bytesMax) {
          if (subscription != null) {
            subscription.cancel();
          }
          whole.completeExceptionally(
              new IOException("the answer is larger than " + bytesMax + " bytes"));
          return;
        }
        byte[] chunk = new byte[buffer.remaining()];
        buffer.get(chunk);
        bytes.writeBytes(chunk);
      }
    }

    @Override
    public void onError(Throwable cause) {
      whole.completeExceptionally(cause);
    }

    @Override
    public void onComplete() {
      whole.complete(bytes.toByteArray());
    }
  }
}
