package id.aduan.lapor.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import id.aduan.lapor.attachment.CaseFile;
import id.aduan.lapor.complaint.AgencyCode;
import id.aduan.lapor.complaint.Attachment;
import id.aduan.lapor.complaint.Flag;
import id.aduan.lapor.complaint.Handling;
import id.aduan.lapor.complaint.Status.Stage;
import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.deadline.CaseEvent;
import id.aduan.lapor.deadline.Clock;
import id.aduan.lapor.deadline.Occurrence;
import id.aduan.lapor.faults.Happened;
import id.aduan.lapor.sync.Deadlines;
import id.aduan.lapor.sync.Follow;
import id.aduan.lapor.sync.Leg;
import id.aduan.lapor.sync.RecapReading;
import id.aduan.lapor.sync.RecapReading.Asked;
import id.aduan.lapor.sync.RecapRow;
import id.aduan.lapor.sync.RecapRow.Standing;
import id.aduan.lapor.sync.RecapRow.Timing;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a recap says of a case, as a whole and of one of its agencies. */
class RecapTellingTest extends RecapRig {
  @Test
  void anAgencysRecapHasItsOwnAnswerAndClocksAndNotThoseOfOthers() {
    AgencyCode pupr = new AgencyCode("pupr");
    AgencyCode dinkes = new AgencyCode("dinkes");
    Instant sent = FROM.plusSeconds(60);
    Instant early = FROM.plus(Duration.ofDays(1));
    save(List.of(record("9000001", FROM, Stage.IN_PROGRESS, Flag.FALSE)));
    save(
        List.of(
            leg("pupr", true, Leg.State.ACTIVE, sent, Optional.of(early)),
            leg("dinkes", false, Leg.State.ACTIVE, sent, Optional.empty())),
        List.of(
            Occurrence.of(CaseEvent.RECEIVED, FROM),
            Occurrence.of(CaseEvent.ROUTED, sent, pupr),
            Occurrence.of(CaseEvent.DELIVERED, sent.plusSeconds(5), pupr),
            Occurrence.of(CaseEvent.DELIVERED, sent.plusSeconds(9), dinkes)));

    RecapRow whole = all(ALL).get(0);
    RecapRow hasAnswered = all(of("pupr")).get(0);
    RecapRow hasNot = all(of("dinkes")).get(0);

    assertThat(hasAnswered.answeredAt()).contains(early);
    assertThat(hasNot.answeredAt()).isEmpty();
    assertThat(hasNot.agencies()).containsExactly("dinkes");
    assertThat(timing(whole, FIRST_FOLLOW_UP).overdue()).isTrue();
    assertThat(timing(hasAnswered, FIRST_FOLLOW_UP).state()).isEqualTo(Clock.State.MET);
    assertThat(timing(hasNot, FIRST_FOLLOW_UP).overdue()).isTrue();
    assertThat(hasNot.clocks()).extracting(Timing::rule).doesNotContain("sp4n.verify_forward");
  }

  @Test
  void anAgencysRecapSaysHowFarThatAgencyIs() {
    save(List.of(record("9000001", FROM, Stage.IN_PROGRESS, Flag.FALSE)));
    save(
        List.of(
            leg("pupr", true, Leg.State.ACTIVE, FROM, Optional.empty(), Handling.DONE),
            leg("dinkes", false, Leg.State.RETURNED, FROM.plusSeconds(60))),
        List.of());

    assertThat(all(ALL).get(0).standing()).isEqualTo(Standing.IN_PROGRESS);
    assertThat(all(of("pupr")).get(0).standing()).isEqualTo(Standing.AGENCY_DONE);
    assertThat(all(of("dinkes")).get(0).standing()).isEqualTo(Standing.AGENCY_RETURNED);
  }

  @Test
  void whatWasLateStaysLateWhenItIsPausedAndWhenTheCaseIsOpenedAgain() {
    Instant start = NOW.minus(Duration.ofDays(29));
    Instant answered = start.plus(Duration.ofDays(25));
    save(List.of(record("9000001", start, Stage.IN_PROGRESS, Flag.FALSE)));
    save(
        List.of(),
        List.of(
            Occurrence.of(CaseEvent.RECEIVED, start),
            Occurrence.of(CaseEvent.ANSWERED, answered),
            Occurrence.of(CaseEvent.CLOSED, answered.plusSeconds(60)),
            Occurrence.of(CaseEvent.REOPENED, answered.plusSeconds(120)),
            Occurrence.of(CaseEvent.ANSWERED, answered.plusSeconds(180))));

    Timing settlement = timing(all(ALL).get(0), "sp4n.complaint_no_supervision");

    assertThat(settlement.state()).isEqualTo(Clock.State.PAUSED);
    assertThat(settlement.overdue()).isFalse();
    assertThat(settlement.late()).isTrue();
  }

