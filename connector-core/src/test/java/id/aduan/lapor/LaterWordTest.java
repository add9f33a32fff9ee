package id.aduan.lapor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.aduan.lapor.audit.AuditEntry.Action;
import id.aduan.lapor.complaint.Status.Stage;
import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.delivery.OutboxView;
import id.aduan.lapor.delivery.State;
import id.aduan.lapor.delivery.Targets;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A coordinator decides anew while the portal is asked for what was decided before. */
@Tag("D13")
@Tag("TRM-04")
class LaterWordTest extends CoordinatorRig {

  private void opened(String id) {
    tells(id, "1398", OURS, Stage.VERIFIED);
    awaitStory(id, Action.TICKET_OPENED);
  }

  private void portalDown() {
    connector.agencies().pause(Targets.PORTAL, "rina", "the portal is down");
  }

  private void portalUp() {
    connector.agencies().resume(Targets.PORTAL, "rina", "it is back");
  }

  private List<State> forwards(String id) {
    return entries(id).stream()
        .filter(row -> row.operation().equals("forward"))
        .map(OutboxView.Row::state)
        .toList();
  }

  private void parked(String id) {
    await().until(() -> forwards(id).contains(State.PARKED));
  }

  @Test
  void a_case_that_was_to_be_given_back_and_is_given_to_an_agency_stays_with_it() {
    opened("9840001");
    portalDown();
    assertThat(giveBack("9840001", ELSEWHERE).code()).isEqualTo("asked_portal");

    assertThat(assign("9840001", DISHUB).code()).isEqualTo("assigned");
    portalUp();

    assertThat(forwards("9840001")).containsExactly(State.DISCARDED);
    assertThat(filer.calls()).isEmpty();
    assertThat(story("9840001")).doesNotContain(Action.LEG_MOVED);
    assertThat(told("9840001", Action.DISCARDED))
        .containsExactly("forward portal: taken back; reason: bukan urusan kami");
    assertThat(assign("9840001", DISHUB).code()).isEqualTo("already_there");
  }

  @Test
  void an_agency_that_has_it_no_more_is_not_passed_it_on_the_portal() {
    opened("9840002");
    portalDown();
    assertThat(assign("9840002", KANTAH).code()).isEqualTo("assigned");
    assertThat(assign("9840002", DISHUB).code()).isEqualTo("assigned");
    assertThat(assign("9840002", KANTAH).code()).isEqualTo("assigned");
    assertThat(assign("9840002", KANTAH).code()).isEqualTo("already_there");
    portalUp();

    awaitStory("9840002", Action.GIVEN_BACK_ON_PORTAL);
    assertThat(forwards("9840002")).containsExactly(State.DISCARDED, State.DONE);
    assertThat(filer.explained()).containsExactly("Diteruskan ke Instansi Tujuan");
  }

  @Test
  void what_the_portal_refused_is_asked_anew_by_a_later_word() {
    opened("9840003");
    filer.once(FaultyFiler.Call.FORWARD, FaultyFiler.Fault.REFUSED);
    assertThat(giveBack("9840003", ELSEWHERE).code()).isEqualTo("asked_portal");
    parked("9840003");

    assertThat(assign("9840003", KANTAH).code()).isEqualTo("assigned");

    awaitStory("9840003", Action.GIVEN_BACK_ON_PORTAL);
    assertThat(filer.forwardedTo(new TrackingId("9840003"))).containsExactly(LAND_OFFICE);
    assertThat(forwards("9840003")).containsExactly(State.DISCARDED, State.DONE);
  }

  @Test
  void what_may_have_arrived_is_settled_by_a_person_before_anything_else_is_done() {
    opened("9840004");
    filer.plan(
        call ->
            call == FaultyFiler.Call.FORWARD ? FaultyFiler.Fault.LOST : FaultyFiler.Fault.REFUSED);
    assertThat(giveBack("9840004", ELSEWHERE).code()).isEqualTo("asked_portal");
    await().until(() -> filer.calls().contains("FORWARD"));
    parked("9840004");
    long entry = entries("9840004").get(entries("9840004").size() - 1).id();

    assertThat(assign("9840004", KANTAH).code()).isEqualTo("forwarding_parked");
    assertThat(assign("9840004", KANTAH).detail()).isEqualTo(Long.toString(entry));
    assertThat(giveBack("9840004", ELSEWHERE).code()).isEqualTo("forwarding_parked");
    assertThat(story("9840004")).doesNotContain(Action.ASSIGNED);
  }

  @Test
  void a_return_that_the_portal_refuses_and_a_person_discards_waits_still() {
    opened("9840005");
    dishub.says(new TrackingId("9840005"), "", "BUKAN WEWENANG");
    awaitStory("9840005", Action.RETURNED);
    filer.once(FaultyFiler.Call.FORWARD, FaultyFiler.Fault.REFUSED);
    assertThat(giveBack("9840005", ELSEWHERE).code()).isEqualTo("asked_portal");
    parked("9840005");
    assertThat(queue()).containsExactly("RETURN 9840005 [dishub] asked");

    long entry = entries("9840005").get(entries("9840005").size() - 1).id();
    assertThat(connector.parked().discard(entry, RINA).done()).isTrue();

    assertThat(queue()).containsExactly("RETURN 9840005 [dishub]");
    assertThat(giveBack("9840005", ELSEWHERE).code()).isEqualTo("asked_portal");
    awaitStory("9840005", Action.GIVEN_BACK_ON_PORTAL);
    assertThat(queue()).isEmpty();
  }
}
