package id.aduan.lapor.deadline.explain;

import static id.aduan.lapor.deadline.Cases.CLOCKWORK;
import static id.aduan.lapor.deadline.Cases.DISHUB;
import static id.aduan.lapor.deadline.Cases.ID;
import static id.aduan.lapor.deadline.Cases.INFORMATION;
import static id.aduan.lapor.deadline.Cases.ORDINARY;
import static id.aduan.lapor.deadline.Cases.POLRES;
import static id.aduan.lapor.deadline.Cases.STANDARD;
import static id.aduan.lapor.deadline.Cases.at;
import static id.aduan.lapor.deadline.Cases.clock;
import static id.aduan.lapor.deadline.Cases.computed;
import static id.aduan.lapor.deadline.Cases.event;
import static id.aduan.lapor.deadline.Cases.extended;
import static id.aduan.lapor.deadline.Cases.routed;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import id.aduan.lapor.complaint.Classification;
import id.aduan.lapor.deadline.CaseClocks;
import id.aduan.lapor.deadline.CaseEvent;
import id.aduan.lapor.deadline.CaseStart;
import id.aduan.lapor.deadline.Cases;
import id.aduan.lapor.deadline.ClockRule;
import id.aduan.lapor.deadline.Clockwork;
import id.aduan.lapor.deadline.CountedDay;
import id.aduan.lapor.deadline.Language;
import id.aduan.lapor.deadline.Limit;
import id.aduan.lapor.deadline.Occurrence;
import id.aduan.lapor.deadline.Office;
import id.aduan.lapor.deadline.RuleBook;
import id.aduan.lapor.deadline.RuleSamples;
import id.aduan.lapor.deadline.WarningSteps;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class ExplanationTest {
  private static final String ORDINARY_LIMIT = "sp4n.complaint_no_supervision";

  /** Fourteen working days over Nyepi, Idul Fitri and Easter, with a pause and a return. */
  private static final CaseClocks LONG =
      computed(
          ORDINARY,
          event(CaseEvent.RECEIVED, "2026-03-13T15:20"),
          routed(DISHUB, "2026-03-13T15:21"),
          event(CaseEvent.ANSWERED, "2026-03-16T10:00"),
          event(CaseEvent.REPORTER_REPLIED, "2026-03-25T10:00"),
          event(CaseEvent.RETURNED, "2026-03-27T09:00"),
          routed(DISHUB, "2026-03-30T09:00"));

  private static final CaseClocks EXTENDED =
      computed(
          INFORMATION,
          CaseStart.of(Optional.empty(), at("2026-12-21T16:30")).received(),
          extended("uu14.answer", "2027-01-04T09:00", "dokumen masih dicari di arsip"));

  private static final CaseClocks BREACH =
      computed(ORDINARY, event(CaseEvent.BREACH_FOUND, "2026-12-24T18:30"));

  static Stream<Arguments> texts() {
    return Stream.of(
        Arguments.of("long", LONG, ORDINARY_LIMIT, "2026-03-31T10:00"),
        Arguments.of("extended", EXTENDED, "uu14.answer", "2027-01-05T10:00"),
        Arguments.of("breach", BREACH, "pdp.breach_notice", "2026-12-28T10:00"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("texts")
  void theWholeTextIsAsItWasReviewed(String name, CaseClocks clocks, String rule, String asOf)
      throws IOException {
    Deadline deadline = deadline(clocks, rule, at(asOf));

    assertThat(deadline.explanation(Language.ID).text()).isEqualTo(reviewed(name + ".id.txt"));
    assertThat(deadline.explanation(Language.EN).text()).isEqualTo(reviewed(name + ".en.txt"));
  }

  /** Versions change with every rule; what is reviewed is the rest. */
  private static String reviewed(String file) throws IOException {
    try (InputStream in = ExplanationTest.class.getResourceAsStream(file)) {
      return new String(Objects.requireNonNull(in, file).readAllBytes(), UTF_8)
          .replace("{rules}", RuleBook.shipped().version())
          .replace("{calendar}", STANDARD.calendar().version());
    }
  }

  @Test
  void itIsToldInBahasaIndonesiaIfNothingElseIsSaid() {
    Deadline deadline = deadline(LONG, ORDINARY_LIMIT, at("2026-03-31T10:00"));

    assertThat(deadline.explanation()).isEqualTo(deadline.explanation(Language.ID));
  }

  @Test
  void theSharesOfTheAgenciesAreTogetherWhatIsUsedUp() {
    CaseClocks handedOn =
        computed(
            ORDINARY,
            event(CaseEvent.RECEIVED, "2026-03-13T15:20"),
            routed(DISHUB, "2026-03-13T15:21"),
            routed(DISHUB, "2026-03-13T15:25"),
            event(CaseEvent.ANSWERED, "2026-03-16T10:00"),
            event(CaseEvent.REPORTER_REPLIED, "2026-03-25T10:00"),
            event(CaseEvent.RETURNED, "2026-03-27T09:00"),
            routed(POLRES, "2026-03-30T09:00"));
    Deadline deadline = deadline(handedOn, ORDINARY_LIMIT, at("2026-04-09T10:00"));

    List<Leg> legs = deadline.legs();

    assertThat(legs)
        .extracting(leg -> leg.agency().map(Object::toString).orElse("-") + " " + leg.counted())
        .containsExactly("- 0", "dishub 3", "- 1", "polres 7");
    assertThat(legs.stream().mapToInt(Leg::counted).sum()).isEqualTo(deadline.used());
    assertThat(legs).extracting(Leg::until).last().isEqualTo(Optional.empty());
  }

  @Test
  void whoGetsACaseAfterItsClockEndedHasNoShareOfIt() {
    CaseClocks clocks =
        computed(
            ORDINARY,
            event(CaseEvent.RECEIVED, "2026-03-13T15:20"),
            routed(DISHUB, "2026-03-13T15:20"),
            event(CaseEvent.CLOSED, "2026-03-16T10:00"),
            routed(POLRES, "2026-03-30T09:00"));

    assertThat(deadline(clocks, ORDINARY_LIMIT, at("2026-04-09T10:00")).legs())
        .containsExactly(new Leg(Optional.of(DISHUB), at("2026-03-13T15:20"), Optional.empty(), 1));
  }

  @Test
  void whereTheDayOfReceiptCountsItIsTheFirstOneUsedUp() {
    CaseClocks clocks = computed(ORDINARY, event(CaseEvent.RECEIVED, "2026-03-13T15:20"));
    Office counting =
        new Office(STANDARD.kind(), STANDARD.calendar(), STANDARD.zone(), STANDARD.hours(), true);
    ClockRule rule = RuleBook.shipped().find(ORDINARY_LIMIT).orElseThrow();
    Instant monday = at("2026-03-16T10:00");

    assertThat(new Deadline(clocks, clock(clocks, ORDINARY_LIMIT), rule, counting, monday).used())
        .isEqualTo(2);
    assertThat(new Deadline(clocks, clock(clocks, ORDINARY_LIMIT), rule, STANDARD, monday).used())
        .isEqualTo(1);
  }

  @Test
  void theHoursOfAPauseAreNotUsedUp() {
    ClockRule hours =
        RuleSamples.within(
            RuleBook.shipped().find(ORDINARY_LIMIT).orElseThrow(),
            new Limit(72, Limit.Unit.CLOCK_HOUR));
    CaseClocks clocks =
        new Clockwork(new RuleBook("one", List.of(hours)), Cases.OFFICES, WarningSteps.USUAL)
            .compute(
                ID,
                ORDINARY,
                List.of(
                    event(CaseEvent.RECEIVED, "2026-03-13T08:00"),
                    event(CaseEvent.ANSWERED, "2026-03-13T10:00"),
                    event(CaseEvent.REPORTER_REPLIED, "2026-03-14T09:00")),
                List.of());

    Deadline deadline =
        new Deadline(
            clocks, clock(clocks, ORDINARY_LIMIT), hours, STANDARD, at("2026-03-14T12:30"));

    assertThat(deadline.used()).isEqualTo(5);
  }

  @Test
  void theDaysThatCountAreAsManyAsTheLimit() {
    Explanation explanation = deadline(LONG, ORDINARY_LIMIT, at("2026-03-31T10:00")).explanation();

    assertThat(explanation.days())
        .filteredOn(day -> day.outcome() == CountedDay.Outcome.COUNTED)
        .hasSize(14);
  }

  static Stream<Arguments> states() {
    Occurrence received = event(CaseEvent.RECEIVED, "2026-11-23T10:00");
    Occurrence answered = event(CaseEvent.ANSWERED, "2026-11-25T14:00");
    Occurrence answeredLate = event(CaseEvent.ANSWERED, "2026-12-15T14:00");
    Occurrence closed = event(CaseEvent.CLOSED, "2026-12-21T09:00");
    Occurrence closedSoon = event(CaseEvent.CLOSED, "2026-11-24T09:00");
    return Stream.of(
        Arguments.of(
            ORDINARY_LIMIT,
            List.of(received),
            "2026-11-23T12:00",
            "berjalan; terpakai 0 hari kerja, tersisa 14 hari kerja",
            "running; 0 working days used, 14 working days left"),
        Arguments.of(
            ORDINARY_LIMIT,
            List.of(received),
            "2026-12-11T23:59",
            "berjalan; terpakai 14 hari kerja, tersisa 0 hari kerja",
            "running; 14 working days used, 0 working days left"),
        Arguments.of(
            ORDINARY_LIMIT,
            List.of(received),
            "2026-12-12T00:00",
            "TERLAMBAT kurang dari 1 hari kerja",
            "LATE by less than 1 working day"),
        Arguments.of(
            ORDINARY_LIMIT,
            List.of(received),
            "2026-12-14T08:00",
            "TERLAMBAT 1 hari kerja",
            "LATE by 1 working day"),
        Arguments.of(
            ORDINARY_LIMIT,
            List.of(received, answered),
            "2026-12-30T08:00",
            "dijeda sejak Rabu, 25 November 2026 pukul 14.00 WIB (jawaban instansi terbit di"
                + " portal); terpakai 2 hari kerja, tersisa 12 hari kerja",
            "paused since Wednesday, 25 November 2026 at 14:00 WIB (the agency's answer stands on"
                + " the portal); 2 working days used, 12 working days left"),
        Arguments.of(
            ORDINARY_LIMIT,
            List.of(received, answeredLate),
            "2026-12-30T08:00",
            "dijeda sejak Selasa, 15 Desember 2026 pukul 14.00 WIB (jawaban instansi terbit di"
                + " portal); TERLAMBAT 2 hari kerja",
            "paused since Tuesday, 15 December 2026 at 14:00 WIB (the agency's answer stands on"
                + " the portal); LATE by 2 working days"),
        Arguments.of(
            ORDINARY_LIMIT,
            List.of(received, answered, closed),
            "2026-12-30T08:00",
            "selesai tepat waktu pada Rabu, 25 November 2026 pukul 14.00 WIB; terpakai 2 hari"
                + " kerja",
            "done in time on Wednesday, 25 November 2026 at 14:00 WIB; 2 working days used"),
        Arguments.of(
            ORDINARY_LIMIT,
            List.of(received, closed),
            "2026-12-30T08:00",
            "berakhir pada Senin, 21 Desember 2026 pukul 09.00 WIB, TERLAMBAT 6 hari kerja",
            "ended on Monday, 21 December 2026 at 09:00 WIB, LATE by 6 working days"),
        Arguments.of(
            "sp4n.verify_forward",
            List.of(received, closedSoon),
            "2026-12-30T08:00",
            "gugur pada Selasa, 24 November 2026 pukul 09.00 WIB karena laporan ditutup sebelum"
                + " jatuh tempo",
            "dropped on Tuesday, 24 November 2026 at 09:00 WIB, when the report was closed before"
                + " it was due"));
  }

  @ParameterizedTest(name = "{4}")
  @MethodSource("states")
  void theStateIsToldInOneSentence(
      String rule, List<Occurrence> events, String asOf, String indonesian, String english) {
    CaseClocks clocks = CLOCKWORK.compute(ID, ORDINARY, events, List.of());
    Deadline deadline = deadline(clocks, rule, at(asOf));

    assertThat(deadline.explanation(Language.ID).lines().get(2)).endsWith(": " + indonesian + ".");
    assertThat(deadline.explanation(Language.EN).lines().get(2)).endsWith(": " + english + ".");
  }

  @Test
  void whatWasReplacedIsToldSo() {
    CaseClocks before = computed(ORDINARY, event(CaseEvent.RECEIVED, "2026-11-23T10:00"));
    CaseClocks after = CLOCKWORK.compute(ID, INFORMATION, before.events(), before.clocks());

    assertThat(deadline(after, ORDINARY_LIMIT, at("2026-11-24T08:00")).explanation().lines().get(2))
        .endsWith("tidak berlaku lagi, karena klasifikasi atau aturannya diganti.");
  }

  @Test
  void aDayThatMovedIsToldWithTheOneBeforeAndTheReason() {
    CaseClocks before = computed(ORDINARY, event(CaseEvent.RECEIVED, "2026-12-18T10:00"));
    Office working =
        Cases.office(STANDARD.kind(), STANDARD.calendar().countingCutiBersama(), STANDARD.zone());
    CaseClocks after =
        Cases.clockwork(working).recompute(before, at("2026-12-21T08:00"), "kalender id-2");

    Deadline deadline =
        new Deadline(
            after,
            clock(after, ORDINARY_LIMIT),
            RuleBook.shipped().find(ORDINARY_LIMIT).orElseThrow(),
            working,
            at("2026-12-22T08:00"));

    assertThat(deadline.explanation().lines())
        .contains(
            "Tanggal berubah: semula Rabu, 13 Januari 2027; dihitung ulang Senin, 21 Desember 2026"
                + " pukul 08.00 WIB. Alasan: kalender id-2");
  }

  @ParameterizedTest
  @EnumSource
  void everyShippedClockIsExplained(Language language) {
    for (ClockRule rule : RuleBook.shipped().rules()) {
      Classification.Kind kind =
          rule.applies().classifications().stream().findFirst().orElse(Classification.Kind.UNKNOWN);
      Occurrence start = Occurrence.of(rule.from().iterator().next(), at("2026-11-23T10:00"));
      CaseClocks clocks =
          CLOCKWORK.compute(ID, Cases.facts(kind, Optional.of(DISHUB)), List.of(start), List.of());

      String text =
          deadline(clocks, rule.id(), at("2026-11-24T10:00")).explanation(language).text();

      assertThat(text).doesNotContain("?").contains(rule.id(), rule.source());
    }
  }

  private static Deadline deadline(CaseClocks clocks, String rule, Instant asOf) {
    return new Deadline(
        clocks,
        clock(clocks, rule),
        RuleBook.shipped().find(rule).orElseThrow(),
        Cases.OFFICES.of(clocks.facts().agency()),
        asOf);
  }
}
