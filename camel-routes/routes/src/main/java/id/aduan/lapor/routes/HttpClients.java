package id.aduan.lapor.routes;

import id.aduan.lapor.http.HttpCall;
import java.io.IOException;
import java.net.ProxySelector;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.ChainElement;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.impl.routing.SystemDefaultRoutePlanner;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.client5.http.ssl.ClientTlsStrategyBuilder;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.http.ssl.TLS;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/** Apache's client with everything off that acts by itself, and a bound on everything. */
final class HttpClients {
  private static final Object UNSEALED = "unsealed";
  private static final String HANDED_OVER = "lapor.handed-over";
  private static final int CONNECTIONS_PER_HOST_MAX = 64;
  private static final int CONNECTIONS_MAX = 512;
  private static final int HEADER_LINE_CHARS_MAX = 64 * 1024;
  private static final int HEADERS_MAX = 200;
  private static final Duration IDLE_MAX = Duration.ofSeconds(30);
  private static final Duration CONNECTION_AGE_MAX = Duration.ofMinutes(5);

  /** A connection that rested longer is looked at first: the far end may have closed it (F48). */
  private static final Duration TRUSTED_FOR = Duration.ofMillis(250);

  private HttpClients() {}

  static HttpClientBuilder builder() {
    return HttpClientBuilder.create()
        .disableRedirectHandling()
        .disableAutomaticRetries()
        .disableCookieManagement()
        .disableContentCompression()
        .disableAuthCaching()
        .disableConnectionState()
        .disableDefaultUserAgent()
        .setRoutePlanner(new SystemDefaultRoutePlanner(ProxySelector.getDefault()))
        .evictIdleConnections(TimeValue.of(IDLE_MAX))
        .addExecInterceptorBefore(
            ChainElement.MAIN_TRANSPORT.name(),
            HANDED_OVER,
            (request, scope, chain) -> {
              scope.clientContext.setAttribute(HANDED_OVER, true);
              return chain.proceed(request, scope);
            });
  }

  /** How one request is made; only the time to connect differs. */
  @SuppressWarnings("deprecation") // the newer place for it is the same for all requests to a host
  static RequestConfig config(Duration connect) {
    return RequestConfig.custom()
        .setConnectTimeout(Timeout.of(connect))
        .setRedirectsEnabled(false)
        .setAuthenticationEnabled(false)
        .setContentCompressionEnabled(false)
        .setProtocolUpgradeEnabled(false)
        .setExpectContinueEnabled(false)
        .setDefaultKeepAlive(IDLE_MAX.toMillis(), TimeUnit.MILLISECONDS)
        .build();
  }

  /**
   * Says to the pool by which identity connections for this call are made. It hands out only
   * connections of an equal one, and those of none to anybody, so every call has one.
   */
  static HttpClientContext context(HttpCall call) {
    HttpClientContext context = HttpClientContext.create();
    boolean sealed = "https".equalsIgnoreCase(call.uri().getScheme());
    context.setUserToken(sealed ? call.tls().context() : UNSEALED);
    return context;
  }

  private static SSLSocket seal(
      Socket socket, String host, int port, @Nullable Object attachment, HttpContext context)
      throws IOException {
    if (!(HttpClientContext.cast(context).getUserToken() instanceof SSLContext identity)) {
      throw new SSLException("a connection without an identity");
    }
    return ClientTlsStrategyBuilder.create()
        .setSslContext(identity)
        .setTlsVersions(TLS.V_1_3, TLS.V_1_2)
        .buildClassic()
        .upgrade(socket, host, port, attachment, context);
  }

  /** Whether the request came as far as a connection that stood; before that nothing is sent. */
  static boolean handedOver(HttpContext context) {
    return context.getAttribute(HANDED_OVER) != null;
  }

  static PoolingHttpClientConnectionManager connections(DnsResolver resolver) {
    return PoolingHttpClientConnectionManagerBuilder.create()
        .setDnsResolver(resolver)
        .setTlsSocketStrategy(HttpClients::seal)
        .setMaxConnPerRoute(CONNECTIONS_PER_HOST_MAX)
        .setMaxConnTotal(CONNECTIONS_MAX)
        .setConnectionFactory(
            ManagedHttpClientConnectionFactory.builder()
                .http1Config(
                    Http1Config.custom()
                        .setMaxLineLength(HEADER_LINE_CHARS_MAX)
                        .setMaxHeaderCount(HEADERS_MAX)
                        .build())
                .build())
        .setDefaultConnectionConfig(
            ConnectionConfig.custom()
                .setValidateAfterInactivity(TimeValue.of(TRUSTED_FOR))
                .setTimeToLive(TimeValue.of(CONNECTION_AGE_MAX))
                .build())
        .build();
  }
}
