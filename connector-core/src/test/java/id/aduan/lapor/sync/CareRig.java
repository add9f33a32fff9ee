package id.aduan.lapor.sync;

import static org.assertj.core.api.Assertions.assertThat;

import id.aduan.lapor.FakeAgency;
import id.aduan.lapor.agency.Capability;
import id.aduan.lapor.audit.AuditEntry;
import id.aduan.lapor.audit.AuditEntry.Action;
import id.aduan.lapor.complaint.AgencyCode;
import id.aduan.lapor.complaint.Complaint;
import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.delivery.Alert;
import id.aduan.lapor.delivery.OutboxView;
import id.aduan.lapor.delivery.Targets;
import id.aduan.lapor.failure.FarEndException;
import id.aduan.lapor.mapping.Mapping;
import id.aduan.lapor.mapping.Mappings;
import id.aduan.lapor.notification.Notifications;
import id.aduan.lapor.store.jdbc.JdbcStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** What looks after the portal, on a real store, at a time that the test sets. */
abstract class CareRig {
  static final FollowSettings FOLLOW =
      new FollowSettings(
          true,
          Duration.ofMinutes(15),
          Duration.ofHours(12),
          Duration.ofDays(14),
          Duration.ofHours(1),
          50);

  @TempDir Path dir;
  Instant now = Instant.parse("2026-11-23T04:00:00Z");
  Instant downUntil = Instant.EPOCH;
  final List<Alert> alerts = new ArrayList<>();
  final FakeAgency agency = new FakeAgency();
  JdbcStore store;
  SimPortal portal;
  int calls;
  boolean updatable = true;
  Following following;
  ComplaintIntake intake;
  PortalPoll poll;
  FollowRound round;
  Reconciler reconciler;
  SimEngine engine;

  @BeforeEach
  void open() throws Exception {
    store = JdbcStore.sqlite(dir.resolve("lapor.db"));
    agency.can(Set.of(Capability.FIND, Capability.UPDATE));
    with(true, FOLLOW);
  }

  @AfterEach
  void close() {
    store.close();
  }

  /** A portal with a list, or without one. */
  final void with(boolean lists) throws Exception {
    with(lists, FOLLOW);
  }

  final void with(boolean lists, FollowSettings settings) throws Exception {
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
            new IntakeParts(
                new SilentWriter(),
                Mappings.of(Mapping.load(yaml, Set.of("dishub"))),
                timekeeper,
                notices,
                code -> updatable,
                Unfamiliar.UNHEARD,
                target -> {},
                ComplaintFiles.NONE),
            following);
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
  final void follow(Duration span) {
    Instant end = now.plus(span);
    while (now.isBefore(end)) {
      now = now.plus(Duration.ofMinutes(10));
      int unused = round.runOnce();
      engine.work();
    }
  }

  final void know(String... ids) {
    poll.pollOnce();
    engine.work();
    for (String id : ids) {
      assertThat(find(id)).isNotNull();
    }
  }

  final Complaint find(String id) {
    return store
        .read(tx -> store.complaints().find(tx, new TrackingId(id)))
        .orElseThrow()
        .complaint();
  }

  final Follow followed(String id) {
    return store.read(tx -> store.follows().find(tx, new TrackingId(id))).orElseThrow();
  }

  final List<Action> story(String id) {
    return store.read(tx -> store.audit().about(tx, id)).stream().map(AuditEntry::action).toList();
  }

  final List<OutboxView.Row> entries(String id) {
    return store.read(tx -> store.outboxView().entriesOf(tx, new TrackingId(id)));
  }

  final List<Follows.Unfollowed> unfollowed() {
    return store.read(tx -> store.follows().unfollowed(tx, 100));
  }

  final long gone() {
    return store.read(tx -> store.follows().gone(tx));
  }

  final long cases() {
    return store.read(tx -> store.complaints().count(tx));
  }

  final Duration lateness() {
    return store.read(tx -> Lateness.most(store, tx, now));
  }

  final List<Gaps.Gap> gaps() {
    return store.read(tx -> Gaps.of(store, tx, now));
  }

  final void arrives(SimPortal from, String id) {
    boolean unused =
        store.inTransaction(
            tx -> {
              intake.apply(tx, from.complaint(new TrackingId(id)), "test", now);
              return true;
            });
    engine.work();
  }
}
