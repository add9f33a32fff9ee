package id.aduan.lapor.runner;

import id.aduan.lapor.ConnectorListener;
import id.aduan.lapor.LaporConnector;
import id.aduan.lapor.LaporConnectorBuilder;
import id.aduan.lapor.complaint.AgencyCode;
import id.aduan.lapor.delivery.Targets;
import id.aduan.lapor.http.HttpTransport;
import id.aduan.lapor.http.PacedTransport;
import id.aduan.lapor.portal.Portal;
import id.aduan.lapor.portal.PortalFiler;
import id.aduan.lapor.runner.config.AgencyConfig;
import id.aduan.lapor.runner.config.PortalReading;
import id.aduan.lapor.runner.config.RunnerConfig;
import id.aduan.lapor.store.Committed;
import id.aduan.lapor.sync.AnswerRules;
import id.aduan.lapor.sync.CoordinatorRules;
import id.aduan.lapor.sync.PollSettings;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/** Builds the connector that a configuration describes. */
public final class Assembly {
  private Assembly() {}

  /**
   * Opens the store and builds the connector; nothing runs yet. From here on the connector closes
   * the adapters of the configuration.
   *
   * @param transport the portal's way out
   * @throws id.aduan.lapor.failure.StoreLockedException when another process owns the store
   */
  public static LaporConnector connector(
      RunnerConfig config, HttpTransport transport, InstantSource time, RandomGenerator chance) {
    return connector(
        config, transport, time, chance, new Told(ConnectorListener.NONE, commit -> {}, false));
  }

  /** The same, with listeners to what the connector does and to the commits of its store. */
  static LaporConnector connector(
      RunnerConfig config,
      HttpTransport transport,
      InstantSource time,
      RandomGenerator chance,
      ConnectorListener listener,
      Consumer<Committed> commits) {
    return connector(config, transport, time, chance, new Told(listener, commits, true));
  }

  /**
   * Who is told.
   *
   * @param runs whether it is to fetch and deliver, so that a converter is looked for
   */
  private record Told(ConnectorListener listener, Consumer<Committed> commits, boolean runs) {}

  private static LaporConnector connector(
      RunnerConfig config,
      HttpTransport transport,
      InstantSource time,
      RandomGenerator chance,
      Told told) {
    HttpTransport paced = paced(config, transport);
    LaporConnectorBuilder builder =
        LaporConnector.builder()
            .portal(portal(config, paced, time, chance))
            .mapping(config.mapping())
            .webhookSecrets(config.portal().webhook().secrets())
            .retry(config.retry())
            .deadlines(config.deadlines())
            .notifications(config.officials().how())
            .pollEvery(config.portal().pollEvery())
            .exports(config.portal().exports())
            .answers(answers(config))
            .coordinator(coordinator(config, config.portal().wire().filer(paced, time, chance)))
            .listener(told.listener())
            .world(time, chance);
    config
        .portal()
        .filing()
        .ifPresent(it -> builder.filing(config.portal().wire().filer(paced, time, chance), it));
    config.portal().wire().categories(paced, time, chance).ifPresent(builder::categories);
    PortalReading reading = config.portal().reading();
    reading.rate().ifPresent(rate -> builder.rate(Targets.PORTAL_READ, rate));
    reading.follow().ifPresent(builder::follow);
    reading.reconcileAt().ifPresent(builder::reconcileAt);
    builder.poll(reading.polled() ? PollSettings.DEFAULT : PollSettings.OFF);
    config.portal().webhook().token().ifPresent(builder::webhookToken);
    for (AgencyConfig agency : config.agencies()) {
      builder
          .agency(agency.code().value(), agency.adapter())
          .concurrencyMax(agency.code().value(), agency.concurrencyMax());
      String code = agency.code().value();
      agency.rate().ifPresent(limit -> builder.rate(code, limit));
      if (!agency.webhook().secrets().isEmpty()) {
        builder.agencyWebhook(code, agency.webhook().secrets());
      }
      agency.webhook().token().ifPresent(token -> builder.agencyWebhook(code, token));
    }
    config.store().node().ifPresent(builder::node);
    if (config.documents().attachments().fetch()) {
      builder.files(Vaults.rules(config, told.runs()));
    }
    return builder.store(Stores.open(config.store(), told.commits())).build();
  }

  private static Portal portal(
      RunnerConfig config, HttpTransport transport, InstantSource time, RandomGenerator chance) {
    return config
        .portal()
        .wire()
        .withFileHosts(config.documents().attachments().hosts())
        .open(transport, time, chance);
  }

  private static AnswerRules answers(RunnerConfig config) {
    return new AnswerRules(
        config.portal().replies(),
        config.agencies().stream()
            .collect(Collectors.toMap(AgencyConfig::code, AgencyConfig::returnedStatus)));
  }

  private static CoordinatorRules coordinator(RunnerConfig config, PortalFiler filer) {
    Map<AgencyCode, String> reach = new TreeMap<>();
    for (AgencyConfig agency : config.agencies()) {
      agency.reach().ifPresent(institution -> reach.put(agency.code(), institution));
    }
    return new CoordinatorRules(config.deliver(), Optional.of(filer), reach);
  }

  /** What reads the portal, by whatever call, shares one limit of this process. */
  private static HttpTransport paced(RunnerConfig config, HttpTransport transport) {
    return config
        .portal()
        .reading()
        .rate()
        .<HttpTransport>map(
            rate -> new PacedTransport(transport, rate.callsMax(), rate.per(), System::nanoTime))
        .orElse(transport);
  }
}
