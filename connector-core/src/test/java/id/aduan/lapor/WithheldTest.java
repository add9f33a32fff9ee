package id.aduan.lapor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.aduan.lapor.audit.AuditEntry.Action;
import id.aduan.lapor.complaint.Complaint;
import id.aduan.lapor.complaint.Flag;
import id.aduan.lapor.complaint.Status;
import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.complaint.Visibility;
import id.aduan.lapor.delivery.DeliveryResult;
import id.aduan.lapor.privacy.AgencyComplaint;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class WithheldTest extends ConnectorRig {
  @Test
  @Tag("C14")
  @Tag("C24")
  void the_reporter_of_an_anonymous_or_secret_report_is_never_told_to_an_agency() {
    Complaint open = Samples.complaint("9600001", "1398");
    List<Visibility> guarded =
        List.of(
            new Visibility(Flag.TRUE, Flag.FALSE),
            new Visibility(Flag.FALSE, Flag.TRUE),
            new Visibility(Flag.UNKNOWN, Flag.FALSE),
            new Visibility(Flag.FALSE, Flag.UNKNOWN));
    for (int i = 0; i < guarded.size(); i++) {
      Complaint complaint = Samples.complaint("960010" + i, "1398");
      portal.put(Samples.state(Samples.with(complaint, guarded.get(i), Status.UNKNOWN)));
    }
    portal.put(Samples.state(open));

    await().until(() -> dishub.tickets().size() == 5);

    assertThat(dishub.tickets())
        .filteredOn(ticket -> ticket instanceof AgencyComplaint.Identified)
        .extracting(ticket -> ticket.facts().id())
        .containsExactly(open.id());
  }

  @Test
  @Tag("C14")
  void a_report_made_secret_while_it_waits_goes_out_without_its_reporter() {
    AtomicBoolean down = new AtomicBoolean(true);
    dishub.behaves(
        complaint ->
            down.get()
                ? DeliveryResult.targetTrouble("connection refused")
                : dishub.store(complaint));
    Complaint complaint = Samples.complaint("9600002", "1398");
    portal.put(Samples.state(complaint));
    await().until(() -> story("9600002").contains(Action.DELIVERY_DELAYED));

    portal.put(
        Samples.state(
            Samples.with(complaint, new Visibility(Flag.FALSE, Flag.TRUE), Status.UNKNOWN)));
    await().until(() -> story("9600002").contains(Action.CHANGED));
    down.set(false);

    await().until(() -> dishub.tickets().size() == 1);
    assertThat(dishub.tickets().get(0)).isInstanceOf(AgencyComplaint.Withheld.class);
  }

  @Test
  @Tag("D14")
  void an_internal_note_stays_at_the_agency() {
    TrackingId id = new TrackingId("9600003");
    portal.put(Samples.state(Samples.complaint("9600003", "1398")));
    await().until(() -> dishub.tickets().size() == 1);

    dishub.writes(id, "Rahasia dapur.", false);
    dishub.writes(id, "Sudah selesai.", true);

    await().until(() -> portal.followUps().size() == 1);
    assertThat(portal.followUps().get(0).content()).isEqualTo("Sudah selesai.");
    assertThat(story("9600003")).contains(Action.NOTE_KEPT_BACK);
  }

  @Test
  void an_archived_complaint_is_kept_but_does_not_go_out_until_the_portal_takes_it_up_again() {
    Complaint complaint = Samples.complaint("9600004", "1398");
    Status archived =
        new Status(Status.Stage.ARCHIVED, Status.Actor.ADMIN, "Diarsipkan oleh Admin");
    Status verified = new Status(Status.Stage.VERIFIED, Status.Actor.UNKNOWN, "Terverifikasi");
    portal.put(Samples.state(Samples.with(complaint, complaint.visibility(), archived)));
    await().until(() -> story("9600004").contains(Action.WITHHELD));
    assertThat(dishub.tickets()).isEmpty();

    portal.put(Samples.state(Samples.with(complaint, complaint.visibility(), verified)));

    await().until(() -> dishub.tickets().size() == 1);
  }

  @Test
  void what_is_kept_is_sealed_and_survives_a_new_start() throws Exception {
    dishub.behaves(complaint -> DeliveryResult.targetTrouble("connection refused"));
    portal.put(Samples.state(Samples.complaint("9600005", "1398")));
    push("msg_6", "9600005");
    await().until(() -> story("9600005").contains(Action.DELIVERY_DELAYED));

    connector.close();
    try (var files = Files.list(dir)) {
      for (Path file : files.filter(path -> path.toString().contains("lapor.db")).toList()) {
        assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
            .doesNotContainIgnoringCase("ZZPII")
            .doesNotContain("Lampu jalan");
      }
    }
    dishub.behaves(dishub::store);
    connector = open();
    connector.start();

    await().until(() -> dishub.tickets().size() == 1);
    OptionalLong broken = connector.store().read(tx -> connector.store().audit().firstBroken(tx));
    assertThat(broken).isEmpty();
  }
}
