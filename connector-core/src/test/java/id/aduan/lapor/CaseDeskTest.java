package id.aduan.lapor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.aduan.lapor.audit.AuditEntry.Action;
import id.aduan.lapor.complaint.AgencyCode;
import id.aduan.lapor.complaint.Status.Stage;
import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.delivery.State;
import id.aduan.lapor.portal.PortalFiler;
import id.aduan.lapor.sync.CaseQueue;
import id.aduan.lapor.sync.Operator;
import id.aduan.lapor.sync.Replies;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the coordinator does with cases, and what waits for that. */
class CaseDeskTest extends CoordinatorRig {

  private void opened(String id, String category, String institution) {
    tells(id, category, institution, Stage.VERIFIED);
    awaitStory(id, Action.TICKET_OPENED);
  }

  @Test
  @Tag("D13")
  void what_no_rule_names_goes_to_the_default_queue_and_a_person_passes_it_on() {
    opened("9830001", "", "");
    assertThat(queue()).containsExactly("DEFAULT 9830001 [dishub]");

    assertThat(assign("9830001", KANTAH).code()).isEqualTo("assigned");

    await().until(() -> kantah.tickets().size() == 1);
    assertThat(queue()).isEmpty();
    assertThat(story("9830001")).contains(Action.ASSIGNED, Action.LEG_MOVED);
  }

  @Test
  @Tag("D13")
  void what_the_default_queue_keeps_is_left_there_by_a_confirmation() {
    opened("9830002", "", "");

    assertThat(assign("9830002").code()).isEqualTo("left");

    assertThat(queue()).isEmpty();
    assertThat(dishub.tickets()).hasSize(1);
    assertThat(entries("9830002")).hasSize(1);
  }

  @Test
  @Tag("D13")
  void a_disposition_against_the_rules_is_followed_and_shown_once() {
    opened("9830003", "932", OURS);

    assertThat(dishub.tickets()).hasSize(1);
    assertThat(queue()).containsExactly("DISAGREEMENT 9830003 [dishub]");
    assertThat(told("9830003", Action.COORDINATOR_WAITED_FOR))
        .containsExactly("DISAGREEMENT: portal dishub, rules kantah");
  }

  @Test
  @Tag("D13")
  void what_a_person_decided_the_portal_does_not_undo_and_the_disagreement_waits() {
    opened("9830004", "1398", "");
    assertThat(assign("9830004", DISHUB, KANTAH).code()).isEqualTo("assigned");
    assertThat(assign("9830004", DISHUB).code()).isEqualTo("assigned");

    tells("9830004", "1398", LAND_OFFICE, Stage.IN_PROGRESS);
    awaitStory("9830004", Action.COORDINATOR_WAITED_FOR);

    assertThat(queue()).containsExactly("DISAGREEMENT 9830004 [dishub]");
    assertThat(ofAgency(DISHUB)).hasSize(1);
    assertThat(ofAgency(KANTAH)).isEmpty(); // it was moved away from it
    assertThat(assign("9830004").code()).isEqualTo("left");

    tells("9830004", "1398", LAND_OFFICE, Stage.REPORTER_REPLIED);
    awaitStory("9830004", Action.CHANGED, 2);
    assertThat(queue()).isEmpty();
  }

  @Test
  void a_disagreement_ends_by_itself_when_the_portal_agrees() {
    opened("9830005", "932", OURS);

    tells("9830005", "1398", OURS, Stage.VERIFIED);
    awaitStory("9830005", Action.CHANGED);

    assertThat(queue()).isEmpty();
  }

  @Test
  @Tag("CMP-07")
  void a_case_that_an_agency_gave_back_is_listed_and_passed_on() {
    opened("9830006", "1398", OURS);
    assertThat(assign("9830006", new AgencyCode("dinkes")).code()).isEqualTo("unknown_agency");
    assertThat(assign("9830006", DISHUB).code()).isEqualTo("already_there");

    dishub.says(new TrackingId("9830006"), "", "BUKAN WEWENANG");
    awaitStory("9830006", Action.RETURNED);
    assertThat(queue()).containsExactly("RETURN 9830006 [dishub]");
    assertThat(connector.cases().list(CaseQueue.Filter.ALL).items().get(0).detail())
        .isEqualTo("BUKAN WEWENANG");

    assertThat(assign("9830006", KANTAH).code()).isEqualTo("assigned");
    await().until(() -> kantah.tickets().size() == 1);
    assertThat(queue()).isEmpty();
    assertThat(portal.followUps()).isEmpty();
  }

