package id.aduan.lapor.sync;

import static org.assertj.core.api.Assertions.assertThat;

import id.aduan.lapor.audit.AuditEntry;
import id.aduan.lapor.audit.AuditEntry.Action;
import id.aduan.lapor.complaint.AgencyCode;
import id.aduan.lapor.complaint.FollowUp;
import id.aduan.lapor.complaint.Status.Stage;
import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.delivery.Alert;
import id.aduan.lapor.delivery.DeliveryResult;
import id.aduan.lapor.delivery.Envelope;
import id.aduan.lapor.delivery.IdempotencyKey;
import id.aduan.lapor.delivery.Lane;
import id.aduan.lapor.delivery.Targets;
import id.aduan.lapor.failure.FarEndException;
import id.aduan.lapor.faults.Happened;
import id.aduan.lapor.json.ModelJson;
import id.aduan.lapor.privacy.AgencyComplaint;
import id.aduan.lapor.sync.Follow.Phase;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Known complaints are read again by their numbers, and some are gone (F60). */
@Tag("C5")
class FollowRoundTest extends CareRig {
  @Test
  void a_quiet_case_is_read_ever_more_rarely_and_its_change_is_found_all_the_same() {
    String id = portal.files();
    know(id);
    calls = 0;

    follow(Duration.ofDays(3));

    // 15 min, 30 min, 1, 2, 4, 8 h make 15:45 h; then every 12 h, each give or take a fifth.
    assertThat(calls).isBetween(9, 13);
    portal.closes(id);
    follow(Duration.ofHours(15));
    assertThat(find(id).status().stage()).isEqualTo(Stage.CLOSED);
  }

  @Test
  void a_closed_one_is_read_once_at_the_end_of_its_window() {
    String id = portal.files();
    portal.closes(id);
    know(id);
    calls = 0;

    follow(Duration.ofDays(40));

    assertThat(calls).isEqualTo(1);
    assertThat(followed(id).phase()).isEqualTo(Phase.ENDED);
  }

  @Test
  void one_that_was_opened_again_is_found_and_followed_as_before() {
    String id = portal.files();
    portal.closes(id);
    know(id);
    now = now.plus(Duration.ofDays(2));
    while (find(id).equals(portal.row(id).state.complaint())
        || portal.row(id).state.complaint().status().stage() == Stage.CLOSED) {
      portal.changes(id);
    }

    follow(Duration.ofDays(16));

    assertThat(find(id)).isEqualTo(portal.row(id).state.complaint());
    assertThat(followed(id).phase()).isEqualTo(Phase.OPEN);
  }

  @Test
  void a_case_leaves_one_entry_however_often_it_is_read() {
    String id = portal.files();
    know(id);

    follow(Duration.ofDays(10));

    assertThat(entries(id))
        .filteredOn(it -> it.operation().equals(ComplaintIntake.FETCH))
        .hasSize(1);
  }

  @Test
  void after_an_outage_the_backlog_is_read_at_the_usual_pace() throws Exception {
    with(true);
    for (int i = 0; i < 120; i++) {
      portal.files();
    }
    know();
    now = now.plus(Duration.ofDays(3));

    assertThat(round.runOnce()).isEqualTo(50);
    now = now.plus(FollowRound.WAITED_MAX).plusSeconds(1);
    assertThat(round.runOnce()).isZero();
    engine.work();
    assertThat(round.runOnce()).isEqualTo(50);
    engine.work();
    assertThat(round.runOnce()).isEqualTo(20);
  }

  @Test
  void cases_of_before_are_adopted_and_not_all_read_at_once() throws Exception {
    with(true, FollowSettings.OFF);
    for (int i = 0; i < 40; i++) {
      portal.files();
    }
    SimPortal same = portal;
    know();
    assertThat(unfollowed()).hasSize(40);
    with(true, FOLLOW);
    portal.rows.putAll(same.rows);
    calls = 0;

    follow(Duration.ofHours(1));
    assertThat(calls).isBetween(0, 15);
    follow(Duration.ofHours(12));
    assertThat(calls).isGreaterThanOrEqualTo(40);
  }

  @Test
  @Tag("F60")
  void a_deleted_complaint_is_marked_once_that_is_sure() {
    String id = portal.files();
    String other = portal.files();
    know(id, other);
    portal.deletes(id);

    follow(Duration.ofMinutes(50));
    assertThat(followed(id).phase()).isEqualTo(Phase.OPEN);
    follow(Duration.ofHours(4));

    assertThat(followed(id).phase()).isEqualTo(Phase.GONE);
    assertThat(find(id).title()).isNotEmpty();
    assertThat(story(id)).contains(Action.WITHDRAWN);
    assertThat(alerts).extracting(Alert::kind).containsExactly(Alert.Kind.COMPLAINT_GONE);
    assertThat(agency.updates()).last().isInstanceOf(AgencyComplaint.Withheld.class);
    assertThat(refusalOfAnAnswerTo(id)).isInstanceOf(DeliveryResult.Refused.class);
    calls = 0;
    portal.deletes(other);
    follow(Duration.ofHours(1));
    assertThat(gone()).isEqualTo(1);
    Happened.times("F60", 2, "complaints deleted");
  }

