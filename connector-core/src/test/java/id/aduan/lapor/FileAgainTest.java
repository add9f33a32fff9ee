package id.aduan.lapor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.aduan.lapor.attachment.CaseFile;
import id.aduan.lapor.audit.AuditEntry.Action;
import id.aduan.lapor.complaint.AgencyCode;
import id.aduan.lapor.complaint.Attachment;
import id.aduan.lapor.complaint.Complaint;
import id.aduan.lapor.complaint.Status;
import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.delivery.Alert.Kind;
import id.aduan.lapor.delivery.DeliveryResult;
import id.aduan.lapor.delivery.State;
import id.aduan.lapor.delivery.TargetState.Mode;
import id.aduan.lapor.faults.Happened;
import id.aduan.lapor.store.jdbc.JdbcStore;
import id.aduan.lapor.sync.FileDelivery;
import id.aduan.lapor.sync.Follow;
import id.aduan.lapor.sync.Operator;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Files that did not go out to an agency at once. */
class FileAgainTest extends FileDeliveryRig {
  /** What the portal lists would bring a case back that a test marks. */
  @Override
  LaporConnectorBuilder configure(LaporConnectorBuilder builder) {
    return super.configure(builder).pollEvery(Duration.ofHours(1));
  }

  @Test
  @Tag("C11")
  void a_file_that_does_not_get_through_holds_up_no_other_of_its_case() throws Exception {
    dishub.attaching(
        file ->
            file.place() == 1 ? DeliveryResult.entryTrouble("too busy for it") : dishub.keep(file));

    tells("9880011", "a.jpg", "b.jpg");

    awaitDeliveries("9880011", FileDelivery.State.DUE, FileDelivery.State.SENT);
    await().until(() -> statesOfFiles("9880011").anyMatch(State.PARKED::equals));
    assertThat(dishub.attached()).hasSize(1);
    connector.close();
    assertThat(verified()).as("the marks of the lanes").isZero();
    connector = open();
  }

  private long verified() throws Exception {
    try (JdbcStore store = JdbcStore.sqlite(dir.resolve("lapor.db"))) {
      return store.verify(damage -> {}).damages();
    }
  }

  @Test
  @Tag("PSE-01")
  void a_file_whose_bytes_are_gone_is_fetched_again_and_goes_out() throws Exception {
    var paused = connector.agencies().pause(DISHUB + "~files", "operator:siti", "maintenance");
    tells("9880012", "a.jpg");
    awaitDeliveries("9880012", FileDelivery.State.DUE);
    try (Stream<Path> kept = Files.walk(dir.resolve("files"))) {
      for (Path file : kept.filter(it -> it.getFileName().toString().length() == 64).toList()) {
        Files.delete(file);
      }
    }

    var on = connector.agencies().resume(DISHUB + "~files", "operator:siti", "done");

    awaitDeliveries("9880012", FileDelivery.State.SENT);
    assertThat(story("9880012"))
        .contains(Action.FILE_ASKED_AGAIN)
        .doesNotContain(Action.PARKED, Action.FILE_NOT_TAKEN);
    assertThat(dishub.attached()).hasSize(1);
    assertThat(paused.standing().mode()).isEqualTo(Mode.PAUSED);
    assertThat(on.standing().mode()).isEqualTo(Mode.RUNNING);
  }

  @Test
  @Tag("F60")
  void files_that_fell_due_while_the_portal_had_the_case_no_more_go_when_it_is_back()
      throws Exception {
    var paused = connector.agencies().pause(DISHUB + "~files", "operator:siti", "maintenance");
    fetches = false;
    tells("9880013", "a.jpg", "b.jpg");
    await().until(() -> dishub.tickets().size() == 1);
    mark("9880013", Follow.Phase.GONE);
    fetches = true;
    await()
        .until(
            () ->
                connector.files().orElseThrow().of(new TrackingId("9880013")).stream()
                    .allMatch(it -> it.state() == CaseFile.State.HERE));
    assertThat(deliveries("9880013")).isEmpty();
    var on = connector.agencies().resume(DISHUB + "~files", "operator:siti", "done");

    var unused = push("evt_back", "9880013");

    awaitDeliveries("9880013", FileDelivery.State.SENT, FileDelivery.State.SENT);
    assertThat(paused.standing().mode()).isNotEqualTo(on.standing().mode());
    Happened.times("F60", 1, "a complaint deleted");
  }