  @Test
  void a_case_that_was_given_back_may_stay_all_the_same() {
    opened("9830016", "1398", OURS);
    dishub.says(new TrackingId("9830016"), "", "BUKAN WEWENANG");
    awaitStory("9830016", Action.RETURNED);

    assertThat(assign("9830016", DISHUB).code()).isEqualTo("assigned");

    assertThat(queue()).isEmpty();
    assertThat(dishub.tickets()).hasSize(1);
  }

  @Test
  @Tag("portal-wire-12.4")
  void giving_back_is_asked_of_the_portal_once_however_its_answer_is_lost() {
    opened("9830007", "1398", OURS);
    filer.once(FaultyFiler.Call.FORWARD, FaultyFiler.Fault.ANSWER_LOST);

    assertThat(giveBack("9830007", ELSEWHERE).code()).isEqualTo("asked_portal");
    awaitStory("9830007", Action.GIVEN_BACK_ON_PORTAL);

    assertThat(filer.forwardedTo(new TrackingId("9830007"))).containsExactly(ELSEWHERE);
    assertThat(filer.calls()).startsWith("FORWARD", "LOOK");
    assertThat(story("9830007")).containsSubsequence(Action.GIVEN_BACK, Action.LEG_MOVED);
    assertThat(told("9830007", Action.GIVEN_BACK))
        .containsExactly("50033; reason: bukan urusan kami");
  }

  @Test
  void a_request_that_never_arrived_is_sent_again_after_it_was_looked_for() {
    opened("9830008", "1398", OURS);
    filer.once(FaultyFiler.Call.FORWARD, FaultyFiler.Fault.LOST);

    assertThat(giveBack("9830008", ELSEWHERE).done()).isTrue();
    awaitStory("9830008", Action.GIVEN_BACK_ON_PORTAL);

    assertThat(filer.forwardedTo(new TrackingId("9830008"))).containsExactly(ELSEWHERE);
  }

  @Test
  void a_case_that_comes_back_after_it_was_given_back_gets_a_ticket_of_its_own() {
    opened("9830009", "1398", OURS);
    assertThat(giveBack("9830009", ELSEWHERE).done()).isTrue();
    awaitStory("9830009", Action.GIVEN_BACK_ON_PORTAL);
    tells("9830009", "1398", ELSEWHERE, Stage.VERIFIED);
    awaitStory("9830009", Action.CHANGED);
    assertThat(dishub.tickets()).hasSize(1);

    tells("9830009", "1398", OURS, Stage.VERIFIED);

    await().until(() -> dishub.tickets().size() == 2);
    assertThat(dishub.tickets().get(1).facts().reference().value()).isEqualTo("9830009.02");
  }

  @Test
  void what_cannot_be_given_back_is_refused_with_its_reason() {
    opened("9830010", "1398", OURS);
    TrackingId id = new TrackingId("9830010");

    assertThat(giveBack("9830010", "").code()).isEqualTo("no_institution");
    assertThat(giveBack("9830010", OURS).code()).isEqualTo("already_there");
    assertThat(giveBack("9830010", "Dinas").code()).isEqualTo("bad_institution");
    assertThat(giveBack("9839999", ELSEWHERE).code()).isEqualTo("unknown");
    assertThat(
            connector.cases().giveBack(id, Optional.of(ELSEWHERE), new Operator("rina", "")).code())
        .isEqualTo("no_reason");
    filer.ability(new PortalFiler.Ability(true, false, true));
    assertThat(giveBack("9830010", ELSEWHERE).code()).isEqualTo("no_forwarding");
    assertThat(assign("9830010", KANTAH).code()).isEqualTo("no_forwarding");
    assertThat(filer.calls()).isEmpty();
    assertThat(story("9830010")).doesNotContain(Action.GIVEN_BACK, Action.ASSIGNED);
  }

