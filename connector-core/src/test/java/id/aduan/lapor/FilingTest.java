package id.aduan.lapor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.aduan.lapor.FaultyFiler.Call;
import id.aduan.lapor.FaultyFiler.Fault;
import id.aduan.lapor.audit.AuditEntry;
import id.aduan.lapor.audit.AuditEntry.Action;
import id.aduan.lapor.complaint.Reporter;
import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.delivery.OutboxView;
import id.aduan.lapor.delivery.State;
import id.aduan.lapor.filing.Filing;
import id.aduan.lapor.filing.Filing.Step;
import id.aduan.lapor.filing.FilingSettings;
import id.aduan.lapor.filing.LocalReport;
import id.aduan.lapor.filing.LocalReports;
import id.aduan.lapor.portal.PortalFile;
import id.aduan.lapor.portal.PortalFiler;
import id.aduan.lapor.sync.FilingAnswer;
import id.aduan.lapor.sync.FilingAnswer.Reason;
import id.aduan.lapor.sync.Operator;
import id.aduan.lapor.sync.ReplayWish;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Reports of local systems on their way up, step by step (portal-wire 2.4 to 2.6, 12 no. 2 to 4).
 */
class FilingTest extends ConnectorRig {
  private static final Operator BUDI = new Operator("budi", "looked at the portal");
  private static final ReplayWish ABSENT = new ReplayWish(false, true, Optional.empty());
  private final FaultyFiler filer = new FaultyFiler(portal);
  private static final LocalReport REPORT = LocalReports.report("2026-0012");

  @Override
  LaporConnectorBuilder configure(LaporConnectorBuilder builder) {
    return builder.filing(filer, FilingSettings.DEFAULT.ownInstitution("151345"));
  }

  private FilingAnswer file(LocalReport report, int files) {
    return connector.filings().orElseThrow().file(report, LocalReports.files(files));
  }

  private Filing taken(LocalReport report, int files) {
    return ((FilingAnswer.Taken) file(report, files)).filing();
  }

  private Filing now(Filing filing) {
    return connector
        .store()
        .read(tx -> connector.store().filings().find(tx, filing.id()))
        .orElseThrow();
  }

  private void awaitStep(Filing filing, Step step) {
    await().untilAsserted(() -> assertThat(now(filing).step()).isEqualTo(step));
  }

  private OutboxView.Row awaitParked(Filing filing) {
    String lane = filing.lane().complaint().value();
    awaitState(lane, State.PARKED);
    return entries(lane).stream()
        .filter(it -> it.state() == State.PARKED)
        .findFirst()
        .orElseThrow();
  }

  private static ReplayWish found(String id) {
    return new ReplayWish(false, false, Optional.of(id));
  }

  @Test
  void a_report_is_uploaded_created_and_forwarded_each_once() {
    Filing filing = taken(REPORT, 2);

    awaitStep(filing, Step.DONE);

    assertThat(filer.calls()).containsExactly("UPLOAD", "CREATE", "FORWARD");
    assertThat(filer.ledger())
        .singleElement()
        .satisfies(
            it -> {
              assertThat(it.report().content())
                  .isEqualTo("[Nomor Tiket dishub: 2026-0012]. " + REPORT.content());
              assertThat(it.report().reporter()).isEqualTo(Reporter.NOBODY);
              assertThat(it.files()).extracting(PortalFile::name).hasSize(2);
              assertThat(it.forwardedTo()).containsExactly(LocalReports.INSTITUTION);
            });
    assertThat(now(filing).trackingId()).contains(new TrackingId("9870001"));
    assertThat(story(filing.lane().complaint().value()))
        .containsExactly(
            Action.REPORT_TAKEN,
            Action.REPORT_UPLOADED,
            Action.REPORT_FILED,
            Action.REPORT_FORWARDED);
  }

  @Test
  void without_files_nothing_is_uploaded_and_to_ourselves_nothing_is_forwarded() {
    Filing filing = taken(LocalReports.of("loket", "1", "Lampu mati.", "151345"), 0);
    Filing other = taken(LocalReports.of("loket", "2", "Lampu mati.", ""), 0);

    awaitStep(filing, Step.DONE);
    awaitStep(other, Step.DONE);

    assertThat(filer.calls()).containsExactly("CREATE", "CREATE");
  }

  @Test
  @Tag("C4")
  void the_same_again_is_the_same_and_another_under_its_number_is_refused_and_changes_nothing() {
    Filing filing = taken(REPORT, 1);
    awaitStep(filing, Step.DONE);

    assertThat(file(REPORT, 1))
        .isInstanceOfSatisfying(
            FilingAnswer.Taken.class,
            it -> {
              assertThat(it.again()).isTrue();
              assertThat(it.filing().id()).isEqualTo(filing.id());
            });
    assertThat(file(REPORT, 2)).isEqualTo(new FilingAnswer.Refused(Reason.NUMBER_TAKEN));
    LocalReport other = LocalReports.of("dishub", "2026-0012", "Isi lain.", "");
    assertThat(file(other, 1)).isEqualTo(new FilingAnswer.Refused(Reason.NUMBER_TAKEN));

    assertThat(now(filing).report()).isEqualTo(REPORT);
    assertThat(filer.ledger()).hasSize(1);
    assertThat(entries(filing.lane().complaint().value())).hasSize(3);
  }

