package id.aduan.lapor.runner;

import id.aduan.lapor.LaporConnector;
import id.aduan.lapor.complaint.AgencyCode;
import id.aduan.lapor.delivery.TargetState;
import id.aduan.lapor.delivery.TargetSwitch;
import id.aduan.lapor.notification.Channel;
import id.aduan.lapor.routes.PollSchedule;
import id.aduan.lapor.runner.admin.AdminNotice;
import id.aduan.lapor.runner.admin.AdminSite;
import id.aduan.lapor.runner.admin.Health;
import id.aduan.lapor.runner.admin.StoreProbe;
import id.aduan.lapor.runner.answer.Acts;
import id.aduan.lapor.runner.answer.StoreAnswers;
import id.aduan.lapor.runner.config.AgencyConfig;
import id.aduan.lapor.runner.config.RunnerConfig;
import id.aduan.lapor.runner.http.Ingress;
import id.aduan.lapor.runner.http.Site;
import id.aduan.lapor.sync.CaseStore;
import id.aduan.lapor.sync.Cursors;
import id.aduan.lapor.sync.NotificationReports;
import id.aduan.lapor.yaml.Secret;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A configuration at work: the store, the engine, the routes, and last the port, which opens when
 * all else is up. Closing ends them the other way round, within 23 s (C19).
 */
public final class RunningConnector implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(RunningConnector.class);
  private static final Duration STOP_MAX = Duration.ofSeconds(23);
  private static final String CONFIGURATION = "configuration";
  private static final Duration POLL_USUAL = Duration.ofMinutes(1);

  private final Deque<AutoCloseable> parts = new ArrayDeque<>();
  private Optional<URI> address = Optional.empty();

  private RunningConnector() {}

  /**
   * Starts everything, or nothing.
   *
   * @throws id.aduan.lapor.failure.LaporException when the store cannot be had
   * @throws id.aduan.lapor.runner.http.ListenException when the port cannot be had
   */
  public static RunningConnector start(RunnerConfig config, LateTransport transport) {
    RunningConnector running = new RunningConnector();
    running.parts.push(config);
    try {
      running.open(config, transport);
      return running;
    } catch (RuntimeException e) {
      running.close();
      throw e;
    }
  }

  private void open(RunnerConfig config, LateTransport transport) {
    InstantSource time = InstantSource.system();
    Watch watch = Watch.over(config, time);
    LaporConnector connector =
        Assembly.connector(
            config, transport, time, new SecureRandom(), watch, watch.metrics()::committed);
    parts.pop(); // the connector closes the adapters from now on
    parts.push(connector);
    config.agencies().forEach(agency -> pauseAsTold(agency, connector.agencies()));
    connector.startEngine();
    // Closed before the engine: a call that outlasts its route ends, and its end is recorded.
    parts.push(transport);
    CamelHost camel =
        CamelHost.start(connector, schedule(config), transport, config.officials().mail());
    parts.push(camel);
    listen(config, connector, camel, watch);
  }

  /**
   * The configuration decides at the start where it says something; else the store does. What a
   * person has switched off, only a person lets run again.
   */
  private static void pauseAsTold(AgencyConfig agency, TargetSwitch agencies) {
    String code = agency.code().value();
    TargetState.Mode mode = agencies.state(code).standing().mode();
    String reason = "agencies." + code + ".paused";
    if (agency.paused().equals(Optional.of(true)) && mode == TargetState.Mode.RUNNING) {
      agencies.pause(code, CONFIGURATION, reason);
    } else if (agency.paused().equals(Optional.of(false)) && mode == TargetState.Mode.PAUSED) {
      agencies.resume(code, CONFIGURATION, reason);
    }
  }

  private void listen(RunnerConfig config, LaporConnector connector, CamelHost camel, Watch watch) {
    InstantSource time = InstantSource.system();
    CaseStore store = connector.store();
    StoreProbe probe =
        new StoreProbe(
            store,
            tx -> {
              store.cursors().set(tx, Cursors.PROBE, "", time.instant());
              return true;
            });
    Health health = new Health(probe, camel::routesUp, watch.farEnds()::now);
    watch.metrics().watch(store, time, probe::writable, watch.farEnds()::now);
    Secret token = AdminSite.newToken(new SecureRandom());
    Site admin =
        AdminSite.of(
            config.admin(),
            token,
            new StoreAnswers(connector, config.whereabouts(), time),
            new Acts(
                ConnectorWork.of(connector, config, time),
                new ConnectorReconcile(connector.reconciler()),
                new ConnectorFilings(connector),
                new ConnectorImport(connector),
                new ConnectorMapping(connector.mappingDesk(), connector.categories()),
                uploads(config)),
            health,
            watch.metrics()::text);
    Ingress ingress =
        Ingress.open(
            config.http(),
            connector.webhooks(),
            new Ingress.Callers(connector.agencyPushes(), reports(config, connector, time)),
            admin,
            watch.metrics());
    parts.push(ingress);
    address = config.http().map(http -> ingress.address());
    LOG.info("administration on {}", ingress.adminAddress());
    parts.push(AdminNotice.post(config.store().notice(), ingress.adminAddress(), token));
    parts.push(health::stopping);
  }

  /** Beside the store, like the notice, and not in a folder that others write to. */
  private static Path uploads(RunnerConfig config) {
    Path notice = config.store().notice();
    return notice.resolveSibling(notice.getFileName() + ".imports");
  }

  private static Optional<NotificationReports> reports(
      RunnerConfig config, LaporConnector connector, InstantSource time) {
    return config
        .officials()
        .reports()
        .map(
            it ->
                new NotificationReports(
                    connector.store(),
                    time,
                    Channel.SMS,
                    it.webhook().check(time),
                    it.form(),
                    connector.dispatcher()::tell));
  }

  private static PollSchedule schedule(RunnerConfig config) {
    Map<AgencyCode, Duration> each = new HashMap<>();
    for (AgencyConfig agency : config.agencies()) {
      each.put(agency.code(), agency.pollEvery());
    }
    return new PollSchedule(config.portal().pollEvery(), POLL_USUAL, each);
  }

  /** Where it listens, if it does. */
  public Optional<URI> address() {
    return address;
  }

  /** Ends what is under way; what does not end in time is looked up at the next start (C7). */
  @Override
  public void close() {
    Thread closing = new Thread(this::closeAll, "lapor-stop");
    closing.setDaemon(true);
    closing.start();
    try {
      closing.join(STOP_MAX.toMillis());
      if (closing.isAlive()) {
        LOG.warn(
            "not everything ended within {} s; what was under way is looked up at the next start",
            TimeUnit.MILLISECONDS.toSeconds(STOP_MAX.toMillis()));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void closeAll() {
    while (!parts.isEmpty()) {
      try {
        parts.pop().close();
      } catch (Exception e) {
        LOG.warn("a part of the connector did not end as it should", e);
      }
    }
  }
}
