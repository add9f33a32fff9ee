package id.aduan.lapor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.aduan.lapor.agency.Capability;
import id.aduan.lapor.audit.AuditEntry.Action;
import id.aduan.lapor.complaint.Complaint;
import id.aduan.lapor.complaint.Flag;
import id.aduan.lapor.complaint.Status;
import id.aduan.lapor.complaint.Status.Stage;
import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.complaint.Visibility;
import id.aduan.lapor.deadline.CaseClocks;
import id.aduan.lapor.deadline.CaseEvent;
import id.aduan.lapor.deadline.Occurrence;
import id.aduan.lapor.portal.PortalState;
import id.aduan.lapor.privacy.AgencyComplaint;
import id.aduan.lapor.sync.Replies;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What becomes of a case that an agency, or we, gave back, and of one whose legs are damaged. */
class LegReturnsTest extends CoordinatorRig {
  private void opened(String id) {
    tells(id, "1398", OURS, Stage.VERIFIED);
    awaitStory(id, Action.TICKET_OPENED);
  }

  private void returned(String id) {
    dishub.says(new TrackingId(id), "", "BUKAN WEWENANG");
    awaitStory(id, Action.RETURNED);
  }

  private void givenBack(String id) {
    assertThat(giveBack(id, ELSEWHERE).done()).isTrue();
    awaitStory(id, Action.GIVEN_BACK_ON_PORTAL);
  }

  private long answers(String id) {
    Optional<CaseClocks> clocks =
        connector.store().read(tx -> connector.store().clocks().find(tx, new TrackingId(id)));
    return clocks.orElseThrow().events().stream()
        .map(Occurrence::event)
        .filter(CaseEvent.ANSWERED::equals)
        .count();
  }

  private void later(Complaint complaint) {
    Instant at = Instant.now().plusSeconds(1);
    portal.put(new PortalState(complaint, OptionalLong.empty(), Optional.of(at), true));
  }

  @Test
  void a_case_that_comes_back_gets_a_ticket_also_where_nobody_saw_it_elsewhere() {
    opened("9870001");
    givenBack("9870001");

    later(complaint("9870001", "1398", OURS, Stage.IN_PROGRESS));

    await().until(() -> dishub.tickets().size() == 2);
    assertThat(dishub.tickets().get(1).facts().reference().value()).isEqualTo("9870001.02");
  }

  @Test
  void a_case_that_comes_back_by_a_disposition_that_is_not_mapped_is_asked_for() {
    opened("9870002");
    givenBack("9870002");
    tells("9870002", "1398", ELSEWHERE, Stage.VERIFIED);
    awaitStory("9870002", Action.CHANGED);
    assertThat(queue()).isEmpty();

    tells("9870002", "1398", "60044", Stage.VERIFIED);

    await().until(() -> queue().contains("CONFIRMATION 9870002 [dishub]"));
    assertThat(confirm("9870002").code()).isEqualTo("confirmed");
    await().until(() -> dishub.tickets().size() == 2);
  }

  @Test
  @Tag("CMP-07")
  void a_return_ends_no_clock_and_what_a_person_drops_is_waited_for_no_more() {
    opened("9870003");
    assertThat(assign("9870003", DISHUB, KANTAH).done()).isTrue();
    await().until(() -> kantah.tickets().size() == 1);
    kantah.writes(new TrackingId("9870003"), "Sudah diukur.", true);
    awaitStory("9870003", Action.FOLLOW_UP_PUBLISHED);

    returned("9870003");
    assertThat(answers("9870003")).isZero();

    assertThat(assign("9870003", KANTAH).done()).isTrue();
    assertThat(answers("9870003")).isOne();
  }

  @Test
  void an_agency_that_would_not_have_a_case_gets_it_no_second_time_and_the_coordinator_is_asked() {
    opened("9870004");
    returned("9870004");
    tells("9870004", "1398", OURS, Stage.CLOSED);
    awaitStory("9870004", Action.LEG_ENDED);

    tells("9870004", "1398", OURS, Stage.REPORTER_REPLIED);

    await().until(() -> queue().contains("CONFIRMATION 9870004 [dishub]"));
    assertThat(dishub.tickets()).hasSize(1);
    assertThat(story("9870004")).doesNotContain(Action.LEG_REOPENED);
  }

  @Test
  void a_case_that_was_never_open_here_waits_for_nobody() {
    tells("9870005", "", "", Stage.REJECTED);
    awaitStory("9870005", Action.RECEIVED);

    assertThat(queue()).isEmpty();
  }

  @Test
  void a_case_that_had_ended_is_opened_again_after_a_word_that_nobody_knows() {
    opened("9870006");
    tells("9870006", "1398", OURS, Stage.CLOSED);
    awaitStory("9870006", Action.LEG_ENDED);
    tells("9870006", "1398", OURS, Stage.UNKNOWN);
    awaitStory("9870006", Action.CHANGED, 2);

    tells("9870006", "1398", OURS, Stage.IN_PROGRESS);

    await().until(() -> dishub.tickets().size() == 2);
    assertThat(dishub.tickets().get(1).facts().reference().value()).isEqualTo("9870006.02");
  }

  @Test
  @Tag("C20")
  @Tag("C24")
  void a_damaged_leg_keeps_no_report_from_becoming_secret() throws Exception {
    dishub.can(Set.of(Capability.FIND, Capability.CHANGES, Capability.UPDATE));
    opened("9870007");
    dishub.says(new TrackingId("9870007"), "", "PROSES");
    awaitStory("9870007", Action.AGENCY_STATUS);
    damageLeg("9870007");

    Complaint known = complaint("9870007", "1398", OURS, Stage.VERIFIED);
    Status status = known.status();
    portal.put(Samples.state(Samples.with(known, new Visibility(Flag.FALSE, Flag.TRUE), status)));

    await().until(() -> dishub.updates().size() == 1);
    assertThat(dishub.updates().get(0)).isInstanceOf(AgencyComplaint.Withheld.class);
    assertThat(isSecret("9870007")).isEqualTo(Flag.TRUE);
  }

  @Test
  @Tag("C20")
  void a_damaged_leg_keeps_no_answer_from_being_settled() throws Exception {
    opened("9870008");
    dishub.says(new TrackingId("9870008"), "", "PROSES");
    awaitStory("9870008", Action.AGENCY_STATUS);
    damageLeg("9870008");
    dishub.writes(new TrackingId("9870008"), "Sudah diperbaiki.", true);
    awaitStory("9870008", Action.REPLY_HELD);

    List<Replies.Waiting> waiting = connector.replies().waiting(10);
    assertThat(connector.replies().approve(waiting.get(0).id(), Optional.empty(), RINA).name())
        .isEqualTo("APPROVED");

    awaitStory("9870008", Action.FOLLOW_UP_PUBLISHED);
  }

  private Flag isSecret(String id) {
    return connector
        .store()
        .read(tx -> connector.store().complaints().find(tx, new TrackingId(id)))
        .orElseThrow()
        .complaint()
        .visibility()
        .secret();
  }

  private void damageLeg(String id) throws Exception {
    try (Connection db = DriverManager.getConnection("jdbc:sqlite:" + dir.resolve("lapor.db"));
        PreparedStatement change =
            db.prepareStatement("update lapor_leg set reason = 'x' where tracking_id = ?")) {
      change.setString(1, id);
      assertThat(change.executeUpdate()).isEqualTo(1);
    }
  }
}
