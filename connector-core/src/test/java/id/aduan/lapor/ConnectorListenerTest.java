package id.aduan.lapor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.delivery.Alert;
import id.aduan.lapor.delivery.Attempted;
import id.aduan.lapor.delivery.Attempted.Result;
import id.aduan.lapor.delivery.DeliveryResult;
import id.aduan.lapor.delivery.State;
import id.aduan.lapor.failure.FarEndException;
import id.aduan.lapor.faults.Happened;
import id.aduan.lapor.mapping.Mapping;
import id.aduan.lapor.mapping.Mappings;
import id.aduan.lapor.notification.Notifications;
import id.aduan.lapor.portal.PortalReader;
import id.aduan.lapor.portal.PortalState;
import id.aduan.lapor.privacy.KeysetSealer;
import id.aduan.lapor.store.Committed;
import id.aduan.lapor.store.jdbc.JdbcStore;
import id.aduan.lapor.sync.CaseNotices;
import id.aduan.lapor.sync.ComplaintFiles;
import id.aduan.lapor.sync.ComplaintIntake;
import id.aduan.lapor.sync.Deadlines;
import id.aduan.lapor.sync.IntakeParts;
import id.aduan.lapor.sync.PollSettings;
import id.aduan.lapor.sync.Polled;
import id.aduan.lapor.sync.PortalPoll;
import id.aduan.lapor.sync.Timekeeper;
import id.aduan.lapor.sync.Unfamiliar;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConnectorListenerTest {
  @TempDir private Path dir;
  private final FakePortal portal = new FakePortal();
  private final FakeAgency dishub = new FakeAgency();
  private final Heard heard = new Heard();
  private Mapping mapping;
  private LaporConnector connector;

  private static final class Heard implements ConnectorListener {
    private final List<Attempted> attempts = new CopyOnWriteArrayList<>();
    private final List<Polled> polls = new CopyOnWriteArrayList<>();
    private final List<Committed> commits = new CopyOnWriteArrayList<>();
    private final List<Alert> alerts = new CopyOnWriteArrayList<>();
    private final AtomicInteger unfamiliar = new AtomicInteger();
    private volatile boolean fails;

    @Override
    public void unfamiliar(int things) {
      unfamiliar.addAndGet(things);
    }

    @Override
    public void alerted(Alert alert) {
      alerts.add(alert);
    }

    @Override
    public void attempted(Attempted attempt) {
      attempts.add(attempt);
      failIfTold();
    }

    @Override
    public void polled(Polled poll) {
      polls.add(poll);
      failIfTold();
    }

    private void failIfTold() {
      if (fails) {
        throw new AssertionError("a listener that fails");
      }
    }
  }

  @BeforeEach
  void start() throws Exception {
    Path routes = dir.resolve("mapping.yaml");
    Files.writeString(
        routes,
        "version: \"2026-11-01\"\ndefault: dishub\ncategories:\n  - {agency: dishub, ids: [1398]}\n");
    mapping = Mapping.load(routes, Set.of("dishub"));
    Path file = dir.resolve("lapor.db");
    connector =
        LaporConnector.builder()
            .portal(portal)
            .agency("dishub", dishub)
            .mapping(mapping)
            .store(
                JdbcStore.sqlite(
                    file, KeysetSealer.ofFile(JdbcStore.keysBeside(file)), heard.commits::add))
            .pollEvery(Duration.ofMillis(50))
            .listener(heard)
            .build();
  }

  @AfterEach
  void close() {
    connector.close();
  }

  private void awaitDone() {
    await()
        .until(
            () ->
                connector.store().read(tx -> connector.store().outboxView().counts(tx)).stream()
                    .anyMatch(count -> count.state() == State.DONE));
  }

  @Test
  void it_is_told_of_deliveries_polls_and_commits() {
    portal.put(Samples.state(Samples.complaint("9200001", "1398")));
    connector.start();

    await().until(() -> !heard.attempts.isEmpty() && heard.polls.size() > 2);
    assertThat(heard.attempts.get(0).target()).isEqualTo("dishub");
    assertThat(heard.attempts.get(0).result()).isEqualTo(Result.ACCEPTED);
    assertThat(heard.attempts.get(0).targetTrouble()).isFalse();
    assertThat(heard.attempts.get(0).took()).isGreaterThanOrEqualTo(Duration.ZERO);
    assertThat(heard.polls).extracting(Polled::source).contains("portal", "dishub");
    assertThat(heard.polls).allMatch(Polled::ok);
    await().untilAsserted(() -> assertThat(heard.commits).anyMatch(Committed::kept));
  }

  @Test
  @Tag("F63")
  void it_is_told_of_each_unknown_word_each_time_and_alarmed_of_it_once() {
    for (String id : List.of("9200001", "9200002")) {
      portal.put(
          new PortalState(
              Samples.complaint(id, "1398"),
              OptionalLong.empty(),
              Optional.empty(),
              true,
              List.of(),
              List.of("status: Ditangguhkan")));
    }
    connector.start();

    await().until(() -> dishub.tickets().size() == 2);
    await().until(() -> heard.unfamiliar.get() == 2);
    await().until(() -> !heard.alerts.isEmpty());
    assertThat(heard.alerts).hasSize(1);
    assertThat(heard.alerts.get(0).code()).isEqualTo("LC-PORTAL-UNFAMILIAR");
    assertThat(heard.alerts.get(0).text()).endsWith("status: Ditangguhkan");
    Happened.times("F63", heard.unfamiliar.get(), "unknown words");
  }

  @Test
  void it_is_told_what_went_wrong() {
    portal.put(Samples.state(Samples.complaint("9200002", "1398")));
    dishub.behaves(complaint -> DeliveryResult.targetTrouble("nobody is there"));
    connector.start();

    await().until(() -> !heard.attempts.isEmpty());
    assertThat(heard.attempts.get(0).result()).isEqualTo(Result.RETRY);
    assertThat(heard.attempts.get(0).targetTrouble()).isTrue();
  }

  @Test
  void it_is_told_that_a_poll_failed() {
    PortalReader silent =
        new PortalReader() {
          @Override
          public PortalState complaint(TrackingId id) {
            throw FarEndException.unreachable("nobody is there");
          }

          @Override
          public Page changed(Optional<Instant> updatedSince, String place) {
            throw FarEndException.unreachable("nobody is there");
          }
        };

    new PortalPoll(
            connector.store(),
            silent,
            new ComplaintIntake(
                connector.store(),
                new IntakeParts(
                    portal,
                    Mappings.of(mapping),
                    new Timekeeper(connector.store(), Deadlines.national()),
                    new CaseNotices(
                        connector.store(), Deadlines.national(), Notifications.NONE, target -> {}),
                    agency -> false,
                    Unfamiliar.UNHEARD,
                    target -> {},
                    ComplaintFiles.NONE)),
            InstantSource.system(),
            PollSettings.DEFAULT,
            heard::polled)
        .pollOnce();

    assertThat(heard.polls).singleElement().matches(poll -> !poll.ok());
  }

  @Test
  void one_that_fails_changes_nothing() {
    heard.fails = true;
    portal.put(Samples.state(Samples.complaint("9200003", "1398")));
    connector.start();

    awaitDone();
    await().until(() -> heard.polls.size() > 4);
    assertThat(dishub.tickets()).hasSize(1);
  }
}