  @Test
  void aWordThatIsNotKnownNeitherOpensACaseNorCountsItAsOpen() {
    Instant closing = FROM.minus(Duration.ofDays(3));
    save(
        List.of(
            record("9000001", FROM.minus(Duration.ofDays(5)), Stage.UNKNOWN, Flag.FALSE),
            record("9000002", FROM, Stage.UNKNOWN, Flag.FALSE)));
    save(
        List.of(),
        List.of(
            Occurrence.of(CaseEvent.RECEIVED, FROM.minus(Duration.ofDays(5))),
            Occurrence.of(CaseEvent.CLOSED, closing)));

    List<RecapRow> rows = all(ALL);

    assertThat(rows).extracting(RecapRow::trackingId).containsExactly("9000002");
    assertThat(rows.get(0).standing()).isEqualTo(Standing.UNKNOWN);
    assertThat(rows.get(0).open()).isFalse();
  }

  @Test
  @Tag("F60")
  void aCaseThatThePortalHasNoMoreIsThatAndNothingOfItIsShown() {
    Instant start = NOW.minus(Duration.ofDays(28));
    save(List.of(record("9000001", start, Stage.UNVERIFIED, Flag.FALSE)));
    save(List.of(), List.of(Occurrence.of(CaseEvent.RECEIVED, start)));
    boolean unused =
        store.inTransaction(
            tx -> {
              store
                  .follows()
                  .save(
                      tx,
                      new Follow(
                          new TrackingId("9000001"),
                          Follow.Phase.GONE,
                          Follow.NEVER,
                          Duration.ofHours(1),
                          Optional.of(start.plusSeconds(60))));
              return true;
            });

    RecapRow row = all(new Asked(FROM, NOW, Optional.empty(), true)).get(0);

    assertThat(row.standing()).isEqualTo(Standing.GONE);
    assertThat(row.title()).isEqualTo(RecapRow.NO_MORE);
    assertThat(row.location()).isEmpty();
    assertThat(row.open()).isFalse();
    assertThat(row.overdue()).isFalse();
    assertThat(timing(row, "sp4n.verify_forward").state()).isEqualTo(Clock.State.DROPPED);
    assertThat(timing(row, "sp4n.verify_forward").late()).isFalse();
    Happened.times("F60", 1, "a complaint deleted");
  }

  @Test
  void aRowSaysHowManyFilesAreKeptAndHowMuchOfALimitIsUsed() {
    Instant monday = Instant.parse("2026-01-05T02:00:00Z");
    Instant friday = monday.plus(Duration.ofDays(4));
    Asked asked = new Asked(monday, friday.plusSeconds(1), Optional.empty(), false);
    save(List.of(record("9000001", monday, Stage.VERIFIED, Flag.FALSE)));
    save(
        List.of(),
        List.of(
            Occurrence.of(CaseEvent.RECEIVED, monday),
            Occurrence.of(CaseEvent.DELIVERED, monday.plus(Duration.ofDays(2)))));
    boolean unused =
        store.inTransaction(
            tx -> {
              int place = 1;
              for (CaseFile.State state : CaseFile.State.values()) {
                store.files().add(tx, file(place++, state));
              }
              return true;
            });

    RecapRow row =
        new RecapReading(store, Deadlines.national()).page(asked, "", friday).rows().get(0);

    assertThat(row.filesKept()).as("here, and kept for a person").isEqualTo(2);
    assertThat(timing(row, "sp4n.verify_forward").used()).contains(2);
    assertThat(timing(row, FIRST_FOLLOW_UP).used()).contains(2);
    assertThat(timing(row, FIRST_FOLLOW_UP).limit().amount()).isEqualTo(5);
  }

  private static CaseFile file(int place, CaseFile.State state) {
    return new CaseFile(
        new TrackingId("9000001"),
        place,
        new Attachment("a.jpg", "https://portal.example/" + place),
        state,
        "",
        1,
        List.of(),
        Optional.empty(),
        List.of(),
        NOW);
  }
}