  @Test
  @Tag("F60")
  void a_file_that_ended_while_the_portal_had_the_case_no_more_goes_when_it_is_back()
      throws Exception {
    var paused = connector.agencies().pause(DISHUB + "~files", "operator:siti", "maintenance");
    tells("9880014", "a.jpg");
    awaitDeliveries("9880014", FileDelivery.State.DUE);
    mark("9880014", Follow.Phase.GONE);
    var on = connector.agencies().resume(DISHUB + "~files", "operator:siti", "done");
    await().until(() -> statesOfFiles("9880014").allMatch(State.DISCARDED::equals));
    assertThat(dishub.attached()).isEmpty();

    var unused = push("evt_back", "9880014");

    awaitDeliveries("9880014", FileDelivery.State.SENT);
    assertThat(dishub.attached()).hasSize(1);
    assertThat(paused.standing().mode()).isNotEqualTo(on.standing().mode());
    Happened.times("F60", 1, "a complaint deleted");
  }

  @Test
  @Tag("D13")
  void files_that_ended_with_a_case_that_was_archived_go_when_it_is_opened_again()
      throws Exception {
    var paused = connector.agencies().pause(DISHUB + "~files", "operator:siti", "maintenance");
    tells("9880017", "a.jpg");
    awaitDeliveries("9880017", FileDelivery.State.DUE);
    becomes("9880017", Status.Stage.ARCHIVED);
    await().until(() -> story("9880017").contains(Action.LEG_ENDED));
    var on = connector.agencies().resume(DISHUB + "~files", "operator:siti", "done");
    await().until(() -> statesOfFiles("9880017").allMatch(State.DISCARDED::equals));
    assertThat(dishub.attached()).isEmpty();

    becomes("9880017", Status.Stage.VERIFIED);

    await().until(() -> dishub.attached().size() == 1);
    assertThat(dishub.attached().get(0)).startsWith("9880017.02-1-a.jpg ");
    assertThat(paused.standing().mode()).isNotEqualTo(on.standing().mode());
  }

  private void becomes(String id, Status.Stage stage) throws Exception {
    Complaint complaint = Samples.complaint(id, "1398");
    Status status = new Status(stage, Status.Actor.ADMIN, stage.name());
    Attachment file = new Attachment("a.jpg", "https://portal.invalid/a.jpg");
    portal.put(
        Samples.state(
            Samples.with(Samples.with(complaint, complaint.visibility(), status), List.of(file))));
    var unused = push("evt_" + stage, id);
  }

  private void mark(String id, Follow.Phase phase) {
    Follow follow =
        new Follow(
            new TrackingId(id), phase, Follow.NEVER, Duration.ofMinutes(15), Optional.empty());
    boolean unused =
        connector
            .store()
            .inTransaction(
                tx -> {
                  connector.store().follows().save(tx, follow);
                  return true;
                });
  }

  @Test
  void what_an_agency_did_not_take_is_told_and_goes_when_a_person_sends_it_again()
      throws Exception {
    dishub.attaching(file -> new DeliveryResult.Refused("http.413", "refused"));
    tells("9880015", "a.jpg", "b.jpg");
    awaitDeliveries("9880015", FileDelivery.State.REFUSED, FileDelivery.State.REFUSED);
    await().until(() -> statesOfFiles("9880015").allMatch(State::isSettled));
    await()
        .until(() -> alerts.stream().filter(it -> it.kind() == Kind.FILES_NOT_TAKEN).count() == 1);
    dishub.attaching(dishub::keep);

    assertThat(resend("9880015", OptionalInt.of(2), "kantah")).isZero();
    assertThat(resend("9880015", OptionalInt.of(2), DISHUB)).isEqualTo(1);

    awaitDeliveries("9880015", FileDelivery.State.REFUSED, FileDelivery.State.SENT);
    assertThat(story("9880015")).contains(Action.FILE_ASKED_AGAIN);
    assertThat(resend("9880015", OptionalInt.empty(), DISHUB)).isEqualTo(1);
    awaitDeliveries("9880015", FileDelivery.State.SENT, FileDelivery.State.SENT);
    assertThat(resend("9880015", OptionalInt.empty(), DISHUB)).isZero();
  }

  private int resend(String id, OptionalInt place, String agency) {
    return connector
        .files()
        .orElseThrow()
        .retry(
            new TrackingId(id),
            place,
            Optional.of(new AgencyCode(agency)),
            new Operator("siti", "its limit was raised"));
  }

  @Test
  void what_is_above_a_limit_of_the_agency_stays_there_when_it_is_sent_again() throws Exception {
    tells("9880016", "a.txt");
    awaitDeliveries("9880016", FileDelivery.State.REFUSED);

    assertThat(resend("9880016", OptionalInt.empty(), DISHUB)).isZero();

    assertThat(deliveries("9880016").get(0).reason()).isEqualTo("agency.type");
  }
}
