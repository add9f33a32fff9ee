package id.aduan.lapor.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import id.aduan.lapor.FakeAgency;
import id.aduan.lapor.agency.Capability;
import id.aduan.lapor.audit.AuditEntry;
import id.aduan.lapor.audit.AuditEntry.Action;
import id.aduan.lapor.complaint.AgencyCode;
import id.aduan.lapor.complaint.Complaint;
import id.aduan.lapor.complaint.FollowUp;
import id.aduan.lapor.complaint.Status.Stage;
import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.delivery.Alert;
import id.aduan.lapor.delivery.DeliveryResult;
import id.aduan.lapor.delivery.Envelope;
import id.aduan.lapor.delivery.IdempotencyKey;
import id.aduan.lapor.delivery.Lane;
import id.aduan.lapor.delivery.OutboxView;
import id.aduan.lapor.delivery.Targets;
import id.aduan.lapor.failure.FarEndException;
import id.aduan.lapor.json.ModelJson;
import id.aduan.lapor.mapping.Mapping;
import id.aduan.lapor.notification.Notifications;
import id.aduan.lapor.privacy.AgencyComplaint;
import id.aduan.lapor.store.jdbc.JdbcStore;
import id.aduan.lapor.sync.Follow.Phase;
import id.aduan.lapor.sync.Reconciliation.Difference;
import id.aduan.lapor.sync.Reconciliation.Kind;
import id.aduan.lapor.sync.Reconciliation.Repair;
import id.aduan.lapor.sync.Reconciliation.Report;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Following, gaps and the comparison, on a real store, at a time that the test sets. */
@Tag("C5")
class PortalCareTest {
  private static final FollowSettings FOLLOW =
      new FollowSettings(
          true,
          Duration.ofMinutes(15),
          Duration.ofHours(12),
          Duration.ofDays(14),
          Duration.ofHours(1),
          50);

  @TempDir private Path dir;
  private Instant now = Instant.parse("2026-11-23T04:00:00Z");
  private Instant downUntil = Instant.EPOCH;
  private final List<Alert> alerts = new ArrayList<>();
  private final FakeAgency agency = new FakeAgency();
  private JdbcStore store;
  private SimPortal portal;
  private int calls;
  private Following following;
  private ComplaintIntake intake;
  private PortalPoll poll;
  private FollowRound round;
  private Reconciler reconciler;
  private SimEngine engine;

  @BeforeEach
  void open() throws Exception {
    store = JdbcStore.sqlite(dir.resolve("lapor.db"));
    agency.can(Set.of(Capability.FIND, Capability.UPDATE));
    with(true);
  }

  @AfterEach
  void close() {
    store.close();
  }

  /** A portal with a list, or without one. */
  private void with(boolean lists) throws Exception {
    with(lists, FOLLOW);
  }

  private void with(boolean lists, FollowSettings settings) throws Exception {
    SimPortal.Manner manner =
        new SimPortal.Manner(false, true, lists, true, false, 0, 20, Duration.ZERO);
    portal = new SimPortal(manner, new SplittableRandom(7), () -> now);
    portal.beforeCall =
        () -> {
          calls++;
          if (now.isBefore(downUntil)) {
            throw FarEndException.unreachable("nobody is there");
          }
        };
    Path yaml = Files.writeString(dir.resolve("m.yaml"), "version: \"1\"\ndefault: dishub\n");
    Timekeeper timekeeper = new Timekeeper(store, Deadlines.national());
    CaseNotices notices =
        new CaseNotices(store, Deadlines.national(), Notifications.NONE, target -> {});
    following = new Following(store, settings, new SplittableRandom(8), alerts::add);
    intake =
        new ComplaintIntake(
            store,
            new SilentWriter(),
            Mapping.load(yaml, Set.of("dishub")),
            timekeeper,
            notices,
            code -> true,
            Unfamiliar.UNHEARD,
            following,
            target -> {});
    poll = new PortalPoll(store, portal, intake, () -> now);
    round = new FollowRound(store, following, () -> now, target -> {});
    reconciler = new Reconciler(store, portal, intake, following, () -> now);
    AgencyCode code = new AgencyCode("dishub");
    AnswerIntake answers =
        new AnswerIntake(
            store, new SilentWriter(), notices, timekeeper, AnswerRules.DEFAULT, target -> {});
    engine =
        new SimEngine(
            store,
            () -> now,
            Map.of(
                Targets.PORTAL_READ,
                new PortalFetch(portal, store, intake, () -> now),
                "dishub",
                new AgencyDelivery(code, agency, store, answers, timekeeper, () -> now)));
  }

  /** Rounds every ten minutes for so long. */
  private void follow(Duration span) {
    Instant end = now.plus(span);
    while (now.isBefore(end)) {
      now = now.plus(Duration.ofMinutes(10));
      int unused = round.runOnce();
      engine.work();
    }
  }

  private void know(String... ids) {
    poll.pollOnce();
    engine.work();
    for (String id : ids) {
      assertThat(find(id)).isNotNull();
    }
  }