  @Test
  @Tag("C20")
  void a_damaged_row_holds_up_its_own_case_alone() throws Exception {
    String damaged = portal.files();
    String other = portal.files();
    know(damaged, other);
    tamper("update lapor_follow set phase = 'GONE' where tracking_id = '" + damaged + "'");
    now = now.plus(Duration.ofHours(1));
    portal.closes(other);

    follow(Duration.ofHours(1));

    assertThat(find(other).status().stage()).isEqualTo(Stage.CLOSED);
    assertThat(refusalOfAnAnswerTo(damaged)).isInstanceOf(DeliveryResult.RetryLater.class);
    assertThat(reconciler.run(true, "engine").orElseThrow().complete()).isTrue();
  }

  @Test
  @Tag("F60")
  void that_an_agency_cannot_be_told_of_a_deleted_complaint_is_in_the_audit_trail()
      throws Exception {
    updatable = false;
    with(true);
    String id = portal.files();
    know(id, portal.files());
    portal.deletes(id);

    follow(Duration.ofHours(5));

    List<AuditEntry> entries = store.read(tx -> store.audit().about(tx, id));
    assertThat(entries)
        .filteredOn(it -> it.action() == Action.WITHDRAWN)
        .extracting(AuditEntry::detail)
        .containsExactly("dishub: its system cannot be updated and shows the case as it was");
    Happened.times("F60", 1, "a complaint deleted");
  }

  private void tamper(String sql) throws Exception {
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + dir.resolve("lapor.db"));
        var statement = connection.createStatement()) {
      assertThat(statement.executeUpdate(sql)).isEqualTo(1);
    }
  }

  private DeliveryResult refusalOfAnAnswerTo(String id) {
    Lane lane = new Lane(new TrackingId(id), Targets.PORTAL);
    FollowUp answer =
        new FollowUp(
            lane.complaint(),
            new AgencyCode("dishub"),
            "1",
            now,
            "Selesai.",
            List.of(),
            false,
            "",
            1,
            List.of());
    PortalDelivery delivery =
        new PortalDelivery(
            new SilentWriter(), store, new Timekeeper(store, Deadlines.national()), () -> now);
    return delivery.deliver(
        new Envelope(
            1,
            lane,
            AnswerIntake.PUBLISH,
            IdempotencyKey.of(lane, AnswerIntake.PUBLISH, "1"),
            ModelJson.write(answer),
            0,
            0,
            1,
            false,
            0));
  }

  @Test
  @Tag("F60")
  void a_wrong_address_in_front_of_all_complaints_deletes_none() {
    List<String> ids = List.of(portal.files(), portal.files(), portal.files());
    know(ids.toArray(String[]::new));
    Runnable before = portal.beforeCall;
    portal.beforeCall =
        () -> {
          before.run();
          throw FarEndException.absent("GET answered 404; nothing was read");
        };

    follow(Duration.ofDays(2));

    ids.forEach(id -> assertThat(followed(id).phase()).isEqualTo(Phase.OPEN));
    assertThat(alerts).extracting(Alert::kind).containsExactly(Alert.Kind.PORTAL_HAS_NONE);
    Happened.times("F60", ids.size(), "complaints that seem deleted");
  }

  @Test
  @Tag("F60")
  void one_absence_asks_for_one_other_case_and_not_for_all_of_them() throws Exception {
    with(true, FollowSettings.OFF);
    for (int i = 0; i < 50; i++) {
      portal.files();
    }
    know();
    Runnable before = portal.beforeCall;
    portal.beforeCall =
        () -> {
          before.run();
          throw FarEndException.absent("GET answered 404; nothing was read");
        };
    calls = 0;
    boolean unused = store.inTransaction(tx -> following.ask(tx, new TrackingId("9200000"), now));
    engine.work();
    assertThat(calls).isEqualTo(2);

    follow(Duration.ofDays(2));

    long absent =
        portal.rows.keySet().stream()
            .filter(
                id -> store.read(tx -> store.follows().find(tx, new TrackingId(id))).isPresent())
            .count();
    assertThat(absent).isLessThan(Following.ABSENCES_MAX + 2 * 4); // later four a day
    assertThat(alerts).extracting(Alert::kind).containsExactly(Alert.Kind.PORTAL_HAS_NONE);
    Happened.times("F60", 50, "complaints that seem deleted");
  }

  @Test
  @Tag("F60")
  void one_that_comes_back_is_shown_to_its_agency_again() {
    String id = portal.files();
    know(id, portal.files());
    portal.deletes(id);
    follow(Duration.ofHours(5));
    portal.row(id).deleted = false;
    portal.changes(id);

    poll.pollOnce();
    engine.work();

    assertThat(followed(id).phase()).isEqualTo(Phase.OPEN);
    assertThat(story(id)).contains(Action.WITHDRAWN, Action.REAPPEARED);
    assertThat(find(id)).isEqualTo(portal.row(id).state.complaint());
    assertThat(agency.updates())
        .last()
        .isEqualTo(AgencyComplaint.of(portal.row(id).state.complaint()));
    Happened.times("F60", 1, "a complaint deleted and back");
  }
}
