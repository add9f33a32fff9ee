package id.aduan.lapor.sync;

import static org.assertj.core.api.Assertions.assertThat;

import id.aduan.lapor.Entries;
import id.aduan.lapor.FakePortal;
import id.aduan.lapor.audit.AuditEntry.Action;
import id.aduan.lapor.complaint.AgencyCode;
import id.aduan.lapor.complaint.Classification.Kind;
import id.aduan.lapor.complaint.Complaint;
import id.aduan.lapor.complaint.FollowUp;
import id.aduan.lapor.complaint.Status;
import id.aduan.lapor.complaint.Status.Actor;
import id.aduan.lapor.complaint.Status.Stage;
import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.deadline.CaseEvent;
import id.aduan.lapor.deadline.Occurrence;
import id.aduan.lapor.delivery.Envelope;
import id.aduan.lapor.delivery.Lookup;
import id.aduan.lapor.delivery.Settlement;
import id.aduan.lapor.delivery.Share;
import id.aduan.lapor.delivery.State;
import id.aduan.lapor.delivery.Targets;
import id.aduan.lapor.portal.PortalEntry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Entries of the portal beside its status, on clocks and on answers whose end is not known. */
class EntryEventsTest {
  private static final String ID = "9200001";
  private static final Instant RECEIVED = Instant.parse("2026-11-23T04:05:34Z");
  private static final Instant REPLIED = Instant.parse("2026-11-24T02:00:00Z");
  private static final Instant UPDATED = Instant.parse("2026-11-24T03:00:00Z");
  private static final PortalEntry REPLY = Entries.reply("7", REPLIED.toString(), "Masih gelap.");

  @TempDir private Path dir;
  private ClockRig rig;

  @BeforeEach
  void open() {
    rig = new ClockRig(dir, Deadlines.national());
    rig.now = Instant.parse("2026-11-24T05:00:00Z");
    told(status(Stage.IN_PROGRESS, Actor.AGENCY), RECEIVED);
  }

  @AfterEach
  void close() {
    rig.close();
  }

  private static Status status(Stage stage, Actor actor) {
    return new Status(stage, actor, stage + " " + actor);
  }

  private static Complaint complaint(Status status) {
    return ClockRig.complaint(ID, RECEIVED, Kind.ORDINARY_COMPLAINT, status);
  }

  private void told(Status status, Instant updatedAt, PortalEntry... entries) {
    rig.told(complaint(status), Optional.of(updatedAt), List.of(entries));
  }

  private List<Instant> times(CaseEvent event) {
    return rig.clocks(ID).orElseThrow().events().stream()
        .filter(each -> each.event() == event)
        .map(Occurrence::at)
        .toList();
  }

  @Test
  void a_reply_is_dated_by_its_entry_rather_than_by_the_status_that_follows_from_it() {
    told(status(Stage.REPORTER_REPLIED, Actor.REPORTER), UPDATED, REPLY);

    assertThat(times(CaseEvent.REPORTER_REPLIED)).containsExactly(REPLIED);
  }

  @Test
  void a_reply_is_one_event_whether_its_entry_or_its_status_is_told_first() {
    told(status(Stage.IN_PROGRESS, Actor.AGENCY), UPDATED, REPLY);
    told(status(Stage.REPORTER_REPLIED, Actor.REPORTER), UPDATED, REPLY);

    assertThat(times(CaseEvent.REPORTER_REPLIED)).containsExactly(REPLIED);
  }

  @Test
  void an_entry_that_comes_after_its_status_tells_nothing_new() {
    told(status(Stage.REPORTER_REPLIED, Actor.REPORTER), UPDATED);
    told(status(Stage.REPORTER_REPLIED, Actor.REPORTER), UPDATED, REPLY);

    assertThat(times(CaseEvent.REPORTER_REPLIED)).containsExactly(UPDATED);
  }

