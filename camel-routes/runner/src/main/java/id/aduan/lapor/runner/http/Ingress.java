package id.aduan.lapor.runner.http;

import id.aduan.lapor.runner.config.HttpConfig;
import id.aduan.lapor.sync.WebhookIntake;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The public listener. Headers up to 16 kB within 10 s, 200 connections and 150 of one address, 30
 * s of silence (S22). Closing it answers 503 to what comes on open connections, refuses new ones,
 * and lets what is under way end.
 */
public final class Ingress implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Ingress.class);
  private static final int HEADER_BYTES_MAX = 16 * 1024;
  private static final int THREADS_MAX = 32;

  /** Places for connections that have lost theirs and are not gone yet. */
  private static final int CLOSING_MAX = 32;

  private static final Duration IDLE_MAX = Duration.ofSeconds(30);
  private static final Duration SHUTDOWN_IDLE_MAX = Duration.ofMillis(500);
  private static final Duration STOP_MAX = Duration.ofSeconds(6);

  private final Server server;
  private final ServerConnector connector;

  private Ingress(Server server, ServerConnector connector) {
    this.server = server;
    this.connector = connector;
  }

  /**
   * Opens the port.
   *
   * @param webhooks without them there is nothing at the webhook's address
   * @throws ListenException when the port cannot be had
   */
  public static Ingress open(HttpConfig config, Optional<WebhookIntake> webhooks) {
    return open(
        config,
        webhooks,
        WebhookServlet.Limits.of(config.bodyBytesMax()),
        ConnectionLimits.Rules.USUAL);
  }

  static Ingress open(
      HttpConfig config,
      Optional<WebhookIntake> webhooks,
      WebhookServlet.Limits limits,
      ConnectionLimits.Rules connections) {
    QueuedThreadPool threads = new QueuedThreadPool(THREADS_MAX);
    threads.setName("lapor-http");
    threads.setDaemon(true);
    Server server = new Server(threads);
    server.setOpenEarly(false);
    server.setStopTimeout(STOP_MAX.toMillis());
    RequestIds ids = new RequestIds(new SecureRandom());
    ServerConnector connector = connector(server, config);
    connector.addBean(new ConnectionLimits(connector, connections));
    server.addConnector(connector);
    server.addBean(new NetworkConnectionLimit(connections.connectionsMax() + CLOSING_MAX, server));
    server.setErrorHandler(new ProblemPages(ids));
    ServletContextHandler context = new ServletContextHandler();
    context.setErrorHandler(new ProblemPages(ids));
    context.addServlet(new ServletHolder(new NothingHere()), "/");
    webhooks.ifPresent(
        intake -> {
          ServletHolder holder =
              new ServletHolder(new WebhookServlet(intake, ids, limits, threads));
          holder.setAsyncSupported(true);
          context.addServlet(holder, WebhookServlet.PATH);
        });
    server.setHandler(new GracefulHandler(new RequestGuard(context)));
    Ingress ingress = new Ingress(server, connector);
    ingress.start(config);
    return ingress;
  }

  private static ServerConnector connector(Server server, HttpConfig config) {
    HttpConfiguration http = new HttpConfiguration();
    http.setSendServerVersion(false);
    http.setSendXPoweredBy(false);
    http.setRequestHeaderSize(HEADER_BYTES_MAX);
    // The guard in front of the servlets is stricter, and its refusals are 404.
    http.setUriCompliance(UriCompliance.UNSAFE);
    ServerConnector connector = new ServerConnector(server, new StrictHttp(http));
    connector.setName("public");
    connector.setHost(config.host());
    connector.setPort(config.port());
    connector.setIdleTimeout(IDLE_MAX.toMillis());
    connector.setShutdownIdleTimeout(SHUTDOWN_IDLE_MAX.toMillis());
    return connector;
  }

  private void start(HttpConfig config) {
    try {
      server.start();
    } catch (Exception e) {
      stop();
      throw ListenException.of(config, e);
    }
  }

  /** Where it listens. */
  public URI address() {
    String host = connector.getHost();
    return URI.create(
        "http://%s:%d"
            .formatted(host.contains(":") ? "[" + host + "]" : host, connector.getLocalPort()));
  }

  @Override
  public void close() {
    stop();
  }

  private void stop() {
    try {
      server.stop();
    } catch (Exception e) {
      LOG.warn("the listener did not end as it should", e);
    }
  }
}