  @Test
  void what_the_portal_does_not_take_is_refused_before_it_is_kept() {
    assertThat(file(REPORT, 6)).isEqualTo(new FilingAnswer.Refused(Reason.TOO_MANY_FILES));
    PortalFile big = new PortalFile("a.pdf", "application/pdf", new byte[5 * 1024 * 1024 + 1]);
    assertThat(connector.filings().orElseThrow().file(REPORT, List.of(big)))
        .isEqualTo(new FilingAnswer.Refused(Reason.FILE_TOO_BIG));
    PortalFile empty = new PortalFile("a.pdf", "application/pdf", new byte[0]);
    assertThat(connector.filings().orElseThrow().file(REPORT, List.of(empty)))
        .isEqualTo(new FilingAnswer.Refused(Reason.FILE_EMPTY));
    filer.ability(new PortalFiler.Ability(false, false, false));
    assertThat(file(REPORT, 1)).isEqualTo(new FilingAnswer.Refused(Reason.NO_FILES));
    assertThat(file(REPORT, 0)).isEqualTo(new FilingAnswer.Refused(Reason.NO_FORWARDING));

    Optional<Filing> kept =
        connector.store().read(tx -> connector.store().filings().find(tx, REPORT.ticket()));
    assertThat(kept).isEmpty();
    assertThat(filer.calls()).isEmpty();
  }

  @Test
  @Tag("C7")
  void a_create_whose_answer_was_lost_is_found_by_its_reference_and_not_repeated() {
    filer.tells(false); // or the list would be faster
    filer.once(Call.CREATE, Fault.ANSWER_LOST);

    Filing filing = taken(REPORT, 1);
    awaitStep(filing, Step.DONE);

    assertThat(filer.ledger()).hasSize(1);
    assertThat(filer.calls()).contains("FIND").filteredOn("CREATE"::equals).hasSize(1);
  }

  @Test
  @Tag("C7")
  void a_success_without_an_id_is_looked_up_and_so_is_one_with_the_number_of_another() {
    Filing first = taken(LocalReports.report("1"), 0);
    awaitStep(first, Step.DONE);
    filer.once(Call.CREATE, Fault.NO_ID);
    Filing second = taken(LocalReports.report("2"), 0);
    awaitStep(second, Step.DONE);
    filer.answerOnceWith("9870001");
    Filing third = taken(LocalReports.report("3"), 0);
    awaitStep(third, Step.DONE);
    filer.answerOnceWith("terima kasih");
    Filing fourth = taken(LocalReports.report("4"), 0);
    awaitStep(fourth, Step.DONE);

    assertThat(filer.ledger()).hasSize(4);
    assertThat(now(second).trackingId()).contains(new TrackingId("9870002"));
    assertThat(now(third).trackingId()).contains(new TrackingId("9870003"));
    assertThat(now(fourth).trackingId()).contains(new TrackingId("9870004"));
  }

  @Test
  @Tag("C7")
  void a_create_that_never_arrived_is_made_again_only_after_it_was_absent_twice() {
    filer.once(Call.CREATE, Fault.LOST);

    Filing filing = taken(REPORT, 0);
    awaitStep(filing, Step.DONE);

    assertThat(filer.calls()).containsExactly("CREATE", "FIND", "FIND", "CREATE", "FORWARD");
    assertThat(filer.ledger()).hasSize(1);
  }

  @Test
  @Tag("C7")
  @Tag("C12")
  void where_the_portal_cannot_be_asked_a_person_says_under_which_number_it_stands() {
    filer.ability(new PortalFiler.Ability(true, true, false));
    filer.tells(false);
    filer.once(Call.CREATE, Fault.ANSWER_LOST);
    Filing filing = taken(REPORT, 0);
    awaitParked(filing);

    assertThat(resolve(filing, ReplayWish.PLAIN)).isEqualTo("ask_far_end");
    assertThat(resolve(filing, found("bukan nomor"))).isEqualTo("no_tracking_id");
    assertThat(resolve(filing, found("9870001"))).isEqualTo("settled");

    awaitStep(filing, Step.DONE);
    assertThat(filer.calls()).containsExactly("CREATE", "FORWARD");
    assertThat(filer.ledger()).hasSize(1);
    assertThat(resolve(filing, ABSENT)).isEqualTo("unknown");
  }

  private String resolve(Filing filing, ReplayWish wish) {
    return connector.filings().orElseThrow().resolve(filing.id(), wish, BUDI).code();
  }

