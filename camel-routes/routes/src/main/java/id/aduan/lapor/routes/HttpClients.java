package id.aduan.lapor.routes;

import java.net.ProxySelector;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.ChainElement;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.impl.routing.SystemDefaultRoutePlanner;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/** Apache's client with everything off that acts by itself, and a bound on everything. */
final class HttpClients {
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
        .setDefaultRequestConfig(
            RequestConfig.custom()
                .setRedirectsEnabled(false)
                .setAuthenticationEnabled(false)
                .setContentCompressionEnabled(false)
                .setProtocolUpgradeEnabled(false)
                .setExpectContinueEnabled(false)
                .setDefaultKeepAlive(IDLE_MAX.toMillis(), TimeUnit.MILLISECONDS)
                .build())
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

  /** Whether the request came as far as a connection that stood; before that nothing is sent. */
  static boolean handedOver(HttpContext context) {
    return context.getAttribute(HANDED_OVER) != null;
  }

  static PoolingHttpClientConnectionManager connections(
      Duration connectTimeout, DnsResolver resolver) {
    return PoolingHttpClientConnectionManagerBuilder.create()
        .setDnsResolver(resolver)
        .setTlsSocketStrategy(DefaultClientTlsStrategy.createSystemDefault())
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
                .setConnectTimeout(Timeout.of(connectTimeout))
                .setValidateAfterInactivity(TimeValue.of(TRUSTED_FOR))
                .setTimeToLive(TimeValue.of(CONNECTION_AGE_MAX))
                .build())
        .build();
  }
}
