package id.aduan.lapor.deadline;

import static id.aduan.lapor.deadline.Cases.CLOCKWORK;
import static id.aduan.lapor.deadline.Cases.ID;
import static id.aduan.lapor.deadline.Cases.ORDINARY;
import static id.aduan.lapor.deadline.Cases.SUPERVISORY;
import static id.aduan.lapor.deadline.Cases.WIT;
import static id.aduan.lapor.deadline.Cases.at;
import static id.aduan.lapor.deadline.Cases.clock;
import static id.aduan.lapor.deadline.Cases.computed;
import static id.aduan.lapor.deadline.Cases.event;
import static org.assertj.core.api.Assertions.assertThat;

import id.aduan.lapor.complaint.AgencyKind;
import id.aduan.lapor.deadline.Clock.Move;
import id.aduan.lapor.deadline.Clock.State;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("C21")
class RecomputeTest {
  private static final Instant NOW = at("2026-12-09T08:00");
  private static final String RULE = "sp4n.complaint_no_supervision";
  private static final Occurrence RECEIVED = event(CaseEvent.RECEIVED, "2026-12-18T10:00");
  private static final Occurrence ARRIVED = event(CaseEvent.ARRIVED, "2026-12-18T10:00");

  /** Joint leave counts: the one change of a calendar that needs no other file. */
  private static final Clockwork CHANGED =
      new Clockwork(
          RuleBook.shipped(),
          new Offices(
              Cases.office(
                  AgencyKind.OPD, WorkingCalendar.indonesia().countingCutiBersama(), Cases.WIB),
              Map.of()),
          WarningSteps.USUAL);

  private final CaseClocks before = computed(ORDINARY, RECEIVED, ARRIVED);

  @Test
  void aMovedDayIsKeptWithTheOneBeforeAndTheReason() {
    CaseClocks after = CHANGED.recompute(before, NOW, "kalender baru");

    assertThat(clock(before, RULE).due().date()).isEqualTo("2027-01-13");
    assertThat(clock(after, RULE).due().date()).isEqualTo("2027-01-12");
    assertThat(clock(after, RULE).moved())
        .contains(new Move(clock(before, RULE).due().at(), NOW, "kalender baru"));
    assertThat(clock(after, "uu25.respond").moved()).isEmpty();
  }

  @Test
  void whatIsComputedAnewIsCurrentAndASecondTimeChangesNothing() {
    assertThat(CLOCKWORK.isCurrent(before)).isTrue();
    assertThat(CHANGED.isCurrent(before)).isFalse();

    CaseClocks once = CHANGED.recompute(before, NOW, "kalender baru");

    assertThat(CHANGED.isCurrent(once)).isTrue();
    assertThat(CHANGED.recompute(once, NOW.plusSeconds(1), "lagi")).isEqualTo(once);
  }

  @Test
  void anEventAfterwardsKeepsTheMove() {
    CaseClocks moved = CHANGED.recompute(before, NOW, "kalender baru");
    List<Occurrence> events = new ArrayList<>(moved.events());
    events.add(event(CaseEvent.DELIVERED, "2026-12-21T09:00"));

    CaseClocks after = CHANGED.compute(ID, ORDINARY, events, moved.clocks());

    assertThat(clock(after, RULE).moved()).isEqualTo(clock(moved, RULE).moved()).isPresent();
  }

  @Test
  void aWarningThatWasGivenIsNotGivenAgain() {
    List<Clock> warned =
        before.clocks().stream().map(clock -> ClockSamples.withSteps(clock, 2)).toList();

    CaseClocks after =
        CHANGED.recompute(
            new CaseClocks(ID, ORDINARY, before.events(), warned, before.basis()),
            NOW,
            "kalender baru");

    assertThat(clock(after, RULE).warned()).isEqualTo(80);
    assertThat(clock(after, RULE).nextAt()).contains(at("2027-01-13T07:30"));
  }

  @Test
  void whatEndedStaysExactlyAsItWas() {
    CaseClocks closed =
        computed(ORDINARY, RECEIVED, ARRIVED, event(CaseEvent.CLOSED, "2027-01-13T10:00"));
    assertThat(clock(closed, RULE).state()).isEqualTo(State.MET);

    CaseClocks after = CHANGED.recompute(closed, NOW, "kalender baru");
    CaseClocks afterAnEvent =
        CHANGED.compute(
            ID,
            ORDINARY,
            with(closed.events(), event(CaseEvent.REPORTER_REPLIED, "2027-01-14T10:00")),
            closed.clocks());

    assertThat(after.clocks()).isEqualTo(closed.clocks());
    assertThat(clock(afterAnEvent, RULE)).isEqualTo(clock(closed, RULE));
  }