  @Test
  @Tag("C7")
  @Tag("C12")
  void a_person_who_did_not_find_it_has_it_made_again_and_another_reports_number_is_refused() {
    Filing first = taken(LocalReports.of("loket", "1", "Lampu mati.", ""), 0);
    awaitStep(first, Step.DONE);
    filer.ability(new PortalFiler.Ability(true, true, false));
    filer.once(Call.CREATE, Fault.LOST);
    Filing second = taken(LocalReports.of("loket", "2", "Lampu mati.", ""), 0);
    awaitParked(second);

    assertThat(resolve(second, found("9870001"))).isEqualTo("ticket_taken");
    assertThat(resolve(second, ABSENT)).isEqualTo("waiting");

    awaitStep(second, Step.DONE);
    assertThat(filer.ledger()).hasSize(2);
  }

  @Test
  void a_complaint_whose_forwarding_was_refused_stands_on_the_portal_and_goes_on_from_there() {
    filer.plan(call -> call == Call.FORWARD ? Fault.REFUSED : Fault.NONE);
    Filing filing = taken(REPORT, 1);
    awaitParked(filing);

    assertThat(now(filing).step()).isEqualTo(Step.FORWARD);
    assertThat(now(filing).trackingId()).contains(new TrackingId("9870001"));

    filer.plan(call -> Fault.NONE);
    assertThat(resolve(filing, ReplayWish.PLAIN)).isEqualTo("waiting");
    awaitStep(filing, Step.DONE);
    assertThat(filer.ledger())
        .singleElement()
        .satisfies(it -> assertThat(it.forwardedTo()).hasSize(1));
  }

  @Test
  @Tag("C7")
  void a_forwarding_whose_answer_was_lost_is_read_back_and_not_repeated() {
    filer.once(Call.FORWARD, Fault.ANSWER_LOST);

    Filing filing = taken(REPORT, 0);
    awaitStep(filing, Step.DONE);

    assertThat(filer.calls()).containsExactly("CREATE", "FORWARD", "LOOK");
    assertThat(filer.ledger().get(0).forwardedTo()).hasSize(1);
  }

  @Test
  void an_agencys_own_report_opens_no_second_ticket_there_when_the_portal_tells_it() {
    Filing filing = taken(REPORT, 0);
    awaitStep(filing, Step.DONE);
    String id = now(filing).trackingId().orElseThrow().value();
    await().untilAsserted(() -> assertThat(story(id)).contains(Action.TICKET_LINKED));
    assertThat(story(id)).contains(Action.REPORT_FILED, Action.ROUTED);

    dishub.tells("2026-0012", "", "Rambu sudah didirikan lagi.");

    await()
        .untilAsserted(
            () ->
                assertThat(portal.followUps())
                    .singleElement()
                    .satisfies(it -> assertThat(it.complaint().value()).isEqualTo(id)));
    assertThat(dishub.tickets()).isEmpty();
  }

  @Test
  void a_report_of_a_counter_opens_a_ticket_at_the_agency_that_answers() {
    Filing filing = taken(LocalReports.of("loket", "8", "Rambu roboh.", ""), 0);
    awaitStep(filing, Step.DONE);

    await().untilAsserted(() -> assertThat(dishub.tickets()).hasSize(1));
  }

  @Test
  @Tag("C7")
  void a_complaint_that_is_told_before_its_answer_is_known_by_its_text() {
    filer.ability(new PortalFiler.Ability(true, true, false));
    filer.once(Call.CREATE, Fault.ANSWER_LOST);
    Filing filing = taken(REPORT, 0);

    await().untilAsserted(() -> assertThat(now(filing).seenAs()).isPresent());
    assertThat(now(filing).seenAs()).contains(new TrackingId("9870001"));
    assertThat(story("9870001")).contains(Action.TICKET_LINKED);
    awaitUntilNotSending(filing);
    if (now(filing).step() == Step.CREATE) {
      assertThat(resolve(filing, ReplayWish.PLAIN)).isEqualTo("looked_up_first");
    }

    awaitStep(filing, Step.DONE);
    assertThat(filer.ledger()).hasSize(1);
    assertThat(dishub.tickets()).isEmpty();
  }

  private void awaitUntilNotSending(Filing filing) {
    String lane = filing.lane().complaint().value();
    await()
        .until(
            () ->
                entries(lane).stream().anyMatch(it -> it.state() == State.PARKED)
                    || now(filing).step() != Step.CREATE);
  }

  @Test
  void the_trail_and_what_the_engine_says_name_nobody() {
    filer.once(Call.CREATE, Fault.NO_ID);
    Filing filing = taken(REPORT, 1);
    awaitStep(filing, Step.DONE);

    List<AuditEntry> told =
        connector
            .store()
            .read(tx -> connector.store().audit().about(tx, filing.lane().complaint().value()));
    assertThat(told).hasSizeGreaterThan(4);
    assertThat(told.toString()).doesNotContain("ZZPII", "Rambu", "foto");
    assertThat(filing + " " + now(filing).sent()).doesNotContain("ZZPII", "Rambu");
  }
}
