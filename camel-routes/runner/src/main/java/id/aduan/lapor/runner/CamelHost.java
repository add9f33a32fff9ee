package id.aduan.lapor.runner;

import id.aduan.lapor.LaporConnector;
import id.aduan.lapor.routes.CamelHttpTransport;
import id.aduan.lapor.routes.LaporRoutes;
import id.aduan.lapor.routes.PollSchedule;
import id.aduan.lapor.routes.mail.CamelMessenger;
import java.util.Optional;
import org.apache.camel.CamelContext;
import org.apache.camel.main.Main;
import org.apache.camel.main.MainConfigurationProperties;

/**
 * Camel as this program runs it: nothing of it is configured from outside, and it opens no port of
 * its own (S25).
 */
final class CamelHost implements AutoCloseable {
  private static final int SHUTDOWN_SECONDS = 20;
  private final Main main = new Main();

  private CamelHost() {
    MainConfigurationProperties settings = main.configure();
    settings.setProfile("prod");
    settings.setName("lapor");
    settings.setJmxEnabled(false);
    settings.setDevConsoleEnabled(false);
    settings.setLogExhaustedMessageBody(false);
    settings.setMessageHistory(false);
    settings.setStreamCachingEnabled(false);
    settings.setBasePackageScanEnabled(false);
    settings.setRoutesCollectorEnabled(false);
    settings.setAutoConfigurationEnvironmentVariablesEnabled(false);
    settings.setAutoConfigurationSystemPropertiesEnabled(false);
    settings.setAutoConfigurationLogSummary(false);
    settings.setShutdownTimeout(SHUTDOWN_SECONDS);
    settings.setShutdownNowOnTimeout(true);
    settings.setShutdownLogInflightExchangesOnTimeout(false);
    main.setDefaultPropertyPlaceholderLocation("false");
  }

  /**
   * Starts the routes of a connector whose engine runs, and opens the way out for all of it.
   *
   * @throws IllegalStateException when a route does not start; nothing runs then
   */
  static CamelHost start(
      LaporConnector connector,
      PollSchedule schedule,
      LateTransport transport,
      Optional<CamelMessenger> mail) {
    CamelHost host = new CamelHost();
    try {
      host.main.init();
      CamelContext context = host.main.getCamelContext();
      transport.open(new CamelHttpTransport(context));
      mail.ifPresent(it -> it.open(context));
      context.addRoutes(new LaporRoutes(connector, schedule));
      host.main.start();
      return host;
    } catch (Exception e) {
      host.close();
      throw new IllegalStateException("the routes could not be started", e);
    }
  }

  /** Whether every route runs. */
  boolean routesUp() {
    CamelContext context = main.getCamelContext();
    return context.getStatus().isStarted()
        && context.getRoutes().stream()
            .allMatch(
                route ->
                    context.getRouteController().getRouteStatus(route.getRouteId()).isStarted());
  }

  /** Opens the way out alone; there are no routes. */
  static CamelHost idle(LateTransport transport) {
    CamelHost host = new CamelHost();
    try {
      host.main.init();
      transport.open(new CamelHttpTransport(host.main.getCamelContext()));
      return host;
    } catch (Exception e) {
      host.close();
      throw new IllegalStateException("the way out could not be opened", e);
    }
  }

  /** Lets exchanges end, at most 20 s. */
  @Override
  public void close() {
    main.stop();
  }
}
