package id.aduan.lapor.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.aduan.lapor.complaint.AgencyCode;
import id.aduan.lapor.complaint.AgencyKind;
import id.aduan.lapor.complaint.Classification;
import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.complaint.Visibility;
import id.aduan.lapor.deadline.CalendarSettings;
import id.aduan.lapor.deadline.CaseClocks;
import id.aduan.lapor.deadline.CaseEvent;
import id.aduan.lapor.deadline.CaseFacts;
import id.aduan.lapor.deadline.Clock;
import id.aduan.lapor.deadline.Clock.State;
import id.aduan.lapor.deadline.Clocks.Numbered;
import id.aduan.lapor.deadline.Clockwork;
import id.aduan.lapor.deadline.Draft;
import id.aduan.lapor.deadline.Occurrence;
import id.aduan.lapor.deadline.Offices;
import id.aduan.lapor.deadline.RuleBook;
import id.aduan.lapor.deadline.WarningSteps;
import id.aduan.lapor.store.UnitOfWork;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The clocks of cases, whatever they are kept in. */
class CaseClocksTest extends StoreRig {
  private static final AgencyCode DISHUB = new AgencyCode("dishub");
  private static final AgencyCode PUPR = new AgencyCode("pupr");
  private final Clockwork clockwork =
      new Clockwork(
          RuleBook.shipped(),
          new Offices(CalendarSettings.national().office(AgencyKind.OPD), Map.of()),
          WarningSteps.USUAL);

  private CaseClocks received(String id, Instant at, AgencyCode agency, CaseEvent... more) {
    List<Occurrence> events = new ArrayList<>();
    events.add(Occurrence.of(CaseEvent.RECEIVED, at));
    for (CaseEvent event : more) {
      events.add(Occurrence.of(event, at.plusSeconds(60L * events.size()), agency));
    }
    CaseFacts facts =
        new CaseFacts(
            Classification.Kind.ORDINARY_COMPLAINT, Visibility.UNKNOWN, Optional.of(agency));
    return clockwork.compute(new TrackingId(id), facts, events, List.of());
  }

  private CaseClocks keep(CaseClocks clocks) {
    return store.inTransaction(
        tx -> {
          store.clocks().save(tx, clocks);
          return clocks;
        });
  }

  @Test
  void whatIsKeptIsReadAsItWas() {
    CaseClocks clocks =
        keep(received("9200001", NOW, DISHUB, CaseEvent.DELIVERED, CaseEvent.ANSWERED));

    assertThat(clocks.clocks()).hasSizeGreaterThan(3);
    Optional<CaseClocks> read = store.read(tx -> store.clocks().find(tx, clocks.complaint()));
    assertThat(read).contains(clocks);
    store.close();
    store = stores.open();
    Optional<CaseClocks> again = store.read(tx -> store.clocks().find(tx, clocks.complaint()));
    assertThat(again).contains(clocks);
  }

  @Test
  void onlyWhatIsDueIsGivenTheLongestDueFirst() {
    CaseClocks late = keep(received("9200001", NOW.minus(Duration.ofDays(30)), DISHUB));
    CaseClocks later = keep(received("9200002", NOW.minus(Duration.ofDays(20)), DISHUB));
    keep(received("9200003", NOW, DISHUB));
    keep(received("9200004", NOW.minus(Duration.ofDays(90)), DISHUB, CaseEvent.CLOSED));

    List<TrackingId> due = store.read(tx -> store.clocks().due(tx, NOW, 10));

    assertThat(due).containsExactly(late.complaint(), later.complaint());
    assertThat(list(store, tx -> store.clocks().due(tx, NOW, 1))).containsExactly(late.complaint());
    Map<String, Long> overdue = store.read(tx -> store.clocks().overdue(tx, NOW));
    assertThat(overdue).isEqualTo(Map.of("dishub", 2L));
  }

  @Test
  void aCaseThatWaitsForTheReporterAloneIsOpenAndNobodysLateness() {
    CaseClocks waiting =
        keep(
            received(
                "9200001",
                NOW.minus(Duration.ofDays(90)),
                DISHUB,
                CaseEvent.DELIVERED,
                CaseEvent.ANSWERED));

    assertThat(waiting.clocks()).extracting(Clock::state).contains(State.RUNNING, State.PAUSED);
    assertThat(list(store, tx -> store.clocks().due(tx, NOW, 10))).isEmpty();
    assertThat(list(store, tx -> store.clocks().open(tx, Optional.empty(), 10))).isEmpty();
    List<Numbered> open = store.read(tx -> store.clocks().otherwiseAfter(tx, "other", 0, 10));
    assertThat(open).extracting(Numbered::complaint).containsExactly(waiting.complaint());
    String basis = waiting.basis();
    assertThat(list(store, tx -> store.clocks().otherwiseAfter(tx, basis, 0, 10))).isEmpty();
  }

  @Test
  void theNearestEndComesFirstForAllOrForOneAgency() {
    CaseClocks second = keep(received("9200001", NOW, DISHUB));
    CaseClocks first = keep(received("9200002", NOW.minus(Duration.ofDays(3)), PUPR));

    List<TrackingId> all = store.read(tx -> store.clocks().open(tx, Optional.empty(), 10));
    List<TrackingId> one = store.read(tx -> store.clocks().open(tx, Optional.of(DISHUB), 10));

    assertThat(all).containsExactly(first.complaint(), second.complaint());
    assertThat(one).containsExactly(second.complaint());
  }

  @Test
  @Tag("C20")
  void whatWasChangedByHandIsNotUsed() throws Exception {
    CaseClocks clocks = keep(received("9200001", NOW, DISHUB));
    tamper("update lapor_case_clocks set next_at = 1");

    assertThat(list(store, tx -> store.clocks().due(tx, NOW, 10)))
        .containsExactly(clocks.complaint());
    assertThatThrownBy(() -> store.read(tx -> store.clocks().find(tx, clocks.complaint())))
        .hasMessageContaining("does not match its hash");
  }

  @Test
  void aDraftOfAClockAndPeriodIsKeptOnce() {
    Draft draft = new Draft(new TrackingId("9200001"), "sp4n.first_followup", 1, "Teguran", NOW);
    Draft again = new Draft(draft.complaint(), draft.rule(), 1, "another", NOW.plusSeconds(9));

    for (Draft each : List.of(draft, again)) {
      boolean unused =
          store.inTransaction(
              tx -> {
                store.drafts().keep(tx, each);
                return true;
              });
    }

    assertThat(list(store, tx -> store.drafts().of(tx, draft.complaint()))).containsExactly(draft);
  }

  @Test
  void aBasisStaysAsItWasFirstKept() {
    byte[] first = "one".getBytes(StandardCharsets.UTF_8);
    for (byte[] document : List.of(first, "two".getBytes(StandardCharsets.UTF_8))) {
      boolean unused =
          store.inTransaction(
              tx -> {
                store.bases().keep(tx, "id-2026~1", document, NOW);
                return true;
              });
    }

    Optional<byte[]> kept = store.read(tx -> store.bases().find(tx, "id-2026~1"));
    assertThat(kept.orElseThrow()).isEqualTo(first);
    Optional<byte[]> none = store.read(tx -> store.bases().find(tx, "id-2026~2"));
    assertThat(none).isEmpty();
  }

  private static <T> List<T> list(JdbcStore store, UnitOfWork<List<T>> reading) {
    return store.read(reading);
  }
}