  private Complaint find(String id) {
    return store
        .read(tx -> store.complaints().find(tx, new TrackingId(id)))
        .orElseThrow()
        .complaint();
  }

  private Follow followed(String id) {
    return store.read(tx -> store.follows().find(tx, new TrackingId(id))).orElseThrow();
  }

  private List<Action> story(String id) {
    return store.read(tx -> store.audit().about(tx, id)).stream().map(AuditEntry::action).toList();
  }

  private List<OutboxView.Row> entries(String id) {
    return store.read(tx -> store.outboxView().entriesOf(tx, new TrackingId(id)));
  }

  private List<Follows.Unfollowed> unfollowed() {
    return store.read(tx -> store.follows().unfollowed(tx, 100));
  }

  private long gone() {
    return store.read(tx -> store.follows().gone(tx));
  }

  private long cases() {
    return store.read(tx -> store.complaints().count(tx));
  }

  private String lateness() {
    return store.read(tx -> store.cursors().get(tx, Cursors.LIST_LATE));
  }

  private List<Gaps.Gap> gaps() {
    return store.read(tx -> Gaps.of(store, tx, now));
  }

  private void arrives(SimPortal from, String id) {
    boolean unused =
        store.inTransaction(
            tx -> {
              intake.apply(tx, from.complaint(new TrackingId(id)), "test", now);
              return true;
            });
    engine.work();
  }

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
    while (find(id).equals(portal.rows.get(id).state.complaint())
        || portal.rows.get(id).state.complaint().status().stage() == Stage.CLOSED) {
      portal.changes(id);
    }

    follow(Duration.ofDays(16));