  @Test
  void a_second_reply_under_the_same_status_is_an_event_of_its_own() {
    String later = "2026-11-24T04:00:00Z";
    told(status(Stage.REPORTER_REPLIED, Actor.REPORTER), UPDATED, REPLY);
    told(
        status(Stage.REPORTER_REPLIED, Actor.REPORTER),
        UPDATED,
        REPLY,
        Entries.reply("8", later, "Sudah seminggu."));

    assertThat(times(CaseEvent.REPORTER_REPLIED)).containsExactly(REPLIED, Instant.parse(later));
  }

  @Test
  void what_an_entry_dates_from_before_the_case_or_from_the_future_is_not_believed() {
    told(
        status(Stage.IN_PROGRESS, Actor.AGENCY),
        UPDATED,
        Entries.reply("8", "2026-11-20T04:00:00Z", "a"),
        Entries.reply("9", "2027-11-20T04:00:00Z", "b"));

    assertThat(times(CaseEvent.REPORTER_REPLIED)).isEmpty();
  }

  @Test
  void any_transition_is_accepted_and_closed_again_is_closed() {
    told(status(Stage.CLOSED, Actor.SYSTEM), UPDATED);
    told(status(Stage.IN_PROGRESS, Actor.AGENCY), UPDATED.plusSeconds(60));
    told(status(Stage.CLOSED, Actor.REPORTER), UPDATED.plusSeconds(120));

    assertThat(times(CaseEvent.CLOSED)).containsExactly(UPDATED, UPDATED.plusSeconds(120));
    assertThat(times(CaseEvent.REOPENED)).containsExactly(UPDATED.plusSeconds(60));
  }

  @Test
  @Tag("C7")
  @Tag("C13")
  void an_entry_proves_an_answer_whose_end_is_not_known_without_asking_the_portal() {
    Envelope lost = lost("Lampu sudah diperbaiki.", State.UNCERTAIN);

    told(
        status(Stage.IN_PROGRESS, Actor.AGENCY),
        UPDATED,
        Entries.answer("91", REPLIED.toString(), "Lampu sudah diperbaiki."));

    FakePortal empty = new FakePortal();
    PortalDelivery delivery = new PortalDelivery(empty, rig.store, rig.timekeeper, () -> rig.now);
    assertThat(delivery.lookUp(lost)).isEqualTo(new Lookup.Found("91"));
    Envelope again =
        new Envelope(
            lost.id(),
            lost.lane(),
            lost.operation(),
            lost.key(),
            lost.payload(),
            1,
            2,
            9,
            false,
            0);
    assertThat(delivery.deliver(again).toString()).contains("91");
    assertThat(empty.followUps()).isEmpty();
  }

  @Test
  @Tag("C12")
  @Tag("C13")
  void an_entry_settles_an_answer_that_waits_for_a_person_to_look() {
    lost("Lampu sudah diperbaiki.", State.PARKED);

    told(
        status(Stage.IN_PROGRESS, Actor.AGENCY),
        UPDATED,
        Entries.answer("92", REPLIED.toString(), "Lampu sudah diperbaiki."));

    assertThat(rig.store.<Integer>read(tx -> rig.store.outboxView().parked(tx, 10).size()))
        .isZero();
    assertThat(rig.story(ID, Action.FOLLOW_UP_PUBLISHED)).containsExactly("dishub change 1");
  }

  /** An answer that was sent, and whose end nobody knows. */
  private Envelope lost(String text, State state) {
    FollowUp answer =
        new FollowUp(new TrackingId(ID), new AgencyCode("dishub"), "1", RECEIVED, text, List.of());
    AnswerGate gate = new AnswerGate(rig.store, rig.portal, ReplyRules.DEFAULT, target -> {});
    return rig.store.inTransaction(
        tx -> {
          gate.publish(tx, answer, rig.now);
          Envelope claimed =
              rig.store
                  .claims()
                  .claim(
                      tx,
                      Targets.PORTAL,
                      new Share(1, 1, false, false, Instant.MAX),
                      rig.now,
                      Duration.ofSeconds(30))
                  .get(0);
          boolean unused =
              rig.store
                  .claims()
                  .settle(
                      tx,
                      claimed,
                      new Settlement(
                          state, rig.now, 1, 0, false, "", Settlement.UNKNOWN_OUTCOME, "cut off"),
                      rig.now);
          return claimed;
        });
  }
}