  @Test
  @Tag("TRM-04")
  void an_agency_that_the_portal_reaches_by_a_forwarding_gets_its_ticket_and_is_passed_it() {
    opened("9830011", "1398", OURS);

    assertThat(assign("9830011", KANTAH).code()).isEqualTo("assigned");

    await().until(() -> kantah.tickets().size() == 1);
    awaitStory("9830011", Action.GIVEN_BACK_ON_PORTAL);
    assertThat(filer.forwardedTo(new TrackingId("9830011"))).containsExactly(LAND_OFFICE);
    tells("9830011", "1398", LAND_OFFICE, Stage.VERIFIED);
    awaitStory("9830011", Action.CHANGED);
    assertThat(kantah.tickets()).hasSize(1);
    assertThat(queue()).isEmpty();
  }

  @Test
  @Tag("C13")
  void an_answer_to_what_the_portal_has_put_away_waits_and_a_person_may_let_it_go() {
    opened("9830012", "1398", "");
    tells("9830012", "1398", "", Stage.BLOCKED);
    awaitStory("9830012", Action.CHANGED);

    dishub.writes(new TrackingId("9830012"), "Sudah diperbaiki.", true);
    awaitStory("9830012", Action.REPLY_HELD);
    assertThat(portal.followUps()).isEmpty();

    List<Replies.Waiting> waiting = connector.replies().waiting(10);
    assertThat(connector.replies().approve(waiting.get(0).id(), Optional.empty(), RINA).name())
        .isEqualTo("APPROVED");
    await().until(() -> portal.followUps().size() == 1);
  }

  @Test
  @Tag("C13")
  void a_change_that_the_portals_own_rules_do_not_have_is_applied_counted_and_told() {
    opened("9830013", "1398", "");
    tells("9830013", "1398", "", Stage.ARCHIVED);
    awaitStory("9830013", Action.CHANGED);
    assertThat(unexpected).hasValue(0);

    tells("9830013", "1398", "", Stage.IN_PROGRESS);
    awaitStory("9830013", Action.UNEXPECTED_TRANSITION);

    await().until(() -> unexpected.get() == 1);
    assertThat(told("9830013", Action.UNEXPECTED_TRANSITION))
        .containsExactly("ARCHIVED -> IN_PROGRESS");
  }

  @Test
  @Tag("C13")
  void what_the_portal_closed_and_an_agency_works_on_differs_and_is_not_made_one() {
    opened("9830017", "1398", "");
    dishub.says(new TrackingId("9830017"), "", "PROSES");
    awaitStory("9830017", Action.AGENCY_STATUS);

    tells("9830017", "1398", "", Stage.CLOSED);
    awaitStory("9830017", Action.DIFFERENCE);

    assertThat(told("9830017", Action.DIFFERENCE))
        .containsExactly("portal CLOSED, dishub IN_PROGRESS (9830017)");
    assertThat(queue()).containsExactly("DIFFERENCE 9830017 [dishub]");

    tells("9830017", "1398", "", Stage.REPORTER_REPLIED);
    awaitStory("9830017", Action.LEG_REOPENED);
    await().until(() -> queue().isEmpty());
  }

  @Test
  void lists_are_told_by_kind_and_agency_and_read_on() {
    opened("9830014", "", "");
    opened("9830015", "", "");

    CaseQueue.Page first = list(Optional.of(DISHUB), 0, 1);
    CaseQueue.Page second = list(Optional.of(DISHUB), 1, 1);

    assertThat(first.items()).extracting(it -> it.complaint().value()).containsExactly("9830014");
    assertThat(first.more()).isTrue();
    assertThat(second.items()).extracting(it -> it.complaint().value()).containsExactly("9830015");
    assertThat(second.more()).isFalse();
    assertThat(list(Optional.of(KANTAH), 0, 1).items()).isEmpty();
    assertThat(entries("9830014")).allMatch(row -> row.state() == State.DONE);
  }

  private List<CaseQueue.Item> ofAgency(AgencyCode agency) {
    return connector
        .cases()
        .list(new CaseQueue.Filter(Optional.empty(), Optional.of(agency), 0, 10))
        .items();
  }

  private CaseQueue.Page list(Optional<AgencyCode> agency, int skip, int max) {
    return connector
        .cases()
        .list(new CaseQueue.Filter(Optional.of(CaseQueue.Kind.DEFAULT), agency, skip, max));
  }
}
