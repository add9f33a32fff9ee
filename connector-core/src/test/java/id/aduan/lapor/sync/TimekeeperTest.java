package id.aduan.lapor.sync;

import static org.assertj.core.api.Assertions.assertThat;

import id.aduan.lapor.audit.AuditEntry;
import id.aduan.lapor.audit.AuditEntry.Action;
import id.aduan.lapor.complaint.Classification.Kind;
import id.aduan.lapor.complaint.Status;
import id.aduan.lapor.complaint.Status.Actor;
import id.aduan.lapor.complaint.Status.Stage;
import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.deadline.Clock;
import id.aduan.lapor.deadline.Clock.Mark;
import id.aduan.lapor.deadline.Clock.State;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What happens to a case reaches its clocks. */
class TimekeeperTest {
  private static final String ID = "9200001";
  private static final String SETTLE = "sp4n.complaint_no_supervision";
  private static final Instant RECEIVED = Instant.parse("2026-11-23T04:05:34Z");
  private static final Status NEW = status(Stage.UNVERIFIED, Actor.UNKNOWN);

  @TempDir private Path dir;
  private ClockRig rig;

  @BeforeEach
  void open() {
    rig = new ClockRig(dir, Deadlines.national());
  }

  @AfterEach
  void close() {
    rig.close();
  }

  private static Status status(Stage stage, Actor actor) {
    return new Status(stage, actor, stage + " " + actor);
  }

  private void told(Kind kind, Status status) {
    rig.told(ClockRig.complaint(ID, RECEIVED, kind, status));
  }

  private Clock settle() {
    return rig.clock(ID, SETTLE);
  }

  @Test
  void severalClocksRunOnACaseAtOnceFromThePortalsTime() {
    told(Kind.ORDINARY_COMPLAINT, NEW);

    assertThat(settle().startedAt()).isEqualTo(RECEIVED);
    assertThat(settle().due().date()).isEqualTo("2026-12-11");
    assertThat(rig.clock(ID, "sp4n.verify_forward").due().date()).isEqualTo("2026-11-26");
    assertThat(rig.clock(ID, "uu25.respond").due().date()).isEqualTo("2026-12-07");
    assertThat(rig.story(ID, Action.DUE_SET))
        .singleElement()
        .asString()
        .contains(SETTLE + " 2026-12-11 FINAL", "uu25.respond 2026-12-07 FINAL");
  }

  @Test
  void theClockStartsAtThePortalsTimeEvenWhenWeHadTheCaseWeeksLater() {
    rig.now = Instant.parse("2026-12-10T03:00:00Z");

    told(Kind.ORDINARY_COMPLAINT, NEW);

    assertThat(settle().due().date()).isEqualTo("2026-12-11");
  }

  @Test
  void aTimeThatCannotBeBelievedIsMarkedAndTheClockStartsAtReceipt() {
    Instant odd = Instant.parse("2031-01-01T00:00:00Z");

    rig.told(ClockRig.complaint(ID, odd, Kind.ORDINARY_COMPLAINT, NEW));

    assertThat(settle().startedAt()).isEqualTo(rig.now);
    assertThat(settle().marks()).isEqualTo(Set.of(Mark.START_IN_FUTURE));
    Optional<CaseRecord> kept =
        rig.store.read(tx -> rig.store.complaints().find(tx, new TrackingId(ID)));
    assertThat(kept)
        .get()
        .satisfies(record -> assertThat(record.complaint().receivedAt()).contains(odd));
  }

