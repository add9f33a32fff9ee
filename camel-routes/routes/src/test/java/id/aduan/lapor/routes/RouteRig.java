package id.aduan.lapor.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.aduan.lapor.LaporConnector;
import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.delivery.BreakerPolicy;
import id.aduan.lapor.delivery.OutboxView;
import id.aduan.lapor.delivery.RetryBudget;
import id.aduan.lapor.delivery.RetryPolicy;
import id.aduan.lapor.delivery.State;
import id.aduan.lapor.mapping.Mapping;
import id.aduan.lapor.store.jdbc.JdbcStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A connector on a store of its own, and a Camel context that has no routes yet. */
@Timeout(60)
abstract class RouteRig {
  static final String FOR_DISHUB = "1398";
  static final String FOR_DINKES = "921";
  private static final RetryPolicy QUICK =
      new RetryPolicy(
          Duration.ofMillis(20),
          Duration.ofMillis(100),
          5,
          Duration.ofMillis(20),
          Duration.ofMillis(100),
          Duration.ofMillis(200),
          Duration.ofMillis(50),
          new RetryPolicy.Limits(
              Duration.ofDays(3),
              new RetryBudget(100, 60_000),
              new BreakerPolicy(50, 10, Duration.ofMinutes(1))));

  @TempDir Path dir;
  final FakePortal portal = new FakePortal();
  final FakeAgency dishub = new FakeAgency();
  final FakeAgency dinkes = new FakeAgency();
  final CamelContext context = new DefaultCamelContext();
  LaporConnector connector;

  @BeforeEach
  final void startEngine() throws Exception {
    connector = build("lapor.db");
    connector.startEngine();
  }

  final LaporConnector build(String file) throws Exception {
    Path mapping = dir.resolve("mapping.yaml");
    Files.writeString(
        mapping,
        """
        version: "2026-11-01"
        default: dishub
        categories:
          - agency: dinkes
            ids: [921]
        """);
    return LaporConnector.builder()
        .portal(portal)
        .agency("dishub", dishub)
        .agency("dinkes", dinkes)
        .mapping(Mapping.load(mapping, Set.of("dishub", "dinkes")))
        .store(JdbcStore.sqlite(dir.resolve(file)))
        .retry(QUICK)
        .concurrencyMax(6)
        .concurrencyMax("dishub", 2)
        .build();
  }

  @AfterEach
  final void close() {
    context.stop();
    connector.close();
  }

  /** The portal has a new report, and the connector has read it. */
  final void arrives(String id, String category) {
    portal.receives(id, category);
    connector.portalPoll().pollOnce();
  }

  final List<OutboxView.Row> entries(String id) {
    return connector
        .store()
        .read(tx -> connector.store().outboxView().entriesOf(tx, new TrackingId(id)));
  }

  final void awaitState(String id, State state) {
    await()
        .untilAsserted(
            () -> assertThat(entries(id)).extracting(OutboxView.Row::state).containsOnly(state));
  }
}
