package id.aduan.lapor.simulator.http;

import jakarta.servlet.MultipartConfigElement;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** Jetty, with as little of it as serves. */
public final class WebServer implements AutoCloseable {
  private static final int THREADS_MAX = 64;

  private final Server server;
  private final ServerConnector connector;
  private final ServletContextHandler context = new ServletContextHandler();

  public WebServer(String host, int port) {
    var threads = new QueuedThreadPool(THREADS_MAX);
    threads.setName("portal");
    threads.setDaemon(true);
    this.server = new Server(threads);
    var configuration = new HttpConfiguration();
    configuration.setHeaderCacheCaseSensitive(true); // a token is another one in other letters
    configuration.setSendServerVersion(false);
    this.connector = new ServerConnector(server, new HttpConnectionFactory(configuration));
    connector.setHost(host);
    connector.setPort(port);
    server.addConnector(connector);
    server.setHandler(context);
  }

  /** Hands everything under the path to the front; before {@link #start}. */
  public void serve(String path, Front front) {
    var holder = new ServletHolder(new FrontServlet(front));
    // Parts stay in memory up to the request's own bound; single files are judged by the fronts.
    int threshold = (int) Multipart.BYTES_MAX;
    holder
        .getRegistration()
        .setMultipartConfig(
            new MultipartConfigElement(
                System.getProperty("java.io.tmpdir"), -1L, Multipart.BYTES_MAX, threshold));
    context.addServlet(holder, path);
  }

  /**
   * Starts listening.
   *
   * @throws UncheckedIOException when the address cannot be had
   */
  public void start() {
    try {
      server.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (Exception e) {
      throw new IllegalStateException("the web server did not start", e);
    }
  }

  /** The address of {@code /}; of loopback when it listens everywhere. */
  public URI root() {
    String host = String.valueOf(connector.getHost());
    String shown = host.equals("0.0.0.0") ? "127.0.0.1" : host;
    return URI.create("http://" + shown + ":" + connector.getLocalPort() + "/");
  }

  @Override
  public void close() {
    try {
      server.stop();
    } catch (Exception e) {
      throw new IllegalStateException("the web server did not stop", e);
    }
  }
}