  @Test
  @Tag("CMP-04")
  void anotherClassificationChoosesTheLimitAnewAndKeepsTheStart() {
    told(Kind.ORDINARY_COMPLAINT, NEW);
    rig.now = rig.now.plus(Duration.ofDays(9));
    told(Kind.SUPERVISORY_COMPLAINT, NEW);

    Clock supervisory = rig.clock(ID, "sp4n.complaint_supervision");
    assertThat(settle().state()).isEqualTo(State.REPLACED);
    assertThat(supervisory.startedAt()).isEqualTo(RECEIVED);
    assertThat(supervisory.due().date()).isEqualTo("2027-02-22");

    told(Kind.ORDINARY_COMPLAINT, NEW);

    assertThat(settle().state()).isEqualTo(State.RUNNING);
    assertThat(settle().due().date()).isEqualTo("2026-12-11");
    assertThat(rig.clock(ID, "sp4n.complaint_supervision").state()).isEqualTo(State.REPLACED);
  }

  @Test
  void waitingForTheReporterPausesAndTheReplyLetsItRunOn() {
    told(Kind.ORDINARY_COMPLAINT, NEW);
    rig.now = Instant.parse("2026-11-25T03:00:00Z");
    told(Kind.ORDINARY_COMPLAINT, status(Stage.WAITING_FOR_REPORTER, Actor.ADMIN));
    assertThat(settle().state()).isEqualTo(State.PAUSED);

    rig.now = Instant.parse("2026-11-30T03:00:00Z");
    told(Kind.ORDINARY_COMPLAINT, status(Stage.IN_PROGRESS, Actor.UNKNOWN));

    // Thursday, Friday and the Monday of the reply did not count.
    assertThat(settle().state()).isEqualTo(State.RUNNING);
    assertThat(settle().due().date()).isEqualTo(LocalDate.parse("2026-12-16"));
  }

  @Test
  void anAnsweredCaseThatThePortalClosesAfterTheSilenceWasSettledWhenItWasAnswered() {
    told(Kind.ORDINARY_COMPLAINT, NEW);
    rig.now = Instant.parse("2026-12-10T03:00:00Z");
    told(Kind.ORDINARY_COMPLAINT, status(Stage.IN_PROGRESS, Actor.AGENCY));
    rig.now = Instant.parse("2026-12-28T03:00:00Z");
    told(Kind.ORDINARY_COMPLAINT, status(Stage.CLOSED, Actor.SYSTEM));

    assertThat(settle().state()).isEqualTo(State.MET);
    assertThat(settle().endedAt()).contains(Instant.parse("2026-12-10T03:00:00Z"));
    assertThat(rig.clocks(ID).orElseThrow().isOpen()).isFalse();
  }

  @Test
  void aClosedCaseThatIsOpenedAgainRunsOnWithoutTheDaysBetween() {
    told(Kind.ORDINARY_COMPLAINT, NEW);
    rig.now = Instant.parse("2026-11-24T03:00:00Z");
    told(Kind.ORDINARY_COMPLAINT, status(Stage.CLOSED, Actor.ADMIN));
    rig.now = Instant.parse("2026-11-26T03:00:00Z");
    told(Kind.ORDINARY_COMPLAINT, status(Stage.IN_PROGRESS, Actor.UNKNOWN));

    assertThat(settle().state()).isEqualTo(State.RUNNING);
    assertThat(settle().due().date()).isEqualTo("2026-12-15");
  }

  @Test
  @Tag("C20")
  void damagedClocksAreMadeAnewFromTheStoryOfTheCaseAndHoldNothingUp() throws Exception {
    told(Kind.ORDINARY_COMPLAINT, NEW);
    rig.now = Instant.parse("2026-11-24T03:00:00Z");
    rig.store.close();
    try (Connection file = DriverManager.getConnection("jdbc:sqlite:" + dir.resolve("clocks.db"));
        Statement sql = file.createStatement()) {
      assertThat(sql.executeUpdate("update lapor_case_clocks set document = x'7b7d'")).isEqualTo(1);
    }
    rig.restart(Deadlines.national());
    rig.now = Instant.parse("2026-11-25T03:00:00Z");

    told(Kind.ORDINARY_COMPLAINT, status(Stage.CLOSED, Actor.ADMIN));

    assertThat(settle().state()).isEqualTo(State.MET);
    assertThat(settle().startedAt()).isEqualTo(RECEIVED);
  }

