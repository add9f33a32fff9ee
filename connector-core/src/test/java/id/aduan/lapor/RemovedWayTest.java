package id.aduan.lapor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.aduan.lapor.complaint.AgencyCode;
import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.delivery.Alert;
import id.aduan.lapor.delivery.DeliveryResult;
import id.aduan.lapor.delivery.State;
import id.aduan.lapor.delivery.Targets;
import id.aduan.lapor.notification.Channel;
import id.aduan.lapor.notification.Contact;
import id.aduan.lapor.notification.Directory;
import id.aduan.lapor.notification.EmailAddress;
import id.aduan.lapor.notification.Ladder;
import id.aduan.lapor.notification.Messenger;
import id.aduan.lapor.notification.Notification;
import id.aduan.lapor.notification.Notifications;
import id.aduan.lapor.notification.Role;
import id.aduan.lapor.notification.Wording;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** A way of messages that the configuration has no more, while messages wait for it. */
class RemovedWayTest extends ConnectorRig {
  private static final Messenger DOWN =
      (message, key) -> DeliveryResult.targetTrouble("the server is down");
  private final List<Alert> alerts = new CopyOnWriteArrayList<>();
  private Map<Channel, Messenger> messengers = Map.of(Channel.EMAIL, DOWN);

  @Override
  LaporConnectorBuilder configure(LaporConnectorBuilder builder) {
    Contact liaison =
        new Contact(
            Optional.of(new EmailAddress("penghubung@dishub.example.go.id")),
            Optional.empty(),
            Optional.empty());
    Directory directory =
        Directory.of(Map.of(new AgencyCode("dishub"), Map.of(Role.LIAISON, liaison)), Map.of());
    return builder
        .notifications(new Notifications(directory, Wording.shipped(), Ladder.USUAL, messengers))
        .listener(
            new ConnectorListener() {
              @Override
              public void alerted(Alert alert) {
                alerts.add(alert);
              }
            });
  }

  private List<State> messages() {
    return entries("9200001").stream()
        .filter(row -> row.lane().target().equals(Targets.NOTIFY_EMAIL))
        .map(row -> row.state())
        .toList();
  }

  @Test
  void what_waits_for_it_is_given_up_at_the_next_start_and_told() throws Exception {
    portal.put(Samples.state(Samples.complaint("9200001", "1398")));
    await().until(() -> messages().equals(List.of(State.WAITING)));
    connector.close();

    messengers = Map.of();
    connector = open();
    connector.start();

    await().until(() -> messages().equals(List.of(State.DONE)));
    List<Notification> log =
        connector
            .store()
            .read(tx -> connector.store().notifications().about(tx, new TrackingId("9200001")));
    assertThat(log).extracting(Notification::code).containsExactly("no-way");
    assertThat(log.get(0).failedAt()).isPresent();
    await()
        .untilAsserted(
            () ->
                assertThat(alerts)
                    .extracting(Alert::kind)
                    .contains(Alert.Kind.NOTIFICATION_FAILED));
    assertThat(connector.targets())
        .containsKey(Targets.NOTIFY_EMAIL)
        .doesNotContainKey(Targets.NOTIFY_SMS);
  }
}
