package id.aduan.lapor.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import id.aduan.lapor.Samples;
import id.aduan.lapor.audit.AuditEntry.Action;
import id.aduan.lapor.complaint.Flag;
import id.aduan.lapor.complaint.Status.Stage;
import id.aduan.lapor.complaint.Visibility;
import id.aduan.lapor.delivery.Alert;
import id.aduan.lapor.delivery.TargetState;
import id.aduan.lapor.delivery.Targets;
import id.aduan.lapor.failure.FarEndException;
import id.aduan.lapor.faults.Happened;
import id.aduan.lapor.portal.PortalState;
import id.aduan.lapor.sync.Follow.Phase;
import id.aduan.lapor.sync.Reconciliation.Difference;
import id.aduan.lapor.sync.Reconciliation.Kind;
import id.aduan.lapor.sync.Reconciliation.Repair;
import id.aduan.lapor.sync.Reconciliation.Report;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Both sides are compared, and what differs is repaired by the usual ways. */
@Tag("C5")
class ReconcilerTest extends CareRig {
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
    assertThat(find(missing).title()).isEqualTo(portal.row(missing).state.complaint().title());
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
  void a_portal_that_breaks_down_ends_it_and_a_person_is_told() throws Exception {
    with(false);
    for (int i = 0; i < 5; i++) {
      arrives(portal, portal.files());
    }
    downUntil = now.plus(Duration.ofHours(1));
    calls = 0;

    Report report = reconciler.run(true, "engine").orElseThrow();

    assertThat(calls).isEqualTo(1);
    assertThat(report.complete()).isFalse();
    assertThat(report.unread()).isEqualTo(5);

    NightlyComparison nightly =
        new NightlyComparison(
            store,
            reconciler,
            new NightlyComparison.When(LocalTime.of(2, 30), ZoneId.of("Asia/Jakarta")),
            "a",
            () -> now,
            alerts::add);
    nightly.runIfDue();
    now = now.plus(Duration.ofDays(1));
    downUntil = now.plus(Duration.ofHours(1));
    nightly.runIfDue();
    assertThat(alerts).extracting(Alert::kind).containsExactly(Alert.Kind.PORTAL_NOT_COMPARED);
  }

  @Test
  @Tag("C9")
  void nothing_is_read_while_reading_is_paused() {
    know(portal.files());
    boolean unused =
        store.inTransaction(
            tx -> {
              TargetState state = store.targets().get(tx, Targets.PORTAL_READ);
              store
                  .targets()
                  .put(
                      tx,
                      new TargetState(
                          state.target(),
                          new TargetState.Standing(
                              TargetState.Mode.PAUSED, now, "operator:siti", "pemeliharaan"),
                          state.spell(),
                          state.rateFullAt(),
                          state.retryFullAt(),
                          state.told()));
              return true;
            });
    calls = 0;

    Report report = reconciler.run(true, "engine").orElseThrow();

    assertThat(calls).isZero();
    assertThat(report.complete()).isFalse();
  }

  @Test
  void the_next_one_asks_for_those_that_the_last_one_did_not_get_to() throws Exception {
    with(false);
    for (int i = 0; i < 5; i++) {
      arrives(portal, portal.files());
    }
    calls = 0;
    Runnable before = portal.beforeCall;
    portal.beforeCall =
        () -> {
          before.run();
          if (calls == 3) {
            throw FarEndException.unreachable("nobody is there");
          }
        };
    assertThat(reconciler.run(true, "engine").orElseThrow().compared()).isEqualTo(2);
    now = now.plus(Duration.ofHours(1));
    portal.closes("9200002");
    calls = 0;
    portal.beforeCall =
        () -> {
          before.run();
          if (calls == 2) {
            throw FarEndException.unreachable("nobody is there");
          }
        };

    Report second = reconciler.run(true, "engine").orElseThrow();

    assertThat(second.compared()).isEqualTo(1);
    assertThat(find("9200002").status().stage()).isEqualTo(Stage.CLOSED);
  }

  @Test
  @Tag("F58")
  void a_repaired_difference_of_an_old_state_is_no_sign_of_lateness() {
    String hidden = portal.files();
    know(hidden);
    now = now.plus(Duration.ofDays(1));
    know(portal.files());
    PortalState state = portal.row(hidden).state;
    portal.row(hidden).state =
        new PortalState(
            Samples.with(
                state.complaint(),
                new Visibility(Flag.TRUE, Flag.TRUE),
                state.complaint().status()),
            state.revision(),
            state.updatedAt(),
            true);

    assertThat(reconciler.run(true, "engine").orElseThrow().found()).isPositive();

    assertThat(lateness()).isZero();
    Happened.times("F58", 1, "a change that no poll could find");
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
