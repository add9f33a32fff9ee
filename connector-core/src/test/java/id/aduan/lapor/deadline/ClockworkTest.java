package id.aduan.lapor.deadline;

import static id.aduan.lapor.deadline.Cases.CLOCKWORK;
import static id.aduan.lapor.deadline.Cases.DISHUB;
import static id.aduan.lapor.deadline.Cases.ID;
import static id.aduan.lapor.deadline.Cases.INFORMATION;
import static id.aduan.lapor.deadline.Cases.ORDINARY;
import static id.aduan.lapor.deadline.Cases.POLRES;
import static id.aduan.lapor.deadline.Cases.SUPERVISORY;
import static id.aduan.lapor.deadline.Cases.at;
import static id.aduan.lapor.deadline.Cases.clock;
import static id.aduan.lapor.deadline.Cases.computed;
import static id.aduan.lapor.deadline.Cases.event;
import static id.aduan.lapor.deadline.Cases.extended;
import static id.aduan.lapor.deadline.Cases.routed;
import static org.assertj.core.api.Assertions.assertThat;

import id.aduan.lapor.complaint.Classification;
import id.aduan.lapor.deadline.Clock.State;
import id.aduan.lapor.json.ModelJson;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClockworkTest {
  private static final String ORDINARY_LIMIT = "sp4n.complaint_no_supervision";
  private static final Occurrence RECEIVED = event(CaseEvent.RECEIVED, "2026-11-23T10:00");
  private static final Occurrence ARRIVED = event(CaseEvent.ARRIVED, "2026-11-23T10:00:30");
  private static final Occurrence ROUTED = routed(DISHUB, "2026-11-23T10:00:30");
  private static final Occurrence DELIVERED = event(CaseEvent.DELIVERED, "2026-11-23T10:01");
  private static final Occurrence ANSWERED = event(CaseEvent.ANSWERED, "2026-11-25T14:00");
  private static final Occurrence REPLIED = event(CaseEvent.REPORTER_REPLIED, "2026-12-01T08:00");
  private static final Occurrence CLOSED = event(CaseEvent.CLOSED, "2026-12-21T09:00");
  private static final Occurrence REOPENED = event(CaseEvent.REOPENED, "2026-12-29T09:00");

  @Test
  void severalClocksRunOnACaseAtOnce() {
    CaseClocks clocks = computed(ORDINARY, RECEIVED, ARRIVED, ROUTED, DELIVERED);

    assertThat(clocks.clocks())
        .extracting(clock -> clock.rule() + " " + clock.state() + " " + clock.due().date())
        .containsExactly(
            "sop.bintan.notify_admin_kab MET 2026-11-23",
            "sop.bintan.forward_to_penghubung MET 2026-11-24",
            "sop.bintan.answer RUNNING 2026-11-24",
            "sp4n.verify_forward MET 2026-11-26",
            "sp4n.first_followup RUNNING 2026-11-30",
            "sp4n.complaint_no_supervision RUNNING 2026-12-11",
            "uu25.respond RUNNING 2026-12-07");
    assertThat(clocks.dueAt()).contains(at("2026-11-24T23:59:59"));
    assertThat(clocks.clocks())
        .extracting(Clock::rulesVersion)
        .containsOnly(RuleBook.shipped().version());
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          INFORMATION_REQUEST,   sp4n.info_request,             2026-11-30
          ORDINARY_COMPLAINT,    sp4n.complaint_no_supervision, 2026-12-11
          UNKNOWN,               sp4n.complaint_no_supervision, 2026-12-11
          SUPERVISORY_COMPLAINT, sp4n.complaint_supervision,    2027-02-22
          """)
  void theClassificationChoosesTheLimit(Classification.Kind kind, String rule, LocalDate due) {
    CaseClocks clocks = computed(Cases.facts(kind, Optional.empty()), RECEIVED);

    assertThat(clock(clocks, rule).due().date()).isEqualTo(due);
    assertThat(settlements(clocks)).containsExactly(rule);
  }

  @Test
  void anAspirationHasNoLimitOfSettlement() {
    CaseFacts aspiration = Cases.facts(Classification.Kind.ASPIRATION, Optional.empty());

    assertThat(computed(aspiration, RECEIVED).clocks())
        .extracting(Clock::rule)
        .containsExactly("sop.bintan.notify_admin_kab", "sp4n.verify_forward");
  }

  private static List<String> settlements(CaseClocks clocks) {
    return clocks.clocks().stream()
        .map(Clock::rule)
        .filter(rule -> rule.matches("sp4n\\.(info|complaint).*"))
        .toList();
  }

  @Test
  void aCaseClassifiedAnewKeepsItsStartAndAnotherLimit() {
    CaseClocks before = computed(ORDINARY, RECEIVED);

    CaseClocks after = CLOCKWORK.compute(ID, SUPERVISORY, before.events(), before.clocks());

    assertThat(clock(after, ORDINARY_LIMIT).state()).isEqualTo(State.REPLACED);
    assertThat(clock(after, ORDINARY_LIMIT).nextAt()).isEmpty();
    Clock longer = clock(after, "sp4n.complaint_supervision");
    assertThat(longer.startedAt()).isEqualTo(at("2026-11-23T10:00"));
    assertThat(longer.due().date()).isEqualTo(LocalDate.parse("2027-02-22"));
    assertThat(longer.due().certainty()).isEqualTo(Certainty.PROVISIONAL);
  }

  @Test
  void whileTheReporterIsAskedTheClockStandsAndItsDaysDoNotCount() {
    CaseClocks paused = computed(ORDINARY, RECEIVED, ANSWERED);
    assertThat(clock(paused, ORDINARY_LIMIT).state()).isEqualTo(State.PAUSED);
    assertThat(clock(paused, ORDINARY_LIMIT).due().date()).isEqualTo("2026-12-11");
    assertThat(clock(paused, ORDINARY_LIMIT).nextAt()).isEmpty();

    CaseClocks resumed = computed(ORDINARY, RECEIVED, ANSWERED, REPLIED);
    assertThat(clock(resumed, ORDINARY_LIMIT).state()).isEqualTo(State.RUNNING);
    assertThat(clock(resumed, ORDINARY_LIMIT).due().date()).isEqualTo("2026-12-17");
    assertThat(clock(resumed, ORDINARY_LIMIT).nextAt()).isPresent();
  }

  @Test
  void anAnsweredCaseThatThePortalClosesAfterSilenceIsNotLate() {
    CaseClocks clocks = computed(ORDINARY, RECEIVED, ARRIVED, DELIVERED, ANSWERED, CLOSED);

    Clock settled = clock(clocks, ORDINARY_LIMIT);
    assertThat(settled.state()).isEqualTo(State.MET);
    assertThat(settled.endedAt()).contains(ANSWERED.at());
    assertThat(clocks.isOpen()).isFalse();
    assertThat(clocks.nextAt()).isEmpty();
  }

  @Test
  void aCaseAnsweredTooLateIsMissedWheneverItIsClosed() {
    Occurrence late = event(CaseEvent.ANSWERED, "2026-12-14T08:00");

    assertThat(clock(computed(ORDINARY, RECEIVED, late, CLOSED), ORDINARY_LIMIT).state())
        .isEqualTo(State.MISSED);
  }

  @Test
  void theWholeDueDayIsInTimeToItsLastNanosecond() {
    Occurrence last =
        Occurrence.of(CaseEvent.CLOSED, at("2026-12-11T23:59:59").plusNanos(999_999_999));
    Occurrence next = event(CaseEvent.CLOSED, "2026-12-12T00:00");

    assertThat(clock(computed(ORDINARY, RECEIVED, last), ORDINARY_LIMIT).state())
        .isEqualTo(State.MET);
    assertThat(clock(computed(ORDINARY, RECEIVED, next), ORDINARY_LIMIT).state())
        .isEqualTo(State.MISSED);
  }

  @Test
  void theRegencyIsNotifiedWithinAMinuteOrNot() {
    Occurrence later = event(CaseEvent.ARRIVED, "2026-11-23T10:01:01");

    assertThat(clock(computed(ORDINARY, RECEIVED, ARRIVED), "sop.bintan.notify_admin_kab"))
        .extracting(Clock::state, Clock::nextAt)
        .containsExactly(State.MET, Optional.empty());
    assertThat(clock(computed(ORDINARY, RECEIVED, later), "sop.bintan.notify_admin_kab").state())
        .isEqualTo(State.MISSED);
    assertThat(clock(computed(ORDINARY, RECEIVED), "sop.bintan.notify_admin_kab").nextAt())
        .isEmpty();
  }

  @Test
  void aCaseClosedBeforeItsFirstAnswerDropsThatClock() {
    CaseClocks clocks =
        computed(ORDINARY, RECEIVED, DELIVERED, event(CaseEvent.CLOSED, "2026-11-24T09:00"));

    assertThat(clock(clocks, "sp4n.first_followup").state()).isEqualTo(State.DROPPED);
    assertThat(clock(clocks, ORDINARY_LIMIT).state()).isEqualTo(State.MET);
  }

  @Test
  void whatWasLateWhenTheCaseWasClosedIsMissedAndNotDropped() {
    CaseClocks clocks = computed(ORDINARY, RECEIVED, DELIVERED, CLOSED);

    assertThat(clock(clocks, "sp4n.first_followup").state()).isEqualTo(State.MISSED);
  }

  @Test
  void aReopenedCaseRunsOnAndTheDaysBetweenDoNotCount() {
    Occurrence soon = event(CaseEvent.CLOSED, "2026-11-24T09:00");
    CaseClocks clocks =
        computed(
            ORDINARY, RECEIVED, DELIVERED, soon, event(CaseEvent.REOPENED, "2026-11-27T09:00"));

    assertThat(clock(clocks, "sp4n.first_followup"))
        .extracting(Clock::state, clock -> clock.due().date(), Clock::period)
        .containsExactly(State.RUNNING, LocalDate.parse("2026-12-03"), 1);
    assertThat(clock(clocks, ORDINARY_LIMIT).due().date()).isEqualTo("2026-12-16");
  }

  @Test
  void whatWasFulfilledBeforeACaseWasClosedStaysFulfilledWhenItIsReopened() {
    CaseClocks clocks = computed(ORDINARY, RECEIVED, DELIVERED, ANSWERED, CLOSED, REOPENED);

    assertThat(clock(clocks, "sp4n.first_followup").state()).isEqualTo(State.MET);
    assertThat(clock(clocks, ORDINARY_LIMIT).state()).isEqualTo(State.RUNNING);
    assertThat(clock(clocks, ORDINARY_LIMIT).pauses())
        .containsExactly(new Pause(ANSWERED.at(), Optional.of(REOPENED.at())));
  }

  @Test
  void aClockThatWouldStartOnAClosedCaseIsDroppedAtOnceUntilItIsReopened() {
    Occurrence closed = event(CaseEvent.CLOSED, "2026-11-23T10:00:40");

    assertThat(
            clock(computed(ORDINARY, RECEIVED, closed, DELIVERED), "sp4n.first_followup").state())
        .isEqualTo(State.DROPPED);
    assertThat(
            clock(computed(ORDINARY, RECEIVED, closed, DELIVERED, REOPENED), "sp4n.first_followup"))
        .extracting(Clock::state, clock -> clock.due().date())
        .containsExactly(State.RUNNING, LocalDate.parse("2027-01-07"));
  }

  @Test
  void aClockThatStartsOnAReopenedCaseRuns() {
    Occurrence closed = event(CaseEvent.CLOSED, "2026-11-23T10:00:40");
    Occurrence reopened = event(CaseEvent.REOPENED, "2026-11-23T10:00:50");

    assertThat(
            clock(computed(ORDINARY, RECEIVED, closed, reopened, DELIVERED), "sp4n.first_followup"))
        .extracting(Clock::state, Clock::pauses)
        .containsExactly(State.RUNNING, List.of());
  }

  @Test
  void aSecondAnswerWhileTheClockStandsBeginsNoSecondPause() {
    Occurrence second = event(CaseEvent.ANSWERED, "2026-11-27T10:00");

    assertThat(
            clock(computed(ORDINARY, RECEIVED, ANSWERED, second, REPLIED), ORDINARY_LIMIT).pauses())
        .containsExactly(new Pause(ANSWERED.at(), Optional.of(REPLIED.at())));
  }

  @Test
  void anAnswerBeforeTheDeliveryFulfilsTheFirstFollowUp() {
    CaseClocks clocks =
        computed(
            ORDINARY,
            RECEIVED,
            event(CaseEvent.ANSWERED, "2026-11-23T10:00:10"),
            ARRIVED,
            DELIVERED);

    assertThat(clock(clocks, "sp4n.first_followup").state()).isEqualTo(State.MET);
    assertThat(clock(clocks, "sop.bintan.answer").state()).isEqualTo(State.MET);
  }

  @Test
  void eachAnswerAndEachReplyStartsTheReportersSilenceAnewAndWarnsNobody() {
    CaseClocks once = computed(ORDINARY, RECEIVED, ANSWERED);
    CaseClocks thrice =
        computed(
            ORDINARY, RECEIVED, ANSWERED, REPLIED, event(CaseEvent.ANSWERED, "2026-12-02T10:00"));

    assertThat(clock(once, "sp4n.reporter_silence_close").period()).isEqualTo(1);
    Clock silence = clock(thrice, "sp4n.reporter_silence_close");
    assertThat(silence.period()).isEqualTo(3);
    assertThat(silence.startedAt()).isEqualTo(at("2026-12-02T10:00"));
    assertThat(silence.due().date()).isEqualTo("2026-12-16");
    assertThat(silence.nextAt()).isEmpty();
  }

  @Test
  void anExtensionWithAReasonAddsItsDaysOnceAndWarnsAnew() {
    Occurrence extension = extended("uu14.answer", "2026-12-01T09:00", "dokumen di arsip");
    Occurrence second = extended("uu14.answer", "2026-12-02T09:00", "masih dicari");

    Clock plain = clock(computed(INFORMATION, RECEIVED), "uu14.answer");
    Clock longer = clock(computed(INFORMATION, RECEIVED, extension, second), "uu14.answer");

    assertThat(plain.due().date()).isEqualTo("2026-12-07");
    assertThat(longer.due().date()).isEqualTo("2026-12-16");
    assertThat(longer.limit().amount()).isEqualTo(17);
    assertThat(longer.period()).isEqualTo(2);
    assertThat(longer.warned()).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "uu14.answer, ''",
    "uu14.answer, ' '",
    "sp4n.info_request, terlambat",
    "none.such, terlambat"
  })
  void anExtensionWithoutAReasonOrARightToItChangesNothing(String rule, String reason) {
    CaseClocks plain = computed(INFORMATION, RECEIVED);

    CaseClocks clocks = computed(INFORMATION, RECEIVED, extended(rule, "2026-12-01T09:00", reason));

    assertThat(clocks.clocks()).isEqualTo(plain.clocks());
  }

  @Test
  void aSecondRequestOfTheOmbudsmanBeginsAnotherRoundBesideTheFirst() {
    Occurrence asked = event(CaseEvent.OMBUDSMAN_ASKED, "2026-11-02T09:00");
    Occurrence answered = event(CaseEvent.OMBUDSMAN_ANSWERED, "2026-11-10T09:00");
    Occurrence again = event(CaseEvent.OMBUDSMAN_ASKED, "2026-11-20T09:00");

    assertThat(computed(ORDINARY, asked, answered, again, CLOSED).clocks())
        .extracting(clock -> clock.period() + " " + clock.state() + " " + clock.due().date())
        .containsExactly("1 MET 2026-11-16", "2 RUNNING 2026-12-04");
    assertThat(computed(ORDINARY, asked, again).clocks())
        .extracting(clock -> clock.period() + " " + clock.due().date())
        .containsExactly("2 2026-12-04");
  }

  @Test
  void threeTimesTwentyFourHoursRunThroughTheWeekendAndTheClosingOfTheCase() {
    Occurrence found = event(CaseEvent.BREACH_FOUND, "2026-12-24T18:30");

    Clock clock =
        clock(
            computed(ORDINARY, found, event(CaseEvent.CLOSED, "2026-12-24T19:00")),
            "pdp.breach_notice");

    assertThat(clock.due().at()).isEqualTo(at("2026-12-27T18:30"));
    assertThat(clock.state()).isEqualTo(State.RUNNING);
    assertThat(clock.nextAt()).contains(at("2026-12-26T06:30"));
  }

  @Test
  void aReturnedCaseKeepsItsClockAndCountsByTheAgencyThatHasItNow() {
    Occurrence back = event(CaseEvent.RETURNED, "2026-11-26T09:00");
    CaseFacts police = Cases.facts(Classification.Kind.ORDINARY_COMPLAINT, Optional.of(POLRES));

    Clock clock =
        clock(
            computed(police, RECEIVED, ROUTED, back, routed(POLRES, "2026-11-27T09:00")),
            ORDINARY_LIMIT);

    assertThat(clock.startedAt()).isEqualTo(RECEIVED.at());
    assertThat(clock.due().zone()).isEqualTo(Cases.WIT);
    assertThat(clock.due().date()).isEqualTo("2026-12-11");
  }

  @Test
  void warningsThatWereGivenAreKeptAndTheNextOneIsNamed() {
    CaseClocks before = computed(ORDINARY, RECEIVED);
    List<Clock> warned = new ArrayList<>();
    before.clocks().forEach(clock -> warned.add(ClockSamples.withSteps(clock, 2)));

    CaseClocks after = CLOCKWORK.compute(ID, ORDINARY, before.events(), warned);

    assertThat(clock(before, ORDINARY_LIMIT).nextAt()).contains(at("2026-12-03T07:30"));
    assertThat(clock(after, ORDINARY_LIMIT).warned()).isEqualTo(80);
    assertThat(clock(after, ORDINARY_LIMIT).nextAt()).contains(at("2026-12-14T07:30"));
  }

  @Test
  void theClocksOfACaseAreReadAsTheyWereWritten() {
    CaseClocks clocks =
        computed(
            INFORMATION,
            CaseStart.of(Optional.empty(), RECEIVED.at()).received(),
            ARRIVED,
            ROUTED,
            DELIVERED,
            ANSWERED,
            extended("uu14.answer", "2026-11-24T09:00", "arsip"));

    assertThat(ModelJson.read(ModelJson.write(clocks), CaseClocks.class)).isEqualTo(clocks);
    assertThat(clock(clocks, "sp4n.info_request").marks())
        .containsExactly(Clock.Mark.START_MISSING);
    assertThat(clock(clocks, "sp4n.first_followup").marks()).isEmpty();
  }
}