    assertThat(find(id)).isEqualTo(portal.rows.get(id).state.complaint());
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
  }

  private DeliveryResult refusalOfAnAnswerTo(String id) {
    Lane lane = new Lane(new TrackingId(id), Targets.PORTAL);
    FollowUp answer =
        new FollowUp(
            lane.complaint(), new AgencyCode("dishub"), "1", now, "Selesai.", List.of(), false, "");
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
    assertThat(alerts).isEmpty();
  }

  @Test
  @Tag("F60")
  void one_that_comes_back_is_shown_to_its_agency_again() {
    String id = portal.files();
    know(id, portal.files());
    portal.deletes(id);
    follow(Duration.ofHours(5));
    portal.rows.get(id).deleted = false;
    portal.changes(id);

    poll.pollOnce();
    engine.work();

    assertThat(followed(id).phase()).isEqualTo(Phase.OPEN);
    assertThat(story(id)).contains(Action.WITHDRAWN, Action.REAPPEARED);
    assertThat(find(id)).isEqualTo(portal.rows.get(id).state.complaint());
    assertThat(agency.updates())
        .last()
        .isEqualTo(AgencyComplaint.of(portal.rows.get(id).state.complaint()));
  }

  private Gaps.Gap gap() {
    return gaps().stream().filter(it -> it.source().equals(Gaps.LIST)).findFirst().orElseThrow();
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT72H", "P40D"})
  void a_gap_of_any_length_is_told_and_filled(Duration outage) {
    know(portal.files());
    Instant last = now;
    downUntil = now.plus(outage);
    while (now.isBefore(downUntil)) {
      now = now.plus(outage.dividedBy(60));
      if (portal.rows.size() % 2 == 0) {
        portal.changes("9200000");
      }
      portal.files();
      poll.pollOnce();
    }
    assertThat(gap().since()).isEqualTo(last);
    assertThat(gap().seconds()).isGreaterThanOrEqualTo(outage.toSeconds());

    for (int i = 0; i < 2; i++) { // two intervals: the list has several pages
      poll.pollOnce();
      now = now.plus(Duration.ofMinutes(1));
    }

    portal.rows.forEach((id, row) -> assertThat(find(id)).isEqualTo(row.state.complaint()));
    assertThat(gap().seconds()).isLessThanOrEqualTo(120);
  }

  @Test
  @Tag("F58")
  void what_the_portal_dates_into_the_future_hides_nothing() {
    String ahead = portal.files();
    know(ahead);
    Instant real = now;
    now = real.plus(Duration.ofHours(8)); // the portal's clock only: nothing of ours runs
    portal.changes(ahead);
    now = real.plusSeconds(60);
    poll.pollOnce();
    String after = portal.files();
    now = now.plusSeconds(60);

    poll.pollOnce();

    assertThat(find(after)).isNotNull();
  }

  @Test
  @Tag("F58")
  void polls_reach_back_twice_as_far_as_anything_appeared_late() {
    know(portal.files());
    now = now.plus(Duration.ofHours(2));
    String late = portal.files();
    portal.rows.get(late).shownFrom = now.plus(Duration.ofMinutes(9));
    now = now.plus(Duration.ofMinutes(8));
    portal.changes("9200000");
    poll.pollOnce();
    now = now.plus(Duration.ofMinutes(2));

    poll.pollOnce();

    assertThat(find(late)).isNotNull();
    assertThat(lateness()).isEqualTo("PT8M");
    assertThat(PollSettings.DEFAULT.overlap("PT8M")).isEqualTo(Duration.ofMinutes(16));
    assertThat(PollSettings.DEFAULT.overlap("")).isEqualTo(Duration.ofMinutes(10));
    assertThat(PollSettings.DEFAULT.overlap("P9D")).isEqualTo(Duration.ofDays(2));
  }

  @Test
  void a_portal_without_a_list_is_not_polled() throws Exception {
    with(false);

    poll.pollOnce();
    poll.pollOnce();

    assertThat(calls).isZero();
    assertThat(gaps()).isEmpty();
  }

  @Test
  void a_plan_tells_what_differs_and_changes_nothing() {
    String stale = portal.files();
    String hidden = portal.files();
    String gone = portal.files();
    know(stale, hidden, gone);
    now = now.plus(Duration.ofHours(1));
    portal.closes(stale);
    portal.hides(hidden);
    portal.deletes(gone);
    String missing = portal.files();

    Report plan = reconciler.run(false, "operator:siti").orElseThrow();

    assertThat(plan.differences())
        .extracting(Difference::trackingId, Difference::kind, Difference::repair)
        .contains(
            tuple(stale, Kind.STATUS, Repair.NONE),
            tuple(hidden, Kind.NEWLY_HIDDEN, Repair.NONE),
            tuple(gone, Kind.GONE_THERE, Repair.NONE),
            tuple(missing, Kind.MISSING_HERE, Repair.NONE));
    assertThat(plan.isClean()).isFalse();
    assertThat(find(stale).status().stage()).isEqualTo(Stage.UNVERIFIED);
    assertThat(cases()).isEqualTo(3);
    assertThat(plan.toString()).doesNotContain("ZZPII", "Lampu jalan di");
  }

  @Test
  void what_is_applied_is_here_and_a_second_time_finds_nothing() {
    String stale = portal.files();
    String hidden = portal.files();
    String gone = portal.files();
    know(stale, hidden, gone);
    now = now.plus(Duration.ofHours(1));
    portal.closes(stale);
    portal.hides(hidden);
    portal.deletes(gone);
    String missing = portal.files();

    Report first = reconciler.run(true, "engine").orElseThrow();
    follow(Duration.ofHours(4));
    long entries = story("portal").size();
    Report second = reconciler.run(true, "engine").orElseThrow();

    assertThat(first.found()).isGreaterThanOrEqualTo(4);
    assertThat(find(stale).status().stage()).isEqualTo(Stage.CLOSED);
    assertThat(find(hidden).visibility().identityWithheld()).isTrue();
    assertThat(find(missing).title()).isEqualTo(portal.rows.get(missing).state.complaint().title());
    assertThat(followed(gone).phase()).isEqualTo(Phase.GONE);
    assertThat(second.isClean()).as("%s", second).isTrue();
    assertThat(second.found()).isZero();
    assertThat(story("portal")).hasSize((int) entries + 1).contains(Action.RECONCILED);
    assertThat(agency.tickets()).hasSize(4);
  }

  @Test
  void without_a_list_the_open_cases_are_compared() throws Exception {
    with(false);
    String open = portal.files();
    String closed = portal.files();
    portal.closes(closed);
    arrives(portal, open);
    arrives(portal, closed);
    now = now.plus(Duration.ofHours(1));
    portal.closes(open);

    Report report = reconciler.run(true, "engine").orElseThrow();

    assertThat(report.scope()).isEqualTo(Reconciliation.Scope.OPEN_CASES);
    assertThat(report.compared()).isEqualTo(1);
    assertThat(report.isClean()).isTrue();
    assertThat(find(open).status().stage()).isEqualTo(Stage.CLOSED);
  }

  @Test
  @Tag("C16")
  void it_is_done_once_each_night_by_whichever_node_comes_first() {
    NightlyComparison.When when =
        new NightlyComparison.When(LocalTime.of(2, 30), ZoneId.of("Asia/Jakarta"));
    NightlyComparison one =
        new NightlyComparison(store, reconciler, when, "a", () -> now, alerts::add);
    NightlyComparison two =
        new NightlyComparison(store, reconciler, when, "b", () -> now, alerts::add);
    know(portal.files());
    one.runIfDue();
    two.runIfDue();
    assertThat(story("portal")).isEmpty();
    portal.files();
    now = Instant.parse("2026-11-23T19:31:00Z"); // 02:31 there

    for (int i = 0; i < 3; i++) {
      two.runIfDue();
      one.runIfDue();
    }

    assertThat(story("portal")).containsExactly(Action.RECONCILED);
    assertThat(alerts).extracting(Alert::kind).containsExactly(Alert.Kind.PORTAL_DIFFERS);
    assertThat(cases()).isEqualTo(2);
  }
}
