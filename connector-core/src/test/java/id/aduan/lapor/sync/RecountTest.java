package id.aduan.lapor.sync;

import static org.assertj.core.api.Assertions.assertThat;

import id.aduan.lapor.audit.AuditEntry.Action;
import id.aduan.lapor.complaint.AgencyKind;
import id.aduan.lapor.complaint.Classification.Kind;
import id.aduan.lapor.complaint.Status;
import id.aduan.lapor.complaint.Status.Actor;
import id.aduan.lapor.complaint.Status.Stage;
import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.deadline.CalendarSettings;
import id.aduan.lapor.deadline.CaseClocks;
import id.aduan.lapor.deadline.Clock.State;
import id.aduan.lapor.deadline.Offices;
import id.aduan.lapor.deadline.RuleBook;
import id.aduan.lapor.deadline.WarningSteps;
import id.aduan.lapor.yaml.Problems;
import id.aduan.lapor.yaml.YamlFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A calendar that changes in mid-year. */
@Tag("CAL-08")
class RecountTest {
  private static final String SETTLE = "sp4n.complaint_no_supervision";
  private static final Instant RECEIVED = Instant.parse("2026-11-23T04:05:34Z");

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

  /** Wednesday, 2 December 2026 becomes a day off. */
  private Deadlines withOneDayMore() {
    Problems problems = new Problems();
    var section =
        YamlFile.parse(
            "lapor.yaml",
            "daysOff: [{day: 2026-12-02, name: Pilkada ulang, basis: Keppres 1/2026}]"
                .getBytes(StandardCharsets.UTF_8),
            problems);
    CalendarSettings settings =
        CalendarSettings.national().with(section, dir, problems, new ArrayList<>());
    problems.throwIfAny();
    return new Deadlines(
        RuleBook.national(),
        new Offices(settings.office(AgencyKind.OTHER), Map.of()),
        WarningSteps.USUAL);
  }

  private void received(int number, Stage stage) {
    Status status = new Status(stage, Actor.ADMIN, stage.name());
    rig.told(
        ClockRig.complaint(
            Integer.toString(9_200_000 + number), RECEIVED, Kind.ORDINARY_COMPLAINT, status));
  }

  private List<TrackingId> moved() {
    return rig.store.read(tx -> rig.store.clocks().moved(tx, Optional.empty(), 10_000));
  }

  @Test
  void theOldDayAndTheReasonAreKeptAndAClosedCaseStaysAsItWas() {
    received(1, Stage.UNVERIFIED);
    received(2, Stage.CLOSED);
    CaseClocks closed = rig.clocks("9200002").orElseThrow();
    rig.recount().run(() -> false);
    assertThat(moved()).isEmpty();

    rig.now = Instant.parse("2026-11-26T03:00:00Z");
    rig.restart(withOneDayMore());
    rig.recount().run(() -> false);

    assertThat(moved()).containsExactly(new TrackingId("9200001"));
    assertThat(rig.clock("9200001", SETTLE).due().date()).isEqualTo("2026-12-14");
    assertThat(rig.clock("9200001", SETTLE).moved())
        .get()
        .satisfies(move -> assertThat(move.from()).isEqualTo("2026-12-11T16:59:59Z"))
        .satisfies(move -> assertThat(move.at()).isEqualTo(rig.now));
    // A limit in calendar days knows no holiday.
    assertThat(rig.clock("9200001", "uu25.respond").moved()).isEmpty();
    assertThat(rig.clocks("9200002")).contains(closed);
    assertThat(rig.story("9200001", Action.DUE_MOVED))
        .singleElement()
        .asString()
        .contains(SETTLE + " 2026-12-11 -> 2026-12-14");
    assertThat(rig.story("9200002", Action.DUE_MOVED)).isEmpty();
  }

  @Test
  void aSecondRunMovesNothingAndWritesNothing() {
    received(1, Stage.UNVERIFIED);
    rig.restart(withOneDayMore());
    rig.recount().run(() -> false);
    CaseClocks once = rig.clocks("9200001").orElseThrow();

    rig.recount().run(() -> false);

    assertThat(rig.clocks("9200001")).contains(once);
    assertThat(rig.story("9200001", Action.DUE_MOVED)).hasSize(1);
  }

  @Test
  void whereItStoppedItGoesOnAndEachCaseIsCountedOnce() {
    int cases = 3 * Recount.CASES_PER_STEP + 17;
    for (int i = 0; i < cases; i++) {
      received(i, Stage.UNVERIFIED);
    }
    rig.restart(withOneDayMore());
    AtomicInteger asked = new AtomicInteger();

    // Cases without clocks take a step; then two of the recount are let through.
    rig.recount().run(() -> asked.incrementAndGet() > 3);
    int done = moved().size();
    assertThat(done).isBetween(Recount.CASES_PER_STEP, 2 * Recount.CASES_PER_STEP);
    rig.restart(withOneDayMore());
    rig.recount().run(() -> false);

    assertThat(moved()).hasSize(cases);
    for (int i = 0; i < cases; i += 97) {
      assertThat(rig.story(Integer.toString(9_200_000 + i), Action.DUE_MOVED)).hasSize(1);
    }
  }

  @Test
  void anEventThatComesBeforeTheRecountKeepsTheOldDayToo() {
    received(1, Stage.UNVERIFIED);
    rig.restart(withOneDayMore());

    received(1, Stage.VERIFIED);
    rig.told(
        ClockRig.complaint(
            "9200001",
            RECEIVED,
            Kind.ORDINARY_COMPLAINT,
            new Status(Stage.IN_PROGRESS, Actor.AGENCY, "x")));

    assertThat(rig.clock("9200001", SETTLE).moved()).isPresent();
    assertThat(rig.clock("9200001", SETTLE).state()).isEqualTo(State.PAUSED);
  }

  @Test
  void theCalendarsAndRulesThatCountedAreKeptByTheirVersions() {
    received(1, Stage.UNVERIFIED);
    String before = rig.clock("9200001", SETTLE).due().calendarVersion();
    rig.recount().run(() -> false);
    rig.restart(withOneDayMore());
    rig.recount().run(() -> false);

    String after = rig.clock("9200001", SETTLE).due().calendarVersion();
    assertThat(after).isNotEqualTo(before);
    Optional<byte[]> kept = rig.store.read(tx -> rig.store.bases().find(tx, before));
    assertThat(kept).isPresent();
    Optional<byte[]> inForce = rig.store.read(tx -> rig.store.bases().find(tx, after));
    assertThat(inForce).isPresent();
  }

  @Test
  void casesOfAnEarlierVersionGetTheirClocksFromTheirStory() throws Exception {
    received(1, Stage.UNVERIFIED);
    received(2, Stage.CLOSED);
    CaseClocks before = rig.clocks("9200001").orElseThrow();
    rig.store.close();
    try (Connection file = DriverManager.getConnection("jdbc:sqlite:" + dir.resolve("clocks.db"));
        Statement sql = file.createStatement()) {
      assertThat(sql.executeUpdate("delete from lapor_case_clocks")).isEqualTo(2);
    }
    rig.restart(Deadlines.national());
    assertThat(rig.clocks("9200001")).isEmpty();
    rig.now = rig.now.plusSeconds(60);

    rig.recount().run(() -> false);

    assertThat(rig.clocks("9200001")).contains(before);
    assertThat(rig.clock("9200002", SETTLE).state()).isEqualTo(State.MET);
  }
}
