package id.aduan.lapor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.aduan.lapor.audit.AuditEntry.Action;
import id.aduan.lapor.complaint.Flag;
import id.aduan.lapor.complaint.Status.Stage;
import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.complaint.Visibility;
import id.aduan.lapor.delivery.DeliveryResult;
import id.aduan.lapor.delivery.IdempotencyKey;
import id.aduan.lapor.faults.Happened;
import id.aduan.lapor.notification.Channel;
import id.aduan.lapor.notification.Contact;
import id.aduan.lapor.notification.Directory;
import id.aduan.lapor.notification.EmailAddress;
import id.aduan.lapor.notification.Ladder;
import id.aduan.lapor.notification.Message;
import id.aduan.lapor.notification.Messenger;
import id.aduan.lapor.notification.Notification;
import id.aduan.lapor.notification.Notifications;
import id.aduan.lapor.notification.Role;
import id.aduan.lapor.notification.Wording;
import id.aduan.lapor.sync.DeliverMode;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Which officials are told of what waits, and of what an agency's own system cannot be told. */
@Tag("C24")
class CoordinatorNoticeTest extends CoordinatorRig {
  private final List<String> sent = new CopyOnWriteArrayList<>();

  @Override
  DeliverMode deliver() {
    return DeliverMode.AUTOMATIC;
  }

  @Override
  LaporConnectorBuilder configure(LaporConnectorBuilder builder) {
    Map<Role, Contact> all =
        Arrays.stream(Role.values())
            .collect(Collectors.toMap(role -> role, CoordinatorNoticeTest::contact));
    Messenger mailbox =
        new Messenger() {
          @Override
          public DeliveryResult send(Message message, IdempotencyKey key) {
            sent.add(message.toString());
            return new DeliveryResult.Accepted("");
          }
        };
    return super.configure(builder)
        .notifications(
            new Notifications(
                Directory.of(Map.of(DISHUB, all, KANTAH, all), all),
                Wording.shipped(),
                Ladder.USUAL,
                Map.of(Channel.EMAIL, mailbox)));
  }

  private static Contact contact(Role role) {
    return new Contact(
        Optional.of(new EmailAddress(role.key() + "@bintan.example")),
        Optional.empty(),
        Optional.empty());
  }

  private List<String> told(String id) {
    List<Notification> rows =
        connector
            .store()
            .read(tx -> connector.store().notifications().about(tx, new TrackingId(id)));
    return rows.stream().map(row -> row.kind() + " " + row.role()).sorted().toList();
  }

  @Test
  void the_coordinator_is_told_once_for_what_a_case_waits() {
    tells("9840001", "", "", Stage.VERIFIED);
    awaitStory("9840001", Action.TICKET_OPENED);
    dishub.says(new TrackingId("9840001"), "", "BUKAN WEWENANG");
    awaitStory("9840001", Action.RETURNED);
    dishub.says(new TrackingId("9840001"), "", "BUKAN WEWENANG");
    dishub.says(new TrackingId("9840001"), "", "PROSES");
    awaitStory("9840001", Action.AGENCY_STATUS);

    assertThat(told("9840001"))
        .containsExactly(
            "CASE_NEW LIAISON",
            "COORDINATOR_WAITING COORDINATOR",
            "COORDINATOR_WAITING COORDINATOR");
    await().until(() -> sent.size() == 3);
    assertThat(String.join("\n", sent)).doesNotContain("ZZPII", "Lampu jalan");
  }

  @Test
  @Tag("CMP-07")
  void an_office_is_told_that_another_has_its_case() {
    tells("9840002", "1398", LAND_OFFICE, Stage.VERIFIED);
    awaitStory("9840002", Action.TICKET_OPENED);

    assertThat(assign("9840002", DISHUB).done()).isTrue();

    await().until(() -> told("9840002").contains("CASE_MOVED LIAISON"));
  }

  @Test
  @Tag("CMP-07")
  void an_office_that_gave_a_case_back_is_told_that_it_is_to_have_it_all_the_same() {
    tells("9840004", "1398", "", Stage.VERIFIED);
    awaitStory("9840004", Action.TICKET_OPENED);
    dishub.says(new TrackingId("9840004"), "", "BUKAN WEWENANG");
    awaitStory("9840004", Action.RETURNED);

    assertThat(assign("9840004").code()).isEqualTo("left");

    assertThat(told("9840004"))
        .containsExactly(
            "CASE_NEW LIAISON", "CASE_REROUTED LIAISON", "COORDINATOR_WAITING COORDINATOR");
  }

  @Test
  @Tag("F60")
  void an_office_whose_system_cannot_be_updated_is_told_that_a_report_was_hidden() {
    tells("9840003", "1398", "", Stage.VERIFIED);
    awaitStory("9840003", Action.TICKET_OPENED);

    portal.put(
        Samples.state(
            Samples.with(
                complaint("9840003", "1398", "", Stage.VERIFIED),
                new Visibility(Flag.TRUE, Flag.TRUE),
                complaint("9840003", "1398", "", Stage.VERIFIED).status())));
    awaitStory("9840003", Action.CHANGED);

    assertThat(told("9840003")).contains("CASE_HIDDEN LIAISON");
    Happened.times("F60", 1, "a complaint made secret");
  }
}
