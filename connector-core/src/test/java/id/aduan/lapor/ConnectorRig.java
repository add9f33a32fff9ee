package id.aduan.lapor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.standardwebhooks.Webhook;
import id.aduan.lapor.audit.AuditEntry;
import id.aduan.lapor.audit.AuditEntry.Action;
import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.delivery.BreakerPolicy;
import id.aduan.lapor.delivery.OutboxView;
import id.aduan.lapor.delivery.RetryBudget;
import id.aduan.lapor.delivery.RetryPolicy;
import id.aduan.lapor.delivery.State;
import id.aduan.lapor.mapping.Mapping;
import id.aduan.lapor.store.jdbc.JdbcStore;
import id.aduan.lapor.sync.WebhookIntake.Answer;
import id.aduan.lapor.webhook.SigningSecret;
import id.aduan.lapor.webhook.WebhookHeaders;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A connector on a store of its own, between a portal and two agencies in memory. */
abstract class ConnectorRig {
  static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
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
  final FakeAgency kantah = new FakeAgency();
  LaporConnector connector;

  @BeforeEach
  void startConnector() throws Exception {
    connector = open();
    connector.start();
  }

  @AfterEach
  void closeConnector() {
    connector.close();
  }

  final LaporConnector open() throws Exception {
    Path mapping = dir.resolve("mapping.yaml");
    Files.writeString(
        mapping,
        """
        version: "2026-11-01"
        default: dishub
        categories:
          - agency: dishub
            ids: [1398]
          - agency: kantah
            ids: [932]
        """);
    return configure(
            LaporConnector.builder()
                .portal(portal)
                .agency("dishub", dishub)
                .agency("kantah", kantah)
                .mapping(Mapping.load(mapping, Set.of("dishub", "kantah")))
                .store(JdbcStore.sqlite(dir.resolve("lapor.db")))
                .webhookSecrets(List.of(SigningSecret.parse(SECRET)))
                .retry(QUICK)
                .pollEvery(Duration.ofMillis(50)))
        .build();
  }

  LaporConnectorBuilder configure(LaporConnectorBuilder builder) {
    return builder;
  }

  final Answer push(String eventId, String body) throws Exception {
    return connector
        .webhooks()
        .orElseThrow()
        .receive(signed(SECRET, eventId, body), body.getBytes(StandardCharsets.UTF_8))
        .get();
  }

  static WebhookHeaders signed(String secret, String eventId, String body) throws Exception {
    long now = Instant.now().getEpochSecond();
    String signature = new Webhook(secret).sign(eventId, now, body);
    return new WebhookHeaders(List.of(eventId), List.of("" + now), List.of(signature));
  }

  final List<Action> story(String id) {
    return connector.store().read(tx -> connector.store().audit().about(tx, id)).stream()
        .map(AuditEntry::action)
        .toList();
  }

  final List<OutboxView.Row> entries(String id) {
    return connector
        .store()
        .read(tx -> connector.store().outboxView().entriesOf(tx, new TrackingId(id)));
  }

  final void awaitState(String id, State state) {
    await()
        .untilAsserted(
            () -> assertThat(entries(id)).extracting(OutboxView.Row::state).contains(state));
  }
}
