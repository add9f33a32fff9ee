package id.aduan.lapor.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import id.aduan.lapor.complaint.AgencyCode;
import id.aduan.lapor.complaint.Flag;
import id.aduan.lapor.complaint.Status.Stage;
import id.aduan.lapor.deadline.CaseEvent;
import id.aduan.lapor.deadline.Clock;
import id.aduan.lapor.deadline.Occurrence;
import id.aduan.lapor.sync.CaseRecord;
import id.aduan.lapor.sync.Deadlines;
import id.aduan.lapor.sync.Leg;
import id.aduan.lapor.sync.RecapCases;
import id.aduan.lapor.sync.RecapReading;
import id.aduan.lapor.sync.RecapReading.Asked;
import id.aduan.lapor.sync.RecapReading.Page;
import id.aduan.lapor.sync.RecapRow;
import id.aduan.lapor.sync.RecapRow.Part;
import id.aduan.lapor.sync.RecapRow.Timing;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The cases of a period, as a recap reads them. */
class RecapReadingTest extends RecapRig {
  @Test
  void everyCaseOfThePeriodIsReadOnceHoweverManyPagesThereAre() {
    List<CaseRecord> records = new ArrayList<>();
    for (int i = 0; i < 2 * RecapReading.PAGE_CASES_MAX; i++) {
      records.add(
          record(String.valueOf(9_000_000 + i), FROM.plusSeconds(i), Stage.VERIFIED, Flag.FALSE));
    }
    save(records);

    assertThat(all(ALL)).hasSize(records.size()).doesNotHaveDuplicates();
  }

  @Test
  void aCaseFromBeforeIsCarriedOverUnlessItHadEnded() {
    save(
        List.of(
            record("9000001", FROM.minusSeconds(90), Stage.VERIFIED, Flag.FALSE),
            record("9000002", FROM.minusSeconds(90), Stage.CLOSED, Flag.FALSE),
            record("9000003", FROM, Stage.CLOSED, Flag.FALSE),
            record("9000004", NOW, Stage.VERIFIED, Flag.FALSE)));

    assertThat(all(ALL))
        .extracting(RecapRow::trackingId, RecapRow::part)
        .containsExactly(tuple("9000001", Part.CARRIED), tuple("9000003", Part.RECEIVED));
  }

  @Test
  @Tag("CMP-12")
  void aSecretCaseHasNoTitleAndNoPlaceUnlessAskedFor() {
    save(List.of(record("9000001", FROM, Stage.VERIFIED, Flag.TRUE)));

    RecapRow hidden = all(ALL).get(0);
    RecapRow shown = all(new Asked(FROM, NOW, Optional.empty(), true)).get(0);

    assertThat(hidden.title()).isEqualTo(RecapRow.HIDDEN);
    assertThat(hidden.location()).isEmpty();
    assertThat(shown.title()).isEqualTo("Jalan rusak");
    assertThat(shown.toString()).doesNotContain("ZZPII");
  }

  @Test
  void agenciesAreThoseThatHaveTheCaseTheOneThatAnswersForItFirst() {
    save(List.of(record("9000001", FROM, Stage.VERIFIED, Flag.FALSE)));
    save(
        List.of(
            leg("bpn", false, Leg.State.MOVED, FROM.plusSeconds(100)),
            leg("dinkes", false, Leg.State.ACTIVE, FROM.plusSeconds(200)),
            leg("pupr", true, Leg.State.RETURNED, FROM.plusSeconds(300))),
        List.of());

    RecapRow row = all(ALL).get(0);

    assertThat(row.agencies()).containsExactly("pupr", "dinkes");
    assertThat(row.disposedAt()).contains(FROM.plusSeconds(100));
    assertThat(row.answeredAt()).contains(FROM.plusSeconds(700));
    assertThat(all(new Asked(FROM, NOW, Optional.of(new AgencyCode("dinkes")), false))).hasSize(1);
    assertThat(all(new Asked(FROM, NOW, Optional.of(new AgencyCode("bpn")), false))).isEmpty();
  }

