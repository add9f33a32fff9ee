package id.aduan.lapor.bintan.front;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServlet;
import java.net.URI;
import java.util.EnumSet;
import org.eclipse.jetty.ee10.servlet.FilterHolder;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** An HTTP server for one agency: filters and servlets by path, in the order in which they came. */
public final class AgencyServer implements AutoCloseable {
  private static final int THREADS_MAX = 24;

  private final String host;
  private final Server server;
  private final ServerConnector connector;
  private final ServletContextHandler context = new ServletContextHandler();

  public AgencyServer(String name, AgencySettings settings) {
    host = settings.host();
    var threads = new QueuedThreadPool(THREADS_MAX);
    threads.setName(name);
    threads.setDaemon(true);
    server = new Server(threads);
    connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(http()));
    connector.setHost(host);
    connector.setPort(settings.port());
    connector.setIdleTimeout(settings.silenceMax().plusSeconds(30).toMillis());
    server.addConnector(connector);
    server.setHandler(context);
    // Ticket numbers hold slashes, so callers write %2F in a path.
    context.getServletHandler().setDecodeAmbiguousURIs(true);
  }

  private static HttpConfiguration http() {
    var configuration = new HttpConfiguration();
    configuration.setHeaderCacheCaseSensitive(true); // a token is another one in other letters
    configuration.setSendServerVersion(false);
    configuration.setUriCompliance(
        UriCompliance.DEFAULT.with(
            "ticket numbers", UriCompliance.Violation.AMBIGUOUS_PATH_SEPARATOR));
    return configuration;
  }

  public AgencyServer filter(String path, Filter filter) {
    var holder = new FilterHolder(filter);
    holder.setAsyncSupported(true);
    context.addFilter(holder, path, EnumSet.of(DispatcherType.REQUEST));
    return this;
  }

  public AgencyServer servlet(String path, HttpServlet servlet) {
    var holder = new ServletHolder(servlet);
    holder.setAsyncSupported(true);
    context.addServlet(holder, path);
    return this;
  }

  /** Starts to listen; a failure leaves nothing running. */
  public void start() {
    try {
      server.start();
    } catch (Exception e) {
      close();
      throw new IllegalStateException(
          "cannot listen on " + host + ":" + connector.getPort() + "; nothing was started", e);
    }
  }

  /** Without a slash at its end. */
  public URI baseUri() {
    if (connector.getLocalPort() <= 0) {
      throw new IllegalStateException("the server is not listening");
    }
    return URI.create("http://" + host + ":" + connector.getLocalPort());
  }

  @Override
  public void close() {
    try {
      server.stop();
    } catch (Exception e) {
      throw new IllegalStateException("the server did not stop", e);
    }
  }
}
