package id.aduan.lapor.runner.http;

import id.aduan.lapor.runner.config.HttpConfig;
import id.aduan.lapor.sync.AgencyPushes;
import id.aduan.lapor.sync.NotificationReports;
import id.aduan.lapor.sync.WebhookIntake;
import jakarta.servlet.http.HttpServlet;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.ContextHandlerCollection;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The server and its listeners: the public one, if there is one, and that of administration. Each
 * has its own addresses, whatever host a caller names. Headers up to 16 kB within 10 s, 30 s of
 * silence; 200 connections and 150 of one address on the public side, and the rates of the
 * configuration; 50 connections on the other (S22). Closing it answers 503 to what comes on open
 * connections, refuses new ones, and lets what is under way end.
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
  private static final String PUBLIC = "public";
  private static final String ADMIN = "admin";

  private final QueuedThreadPool threads = new QueuedThreadPool(THREADS_MAX);
  private final Server server = new Server(threads);
  private final ContextHandlerCollection contexts = new ContextHandlerCollection();
  private final RequestIds ids = new RequestIds(new SecureRandom());
  private final List<Listening> listening = new ArrayList<>();

  private Ingress() {
    threads.setName("lapor-http");
    threads.setDaemon(true);
    server.setOpenEarly(false);
    server.setStopTimeout(STOP_MAX.toMillis());
    server.setErrorHandler(new ProblemPages(ids));
    server.setHandler(new GracefulHandler(new RequestGuard(contexts)));
  }

  private record Listening(ServerConnector connector, String setting) {
    ListenException failed(Exception failure) {
      return ListenException.of(connector.getHost(), connector.getPort(), setting, failure);
    }
  }

  /** Who else than the portal calls. */
  public record Callers(Optional<AgencyPushes> agencies, Optional<NotificationReports> reports) {}

  /**
   * Opens the ports.
   *
   * @param http without it there is no public side
   * @param webhooks without them there is nothing at the webhook's address
   * @param callers the same for the addresses of agencies and of gateways
   * @param answers is told how the public side answers
   * @throws ListenException when a port cannot be had; none is open then
   */
  public static Ingress open(
      Optional<HttpConfig> http,
      Optional<WebhookIntake> webhooks,
      Callers callers,
      Site admin,
      AnswerListener answers) {
    Ingress ingress = new Ingress();
    ingress.server.setRequestLog(new AnswerLog(PUBLIC, answers));
    http.ifPresent(
        config ->
            ingress.add(
                config,
                webhooks,
                callers,
                Callbacks.Limits.of(config.bodyBytesMax()),
                ConnectionLimits.Rules.USUAL));
    ingress.add(admin);
    ingress.start();
    return ingress;
  }

  static Ingress open(
      HttpConfig config,
      Optional<WebhookIntake> webhooks,
      Callers callers,
      Callbacks.Limits limits,
      ConnectionLimits.Rules connections) {
    Ingress ingress = new Ingress();
    ingress.add(config, webhooks, callers, limits, connections);
    ingress.start();
    return ingress;
  }

  private void add(
      HttpConfig config,
      Optional<WebhookIntake> webhooks,
      Callers callers,
      Callbacks.Limits limits,
      ConnectionLimits.Rules connections) {
    listen(PUBLIC, config.host(), config.port(), "http", connections);
    ServletContextHandler context = context(PUBLIC);
    Callbacks callbacks = new Callbacks(ids, limits, threads);
    webhooks.ifPresent(
        intake -> add(context, new WebhookServlet(intake, callbacks), WebhookServlet.PATH));
    callers
        .agencies()
        .ifPresent(
            it -> add(context, new AgencyWebhookServlet(it, callbacks), AgencyWebhookServlet.PATH));
    callers
        .reports()
        .ifPresent(it -> add(context, new ReportServlet(it, callbacks), ReportServlet.PATH));
    webhooks.ifPresent(
        intake -> {
          add(context, new EventServlet(intake, ids, limits.store(), threads), EventServlet.PATH);
          add(context, new SchemaServlet(ids), SchemaServlet.PATH);
        });
    server.insertHandler(
        new RateGuard(
            PUBLIC,
            new RateLimits(config.rate(), config.ratePerAddress(), System.nanoTime()),
            new Senders(config.trustedProxies()),
            ids,
            System::nanoTime));
  }

  private static void add(ServletContextHandler context, HttpServlet servlet, String path) {
    ServletHolder holder = new ServletHolder(servlet);
    holder.setAsyncSupported(true);
    context.addServlet(holder, path);
  }

  private void add(Site admin) {
    listen(ADMIN, admin.host(), admin.port(), admin.setting(), ConnectionLimits.Rules.ADMIN);
    ServletContextHandler context = context(ADMIN);
    for (Map.Entry<String, HttpServlet> servlet : admin.servlets().entrySet()) {
      context.addServlet(new ServletHolder(servlet.getValue()), servlet.getKey());
    }
  }

  /** Answers what comes in by the listener of that name, and nothing else. */
  private ServletContextHandler context(String name) {
    ServletContextHandler context = new ServletContextHandler();
    context.setVirtualHosts(List.of("@" + name));
    context.setErrorHandler(new ProblemPages(ids));
    context.addServlet(new ServletHolder(new NothingHere()), "/");
    contexts.addHandler(context);
    return context;
  }

  private void listen(
      String name, String host, int port, String setting, ConnectionLimits.Rules connections) {
    HttpConfiguration http = new HttpConfiguration();
    // Or a value that begins like an earlier one of its connection is taken for it but for its
    // letters' case: a token would be another one.
    http.setHeaderCacheCaseSensitive(true);
    http.setSendServerVersion(false);
    http.setSendXPoweredBy(false);
    http.setRequestHeaderSize(HEADER_BYTES_MAX);
    // The guard in front of the servlets is stricter, and its refusals are 404.
    http.setUriCompliance(UriCompliance.UNSAFE);
    ServerConnector connector = new ServerConnector(server, new StrictHttp(http));
    connector.setName(name);
    connector.setHost(host);
    connector.setPort(port);
    connector.setIdleTimeout(IDLE_MAX.toMillis());
    connector.setShutdownIdleTimeout(SHUTDOWN_IDLE_MAX.toMillis());
    connector.addBean(new ConnectionLimits(connector, connections));
    server.addConnector(connector);
    server.addBean(
        new NetworkConnectionLimit(connections.connectionsMax() + CLOSING_MAX, connector));
    listening.add(new Listening(connector, setting));
  }

  private void start() {
    try {
      server.start();
    } catch (Exception e) {
      RuntimeException told = failure(e);
      stop();
      throw told;
    }
  }

  private RuntimeException failure(Exception failure) {
    return listening.stream()
        .filter(it -> it.connector().isFailed())
        .findFirst()
        .<RuntimeException>map(it -> it.failed(failure))
        .orElseGet(() -> new IllegalStateException("the server could not be started", failure));
  }

  /** Where the public side listens; where administration does, if there is no such side. */
  public URI address() {
    return address(listening.get(0).connector());
  }

  /** Where administration listens. */
  public URI adminAddress() {
    return address(listening.get(listening.size() - 1).connector());
  }

  private static URI address(ServerConnector connector) {
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