  @Test
  void timesAndDeadlinesAreThoseOfTheClocksWhereTheyAreKnown() {
    Instant start = Instant.parse("2026-01-05T02:00:00Z");
    Instant end = start.plus(Duration.ofDays(60));
    Asked asked = new Asked(start, end, Optional.empty(), false);
    save(List.of(record("9000001", start.plusSeconds(9), Stage.CLOSED, Flag.FALSE)));
    save(
        List.of(leg("pupr", true, Leg.State.ACTIVE, start.plusSeconds(300))),
        List.of(
            Occurrence.of(CaseEvent.RECEIVED, start),
            Occurrence.of(CaseEvent.ROUTED, start.plusSeconds(60)),
            Occurrence.of(CaseEvent.DELIVERED, start.plusSeconds(90)),
            Occurrence.of(CaseEvent.ANSWERED, start.plusSeconds(3_600)),
            Occurrence.of(CaseEvent.ANSWERED, start.plusSeconds(9_600)),
            Occurrence.of(CaseEvent.CLOSED, start.plus(Duration.ofDays(40)))));

    RecapRow row = all(asked).get(0);

    assertThat(row.receivedAt()).isEqualTo(start);
    assertThat(row.disposedAt()).contains(start.plusSeconds(60));
    assertThat(row.answeredAt()).contains(start.plusSeconds(3_600));
    assertThat(row.closedAt()).contains(start.plus(Duration.ofDays(40)));
    // three working days from Monday the 5th end on the 8th
    assertThat(row.clocks())
        .filteredOn(it -> it.rule().equals("sp4n.verify_forward"))
        .singleElement()
        .satisfies(
            it -> {
              assertThat(it.state()).isEqualTo(Clock.State.MET);
              assertThat(it.dueOn()).isEqualTo(LocalDate.of(2026, 1, 8));
              assertThat(it.overdue()).isFalse();
            });
  }

  @Test
  void aClockThatRunsPastItsEndIsOverdueAndOneOfTheReporterIsNobodysLateness() {
    Instant start = NOW.minus(Duration.ofDays(28));
    save(List.of(record("9000001", start, Stage.UNVERIFIED, Flag.FALSE)));
    save(List.of(), List.of(Occurrence.of(CaseEvent.RECEIVED, start)));

    RecapRow row = all(ALL).get(0);

    assertThat(row.overdue()).isTrue();
    assertThat(row.closedAt()).isEmpty();
    assertThat(row.clocks())
        .extracting(Timing::rule)
        .contains("sp4n.verify_forward")
        .doesNotContain("uu25.complete_by_reporter");
  }

  @Test
  void aPageOfLongCasesHasFewerAndATextThatIsTooLongIsCut() {
    String title = "a".repeat(RecapCases.PAGE_BYTES_MAX / 4);
    List<CaseRecord> records = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      records.add(record(String.valueOf(9_000_000 + i), FROM, Stage.VERIFIED, Flag.FALSE, title));
    }
    save(records);

    Page page = new RecapReading(store, Deadlines.national()).page(ALL, "", NOW);

    assertThat(page.rows()).hasSize(4);
    assertThat(page.rows().get(0).title()).endsWith("a […]").hasSize(32_000);
    assertThat(all(ALL)).hasSize(10).doesNotHaveDuplicates();
  }

  @Test
  void anAgencyIsToldOfItsOwnCasesAlone() {
    save(List.of(record("9000001", FROM, Stage.VERIFIED, Flag.FALSE)));

    assertThat(all(new Asked(FROM, NOW, Optional.of(new AgencyCode("pupr")), false))).isEmpty();
    assertThat(all(new Asked(FROM, NOW, Optional.of(new AgencyCode("dishub")), false))).hasSize(1);
  }

  @Test
  @Tag("C20")
  void aDamagedCaseIsNamedAndTheOthersAreRead() throws SQLException {
    save(
        List.of(
            record("9000001", FROM, Stage.VERIFIED, Flag.FALSE),
            record("9000002", FROM, Stage.VERIFIED, Flag.FALSE)));
    try (Connection past = stores.connect();
        Statement statement = past.createStatement()) {
      statement.executeUpdate(
          "update lapor_complaint set agency = 'other' where tracking_id = '9000001'");
    }

    Page page = new RecapReading(store, Deadlines.national()).page(ALL, "", NOW);

    assertThat(page.damaged()).containsExactly("9000001");
    assertThat(page.rows()).extracting(RecapRow::trackingId).containsExactly("9000002");
  }
}
