package id.aduan.lapor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.aduan.lapor.attachment.Inspection.Verdict;
import id.aduan.lapor.audit.AuditEntry.Action;
import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.delivery.DeliveryResult;
import id.aduan.lapor.delivery.State;
import id.aduan.lapor.delivery.TargetState.Mode;
import id.aduan.lapor.privacy.AgencyComplaint.FileNote;
import id.aduan.lapor.sync.FileDelivery;
import id.aduan.lapor.sync.Operator;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Files from the vault to the agency that has the ticket. */
class FileDeliveryTest extends FileDeliveryRig {
  @Test
  void what_goes_to_an_agency_is_the_copy_without_its_place_under_a_name_of_ours()
      throws Exception {
    tells("9880001", "../foto jalan.exe");

    awaitDeliveries("9880001", FileDelivery.State.SENT);
    assertThat(dishub.attached())
        .containsExactly(
            "9880001-1-foto-jalan.jpg image/jpeg cleaned https://portal.invalid/../foto jalan.exe");
    assertThat(story("9880001")).contains(Action.TICKET_OPENED, Action.FILE_DELIVERED);
  }

  @Test
  void a_file_that_comes_after_its_ticket_follows_it_once() throws Exception {
    fetches = false;
    tells("9880002", "a.jpg");
    await().until(() -> dishub.tickets().size() == 1);

    fetches = true;

    awaitDeliveries("9880002", FileDelivery.State.SENT);
    assertThat(dishub.attached()).hasSize(1);
  }

  @Test
  void what_is_above_a_limit_of_the_agency_is_refused_without_a_call() throws Exception {
    tells("9880003", "a.txt", "b.jpg", "c.jpg", "d.jpg", "e".repeat(100) + ".jpg");

    awaitDeliveries(
        "9880003",
        FileDelivery.State.REFUSED,
        FileDelivery.State.SENT,
        FileDelivery.State.SENT,
        FileDelivery.State.REFUSED,
        FileDelivery.State.REFUSED);
    assertThat(deliveries("9880003"))
        .extracting(FileDelivery::reason)
        .containsExactly("agency.type", "", "", "agency.too-many", "agency.file-too-large");
    assertThat(dishub.attached()).hasSize(2);
    await().until(() -> statesOfFiles("9880003").allMatch(State::isSettled));
  }

  @Test
  void a_file_that_the_agency_refuses_holds_up_neither_the_case_nor_another_file()
      throws Exception {
    dishub.attaching(
        file ->
            file.place() == 1
                ? new DeliveryResult.Refused("http.415", "refused")
                : dishub.keep(file));

    tells("9880004", "a.jpg", "b.jpg");

    awaitDeliveries("9880004", FileDelivery.State.REFUSED, FileDelivery.State.SENT);
    assertThat(deliveries("9880004").get(0).reason()).isEqualTo("http.415");
    assertThat(story("9880004")).contains(Action.FILE_NOT_TAKEN).doesNotContain(Action.PARKED);
  }

  @Test
  @Tag("C7")
  void an_end_that_nobody_knows_is_looked_up_and_the_file_stands_there_once() throws Exception {
    dishub.attaching(
        file -> {
          var unused = dishub.keep(file);
          return new DeliveryResult.Unknown("cut");
        });

    tells("9880005", "a.jpg");

    awaitDeliveries("9880005", FileDelivery.State.SENT);
    assertThat(dishub.attached()).hasSize(1);
  }

  @Test
  void a_file_that_is_held_back_goes_to_nobody() throws Exception {
    verdict = Verdict.QUARANTINED;

    tells("9880006", "a.jpg");
    await().until(() -> story("9880006").contains(Action.TICKET_OPENED));
    await()
        .until(
            () ->
                connector.files().orElseThrow().of(new TrackingId("9880006")).stream()
                    .anyMatch(it -> it.state().name().equals("QUARANTINED")));

    await().until(() -> !dishub.updates().isEmpty());
    assertThat(dishub.updates().get(dishub.updates().size() - 1).facts().files())
        .containsExactly(
            new FileNote(1, "https://portal.invalid/a.jpg", "quarantined", "quarantined"));
    assertThat(deliveries("9880006")).isEmpty();
    assertThat(statesOfFiles("9880006")).isEmpty();
  }

  @Test
  void an_agency_that_was_told_of_a_file_held_back_is_told_when_it_is_let_go() throws Exception {
    verdict = Verdict.QUARANTINED;
    tells("9880008", "a.jpg");
    await().until(() -> told("9880008").equals(List.of("quarantined")));

    var unused =
        connector
            .files()
            .orElseThrow()
            .release(new TrackingId("9880008"), 1, new Operator("siti", "looked at"));

    await().until(() -> told("9880008").equals(List.of("here")));
    awaitDeliveries("9880008", FileDelivery.State.SENT);
  }

  @Test
  void an_agency_is_told_of_what_our_rules_for_it_hold_back_and_then_no_more() throws Exception {
    tells("9880009", "a.txt");

    await().until(() -> told("9880009").equals(List.of("refused")));
    await().until(() -> entries("9880009").stream().allMatch(it -> it.state().isSettled()));
    assertThat(dishub.updates()).hasSize(1);
  }

  @Test
  void files_that_all_go_out_make_no_update() throws Exception {
    tells("9880010", "a.jpg", "b.jpg");

    awaitDeliveries("9880010", FileDelivery.State.SENT, FileDelivery.State.SENT);
    assertThat(dishub.updates()).isEmpty();
  }

  /** The states of the files in the newest update of a case. */
  private List<String> told(String id) {
    return dishub.updates().stream()
        .filter(it -> it.facts().id().value().equals(id))
        .reduce((earlier, later) -> later)
        .map(it -> it.facts().files().stream().map(FileNote::state).toList())
        .orElse(List.of());
  }

  @Test
  void files_wait_where_their_agency_is_switched_off_and_go_when_it_is_on_again() throws Exception {
    var off = connector.agencies().off(DISHUB, "operator:siti", "maintenance");
    tells("9880007", "a.jpg");
    assertThat(connector.agencies().state(DISHUB + "~files").standing().mode()).isEqualTo(Mode.OFF);

    var on = connector.agencies().resume(DISHUB, "operator:siti", "done");

    awaitDeliveries("9880007", FileDelivery.State.SENT);
    assertThat(off.standing().mode()).isEqualTo(Mode.OFF);
    assertThat(on.standing().mode()).isEqualTo(Mode.RUNNING);
  }
}