  @Test
  void aCaseOfAnEarlierVersionGetsItsClocksFromItsStory() {
    told(Kind.ORDINARY_COMPLAINT, NEW);
    Clock before = settle();
    boolean unused =
        rig.store.inTransaction(
            tx -> {
              TrackingId id = new TrackingId(ID);
              AuditEntry answered =
                  new AuditEntry(
                      Instant.parse("2026-11-25T03:00:00Z"),
                      "portal",
                      Action.FOLLOW_UP_PUBLISHED,
                      ID,
                      "dishub change 1");
              rig.store.audit().append(tx, answered);
              return rig.store.clocks().find(tx, id).isPresent();
            });

    var events =
        rig.store.read(
            tx ->
                CaseHistory.of(
                    rig.store.complaints().find(tx, new TrackingId(ID)).orElseThrow(),
                    rig.store.audit().about(tx, ID),
                    rig.now.plus(Duration.ofDays(30))));

    assertThat(events)
        .extracting(event -> event.event().name())
        .containsExactly("RECEIVED", "ARRIVED", "ROUTED", "ANSWERED");
    assertThat(events.get(0).at()).isEqualTo(before.startedAt());
  }

  @Test
  void anAnswerThatEndsTheWaitingPausesTheSettlementAndIsNoReply() {
    told(Kind.ORDINARY_COMPLAINT, NEW);
    rig.now = Instant.parse("2026-11-25T03:00:00Z");
    told(Kind.ORDINARY_COMPLAINT, status(Stage.WAITING_FOR_REPORTER, Actor.ADMIN));
    rig.now = Instant.parse("2026-11-30T03:00:00Z");
    told(Kind.ORDINARY_COMPLAINT, status(Stage.IN_PROGRESS, Actor.AGENCY));

    assertThat(settle().state()).isEqualTo(State.PAUSED);
    assertThat(settle().pauses()).hasSize(2);
  }

  @Test
  void aClosedCaseThatWaitsForItsReporterIsOpenAgainAndPaused() {
    told(Kind.ORDINARY_COMPLAINT, NEW);
    rig.now = Instant.parse("2026-11-24T03:00:00Z");
    told(Kind.ORDINARY_COMPLAINT, status(Stage.CLOSED, Actor.ADMIN));
    rig.now = Instant.parse("2026-11-26T03:00:00Z");
    told(Kind.ORDINARY_COMPLAINT, status(Stage.WAITING_FOR_REPORTER, Actor.ADMIN));

    assertThat(settle().state()).isEqualTo(State.PAUSED);
  }

  @Test
  void aTimeOfReceiptThatComesLaterStartsTheClocksThere() {
    rig.told(ClockRig.withoutTime(ID, Kind.ORDINARY_COMPLAINT, NEW));
    assertThat(settle().marks()).isEqualTo(Set.of(Mark.START_MISSING));

    told(Kind.ORDINARY_COMPLAINT, NEW);

    assertThat(settle().marks()).isEmpty();
    assertThat(settle().startedAt()).isEqualTo(RECEIVED);
    assertThat(rig.clocks(ID).orElseThrow().events())
        .filteredOn(event -> event.event().name().equals("RECEIVED"))
        .hasSize(1);
  }

  @Test
  void whatIsToldWithoutATimeHappenedWhenWeHeardOfIt() {
    rig.told(
        ClockRig.complaint(ID, RECEIVED, Kind.ORDINARY_COMPLAINT, NEW),
        Optional.of(Instant.parse("2026-11-23T04:30:00Z")));
    rig.now = Instant.parse("2026-12-28T03:00:00Z");

    told(Kind.ORDINARY_COMPLAINT, status(Stage.CLOSED, Actor.ADMIN));

    assertThat(settle().endedAt()).contains(rig.now);
    assertThat(settle().state()).isEqualTo(State.MISSED);
  }
}
