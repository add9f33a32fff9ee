package id.aduan.lapor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import id.aduan.lapor.agency.Capability;
import id.aduan.lapor.audit.AuditEntry.Action;
import id.aduan.lapor.complaint.AgencyCode;
import id.aduan.lapor.complaint.Reference;
import id.aduan.lapor.complaint.Status.Stage;
import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.delivery.DeliveryResult;
import id.aduan.lapor.delivery.Lookup;
import id.aduan.lapor.delivery.OutboxView;
import id.aduan.lapor.delivery.State;
import id.aduan.lapor.sync.ReplayWish;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What becomes of an opening that has not arrived when its leg is over. */
class LegEndsTest extends CoordinatorRig {
  private static final ReplayWish ABSENT = new ReplayWish(false, true, Optional.empty());

  private List<OutboxView.Row> openingsOf(String id, AgencyCode agency) {
    return entries(id).stream()
        .filter(row -> row.lane().target().equals(agency.value()) && row.operation().equals("open"))
        .toList();
  }

  private void refusedAtDishub(String id) {
    dishub.behaves(complaint -> new DeliveryResult.Refused("http.422", "no"));
    tells(id, "1398", "", Stage.VERIFIED);
    awaitState(id, State.PARKED);
  }

  /** Every attempt ends as unknown, and would store a ticket as soon as the case has gone. */
  private AtomicBoolean uncertainAtDishub(String id) {
    AtomicBoolean gone = new AtomicBoolean();
    dishub.behaves(
        complaint ->
            gone.get() ? dishub.store(complaint) : new DeliveryResult.Unknown("no answer"));
    tells(id, "1398", "", Stage.VERIFIED);
    awaitStory(id, Action.OUTCOME_UNKNOWN);
    return gone;
  }

  private void awaitDiscarded(String id, String why) {
    await()
        .untilAsserted(
            () ->
                assertThat(openingsOf(id, DISHUB))
                    .extracting(OutboxView.Row::state, OutboxView.Row::code)
                    .containsExactly(tuple(State.DISCARDED, why)));
  }

  @Test
  @Tag("D13")
  void an_opening_whose_end_is_not_known_opens_nothing_after_another_agency_has_the_case() {
    AtomicBoolean gone = uncertainAtDishub("9860001");

    assertThat(assign("9860001", KANTAH).done()).isTrue();
    gone.set(true);

    awaitDiscarded("9860001", "leg.moved");
    await().until(() -> kantah.tickets().size() == 1);
    assertThat(dishub.tickets()).isEmpty();
  }

  @Test
  @Tag("D13")
  void an_opening_whose_end_is_not_known_opens_nothing_after_the_case_was_blocked() {
    AtomicBoolean gone = uncertainAtDishub("9860002");

    tells("9860002", "1398", "", Stage.BLOCKED);
    awaitStory("9860002", Action.LEG_ENDED);
    gone.set(true);

    awaitDiscarded("9860002", "case.withheld");
    assertThat(dishub.tickets()).isEmpty();
  }

  @Test
  void what_was_refused_is_given_up_with_its_leg_and_the_next_leg_is_not_held_up() {
    refusedAtDishub("9860003");

    assertThat(assign("9860003", KANTAH).done()).isTrue();
    awaitDiscarded("9860003", "leg.moved");
    awaitStory("9860003", Action.GIVEN_BACK_ON_PORTAL);
    dishub.behaves(dishub::store);
    assertThat(assign("9860003", DISHUB).done()).isTrue();

    await().until(() -> dishub.tickets().size() == 1);
    assertThat(dishub.tickets().get(0).facts().reference().value()).isEqualTo("9860003.02");
  }

  @Test
  @Tag("C12")
  void what_may_have_arrived_is_not_let_go_once_another_agency_has_the_case() {
    dishub.can(Set.of(Capability.CHANGES));
    dishub.behaves(complaint -> new DeliveryResult.Unknown("no answer"));
    tells("9860004", "1398", "", Stage.VERIFIED);
    awaitState("9860004", State.PARKED);
    long entry = openingsOf("9860004", DISHUB).get(0).id();
    assertThat(assign("9860004", KANTAH).done()).isTrue();

    assertThat(connector.parked().replay(entry, ABSENT, RINA).code()).isEqualTo("has_moved");
  }

  @Test
  @Tag("C12")
  void a_ticket_of_another_leg_of_the_same_case_is_not_taken_for_this_one() {
    tells("9860005", "1398", "", Stage.VERIFIED);
    awaitStory("9860005", Action.TICKET_OPENED);
    assertThat(assign("9860005", KANTAH).done()).isTrue();
    awaitStory("9860005", Action.GIVEN_BACK_ON_PORTAL);
    dishub.behaves(complaint -> new DeliveryResult.Refused("http.422", "no"));
    assertThat(assign("9860005", DISHUB).done()).isTrue();
    awaitState("9860005", State.PARKED);
    long entry = openingsOf("9860005", DISHUB).get(1).id();

    ReplayWish there = new ReplayWish(false, false, Optional.of("TKT-9860005"));

    assertThat(connector.parked().replay(entry, there, RINA).code()).isEqualTo("ticket_taken");
    assertThat(dishub.find(new Reference(new TrackingId("9860005"), 2)))
        .isInstanceOf(Lookup.Absent.class);
  }
}