  @Test
  void aReopenedClockCountsByTheCalendarOfToday() {
    CaseClocks closed =
        computed(ORDINARY, RECEIVED, ARRIVED, event(CaseEvent.CLOSED, "2026-12-18T12:00"));

    CaseClocks after =
        CHANGED.compute(
            ID,
            ORDINARY,
            with(closed.events(), event(CaseEvent.REOPENED, "2026-12-18T13:00")),
            closed.clocks());

    assertThat(clock(after, RULE).due().date()).isEqualTo("2027-01-12");
  }

  @Test
  void anotherZoneOfTheOfficeIsNotCurrent() {
    Clockwork east =
        new Clockwork(
            RuleBook.shipped(),
            new Offices(Cases.office(AgencyKind.OPD, WorkingCalendar.indonesia(), WIT), Map.of()),
            WarningSteps.USUAL);

    assertThat(east.isCurrent(before)).isFalse();
    CaseClocks after = east.recompute(before, NOW, "zona");
    assertThat(clock(after, RULE).due().zone()).isEqualTo(WIT);
    assertThat(clock(after, RULE).moved()).isEmpty();
  }

  @Test
  void aRuleThatIsNoLongerInForceIsReplacedWhileOpenAndKeptWhenEnded() {
    RuleBook shipped = RuleBook.shipped();
    Clockwork none =
        new Clockwork(new RuleBook("none", List.of()), Cases.OFFICES, WarningSteps.USUAL);
    assertThat(shipped.find(RULE)).isPresent();

    CaseClocks after = none.recompute(before, NOW, "aturan dicabut");

    assertThat(clock(after, RULE).state()).isEqualTo(State.REPLACED);
    assertThat(clock(after, "sop.bintan.notify_admin_kab"))
        .isEqualTo(clock(before, "sop.bintan.notify_admin_kab"));
    assertThat(after.isOpen()).isFalse();
  }

  @Test
  void aRuleThatIsNewInForceStartsWhereItWouldHave() {
    CaseClocks old =
        new Clockwork(new RuleBook("none", List.of()), Cases.OFFICES, WarningSteps.USUAL)
            .compute(ID, SUPERVISORY, before.events(), List.of());

    CaseClocks after = CLOCKWORK.recompute(old, NOW, "aturan baru");

    assertThat(clock(after, "sp4n.complaint_supervision").startedAt()).isEqualTo(RECEIVED.at());
    assertThat(clock(after, "sp4n.complaint_supervision").moved()).isEqualTo(Optional.empty());
  }

  private static List<Occurrence> with(List<Occurrence> events, Occurrence event) {
    List<Occurrence> all = new ArrayList<>(events);
    all.add(event);
    return all;
  }

  @Test
  void whatEndedStaysAsItWasUnderARuleThatWaitsForSomethingElse() {
    CaseClocks met =
        computed(ORDINARY, RECEIVED, ARRIVED, event(CaseEvent.DELIVERED, "2026-12-21T09:00"));
    assertThat(clock(met, "sp4n.verify_forward").state()).isEqualTo(State.MET);
    ClockRule shipped = RuleBook.shipped().find("sp4n.verify_forward").orElseThrow();

    CaseClocks after =
        clockwork(RuleSamples.until(shipped, CaseEvent.NOTIFIED)).recompute(met, NOW, "aturan");

    assertThat(clock(after, "sp4n.verify_forward")).isEqualTo(clock(met, "sp4n.verify_forward"));
  }

  @Test
  void aReplacedClockRunsAgainWhenItsRuleIsInForceAgain() {
    CaseClocks away =
        new Clockwork(new RuleBook("none", List.of()), Cases.OFFICES, WarningSteps.USUAL)
            .recompute(before, NOW, "aturan dicabut");

    CaseClocks back = CLOCKWORK.recompute(away, NOW, "aturan kembali");

    assertThat(back.clocks()).hasSameElementsAs(before.clocks());
  }

  private static Clockwork clockwork(ClockRule rule) {
    return new Clockwork(new RuleBook("one", List.of(rule)), Cases.OFFICES, WarningSteps.USUAL);
  }
}
