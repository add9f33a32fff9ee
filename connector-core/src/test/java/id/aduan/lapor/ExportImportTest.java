package id.aduan.lapor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.aduan.lapor.audit.AuditEntry;
import id.aduan.lapor.audit.AuditEntry.Action;
import id.aduan.lapor.complaint.Complaint;
import id.aduan.lapor.complaint.Flag;
import id.aduan.lapor.complaint.Status;
import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.complaint.Visibility;
import id.aduan.lapor.deadline.CaseClocks;
import id.aduan.lapor.deadline.CaseEvent;
import id.aduan.lapor.deadline.Clock;
import id.aduan.lapor.deadline.Occurrence;
import id.aduan.lapor.delivery.OutboxView;
import id.aduan.lapor.mapping.Mapping;
import id.aduan.lapor.portal.PortalExport.Bad;
import id.aduan.lapor.portal.UnusableExportException;
import id.aduan.lapor.portal.export.ExcelExport;
import id.aduan.lapor.portal.export.ExportBook;
import id.aduan.lapor.portal.export.ExportSettings;
import id.aduan.lapor.portal.export.InstitutionNames;
import id.aduan.lapor.portal.profile.Words;
import id.aduan.lapor.store.jdbc.JdbcStore;
import id.aduan.lapor.sync.CaseRecord;
import id.aduan.lapor.sync.ExportImport;
import id.aduan.lapor.sync.ExportOrder;
import id.aduan.lapor.sync.ExportOutcome;
import id.aduan.lapor.sync.ExportSummary;
import id.aduan.lapor.sync.Exports;
import id.aduan.lapor.sync.Operator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Exports on a real store; the engine does not run, so that nothing moves but by them. */
class ExportImportTest {
  private static final String DAY = "Tanggal Laporan Masuk";
  private static final String STATUS = "Status Laporan";
  private static final String TYPE = "Tipe Laporan (Anonim/Rahasia)";

  private static final Optional<Operator> TESTER = Optional.of(new Operator("tester", "uji"));

  @TempDir Path dir;
  private final FakePortal portal = new FakePortal();
  private Instant now = Instant.parse("2026-11-26T03:00:00Z");
  private JdbcStore store;
  private LaporConnector connector;

  @BeforeEach
  void open() throws IOException {
    Path mapping =
        Files.writeString(
            dir.resolve("mapping.yaml"),
            """
            version: "1"
            default: dishub
            institutions:
              - {id: 14650, agency: dinsos}
            """);
    store = JdbcStore.sqlite(dir.resolve("lapor.db"));
    InstitutionNames names =
        InstitutionNames.of(Map.of("14650", List.of("Dinas Sosial", "Dinsos Kab. Contoh")));
    ExportSettings settings = new ExportSettings(ZoneOffset.UTC, Words.standard(), names);
    connector =
        LaporConnector.builder()
            .portal(portal)
            .agency("dishub", new FakeAgency())
            .agency("dinsos", new FakeAgency())
            .mapping(Mapping.load(mapping, Set.of("dishub", "dinsos")))
            .store(store)
            .exports(new Exports(ExcelExport.opener(settings), Optional.empty()))
            .world(() -> now, new Random(1))
            .build();
  }

  @AfterEach
  void close() {
    connector.close();
  }

  @Test
  void open_complaints_go_to_their_agencies_and_ended_ones_are_kept() throws IOException {
    ExportSummary done =
        imports(
            new ExportBook()
                .row("8400001", STATUS, "Terverifikasi")
                .row("8400002", STATUS, "Ditutup oleh Sistem")
                .row("8400003", STATUS, "Diarsipkan oleh Admin")
                .row("8400004", STATUS, "Konten Terblokir")
                .row("8400005", STATUS, "Selesai"));

    assertThat(done.count(ExportOutcome.OPENED)).isEqualTo(1);
    assertThat(done.count(ExportOutcome.KEPT)).isEqualTo(4);
    assertThat(entries("8400001")).extracting(OutboxView.Row::operation).containsExactly("open");
    assertThat(entries("8400002")).isEmpty();
    assertThat(story("8400002")).containsExactly(Action.RECEIVED);
    assertThat(record("8400002").assigned()).isEmpty();
    assertThat(record("8400002").complaint().status().actor()).isEqualTo(Status.Actor.SYSTEM);
  }

  @Test
  void no_clock_is_held_against_anybody_for_a_case_that_had_ended() throws IOException {
    imports(new ExportBook().row("8400002", STATUS, "Ditutup oleh Sistem"));

    assertThat(clocks("8400002").clocks()).isEmpty();
    assertThat(clocks("8400002").nextAt()).isEmpty();
  }

  @Test
  void a_kept_case_that_is_opened_again_goes_to_its_agency_and_its_clocks_begin()
      throws IOException {
    imports(new ExportBook().row("8400002", STATUS, "Ditutup oleh Sistem"));

    imports(new ExportBook().row("8400002", STATUS, "Ditanggapi oleh Pelapor"));

    assertThat(entries("8400002")).extracting(OutboxView.Row::operation).containsExactly("open");
    assertThat(clocks("8400002").events())
        .extracting(Occurrence::event)
        .contains(CaseEvent.REOPENED, CaseEvent.ROUTED);
    assertThat(clocks("8400002").isOpen()).isTrue();
  }

  @Test
  void a_kept_case_that_changes_and_stays_ended_is_still_no_agencys() throws IOException {
    imports(new ExportBook().row("8400002", STATUS, "Ditutup oleh Sistem"));

    imports(
        new ExportBook()
            .row("8400002", STATUS, "Ditutup oleh Admin", "Klasifikasi Laporan", "Aspirasi"));

    assertThat(record("8400002").complaint().status().actor()).isEqualTo(Status.Actor.ADMIN);
    assertThat(entries("8400002")).isEmpty();
    assertThat(clocks("8400002").nextAt()).isEmpty();
  }

  @Test
  void the_same_file_again_changes_nothing() throws IOException {
    ExportBook book =
        new ExportBook()
            .row("8400001")
            .row("8400002", STATUS, "Ditutup oleh Sistem")
            .row("8400003", "Instansi Terdisposisi", "Dinas Entah");
    imports(book);
    Map<String, Long> before = store.verify(damage -> {}).rows();
    CaseRecord first = record("8400001");

    now = now.plusSeconds(3600);
    ExportSummary again = imports(book);

    assertThat(again.count(ExportOutcome.UNCHANGED)).isEqualTo(3);
    assertThat(store.verify(damage -> {}).rows()).isEqualTo(before);
    assertThat(record("8400001")).isEqualTo(first);
  }

  @Test
  void a_changed_row_becomes_a_change_of_its_case() throws IOException {
    imports(new ExportBook().row("8400001", STATUS, "Belum Terverifikasi").row("8400002"));

    ExportSummary done =
        imports(new ExportBook().row("8400001", STATUS, "Terverifikasi").row("8400002"));

    assertThat(done.count(ExportOutcome.CHANGED)).isEqualTo(1);
    assertThat(done.count(ExportOutcome.UNCHANGED)).isEqualTo(1);
    assertThat(record("8400001").complaint().status().raw()).isEqualTo("Terverifikasi");
    assertThat(story("8400001")).contains(Action.CHANGED);
  }

  /** A, B, A again: three states and not two (C3). */
  @Test
  void a_state_that_comes_back_is_a_change() throws IOException {
    ExportBook first = new ExportBook().row("8400001", STATUS, "Terverifikasi");
    imports(first);
    imports(new ExportBook().row("8400001", STATUS, "Ditutup oleh Admin"));

    assertThat(imports(first).count(ExportOutcome.CHANGED)).isEqualTo(1);
    assertThat(record("8400001").complaint().status().raw()).isEqualTo("Terverifikasi");
  }

  @Test
  void a_bad_row_is_told_by_row_and_column_and_does_not_stop_the_others() throws IOException {
    ExportSummary done =
        imports(new ExportBook().row("8400001").row("84-1", DAY, "rahasia sekali").row("8400003"));

    assertThat(done.count(ExportOutcome.OPENED)).isEqualTo(2);
    assertThat(done.bad())
        .containsExactly(new Bad(13, "Tracking ID", "is not a number of 5 to 15 digits"));
  }

  @Test
  void of_two_rows_about_one_complaint_the_second_is_bad() throws IOException {
    ExportSummary done =
        imports(new ExportBook().row("8400001").row("8400001", STATUS, "Ditutup oleh Admin"));

    assertThat(done.bad())
        .containsExactly(new Bad(13, "Tracking ID", "stands in a row before, too"));
    assertThat(record("8400001").complaint().status().raw()).isEqualTo("Terverifikasi");
  }

  @Test
  void nothing_is_taken_from_a_broken_file() throws IOException {
    Path file = new ExportBook().row("8400001").write(dir.resolve("e.xlsx"));
    byte[] whole = Files.readAllBytes(file);
    Files.write(file, java.util.Arrays.copyOf(whole, whole.length - 30));
    Map<String, Long> before = store.verify(damage -> {}).rows();

    assertThatThrownBy(() -> imports(file)).isInstanceOf(UnusableExportException.class);

    assertThat(store.verify(damage -> {}).rows()).isEqualTo(before);
  }

  @Test
  void an_older_export_opens_cases_and_changes_none() throws IOException {
    imports(new ExportBook().generatedOn("2026-11-20").row("8400001", STATUS, "Terverifikasi"));

    ExportSummary done =
        imports(
            new ExportBook()
                .generatedOn("2026-11-01")
                .row("8400001", STATUS, "Belum Terverifikasi")
                .row("8400002"));

    assertThat(done.older()).isTrue();
    assertThat(done.count(ExportOutcome.HELD_OLDER)).isEqualTo(1);
    assertThat(done.count(ExportOutcome.OPENED)).isEqualTo(1);
    assertThat(record("8400001").complaint().status().raw()).isEqualTo("Terverifikasi");
  }

  @Test
  void one_that_does_not_say_when_it_was_made_counts_as_older_unless_told() throws IOException {
    imports(new ExportBook().generatedOn("2026-11-20").row("8400001"));
    ExportBook undated =
        new ExportBook().withoutPreamble().row("8400001", STATUS, "Ditutup oleh Admin");

    assertThat(imports(undated).count(ExportOutcome.HELD_OLDER)).isEqualTo(1);
    assertThat(
            imports(undated.write(dir.resolve("e.xlsx")), Optional.of(LocalDate.of(2026, 11, 21)))
                .count(ExportOutcome.CHANGED))
        .isEqualTo(1);
  }

  @Test
  void where_the_portals_messages_were_heard_a_row_that_differs_makes_it_be_asked_once()
      throws IOException {
    ExportBook book = new ExportBook().row("8400001", STATUS, "Ditutup oleh Sistem");
    heard("8400001", "Terverifikasi");

    assertThat(imports(book).count(ExportOutcome.ASKED)).isEqualTo(1);
    assertThat(imports(book).count(ExportOutcome.HELD_HEARD)).isEqualTo(1);

    assertThat(record("8400001").complaint().status().raw()).isEqualTo("Terverifikasi");
    assertThat(entries("8400001")).extracting(OutboxView.Row::operation).contains("fetch");
    assertThat(entries("8400001")).filteredOn(it -> it.operation().equals("fetch")).hasSize(1);
  }

  /** Case, and how a place is written, differ between exports and messages all the time. */
  @Test
  void where_the_portals_messages_were_heard_other_letters_are_no_difference() throws IOException {
    heard("8400001", "Dalam Proses");

    ExportSummary done =
        imports(
            new ExportBook()
                .row(
                    "8400001",
                    STATUS,
                    "Ditindaklanjuti oleh Instansi",
                    "Klasifikasi Laporan",
                    "",
                    "Instansi Terdisposisi",
                    ""));

    assertThat(done.count(ExportOutcome.UNCHANGED)).isEqualTo(1);
  }

  @Test
  void where_the_portal_cannot_be_asked_what_it_said_itself_stands() throws IOException {
    heard("8400001", "Terverifikasi");
    connector.close();
    portal.fallsSilent();
    open();

    ExportSummary done =
        imports(new ExportBook().row("8400001", STATUS, "Ditutup oleh Sistem").row("8400002"));

    assertThat(done.count(ExportOutcome.HELD_HEARD)).isEqualTo(1);
    assertThat(done.count(ExportOutcome.OPENED)).isEqualTo(1);
    assertThat(entries("8400001")).filteredOn(it -> it.operation().equals("fetch")).isEmpty();
  }

  @Test
  @Tag("C14")
  void without_any_other_way_an_export_may_widen_and_narrow_a_flag() throws IOException {
    connector.close();
    portal.fallsSilent();
    open();
    imports(new ExportBook().row("8400001", TYPE, "Anonim|Rahasia"));

    imports(new ExportBook().row("8400001", TYPE, ""));
    assertThat(record("8400001").complaint().visibility())
        .isEqualTo(new Visibility(Flag.FALSE, Flag.FALSE));

    imports(new ExportBook().row("8400001", TYPE, "Rahasia"));
    assertThat(record("8400001").complaint().visibility())
        .isEqualTo(new Visibility(Flag.FALSE, Flag.TRUE));
  }

  @Test
  @Tag("C14")
  void where_the_portal_can_be_asked_no_export_takes_protection_away() throws IOException {
    imports(new ExportBook().row("8400001", TYPE, "Anonim"));

    ExportSummary done = imports(new ExportBook().row("8400001", TYPE, ""));

    assertThat(done.count(ExportOutcome.ASKED)).isEqualTo(1);
    assertThat(record("8400001").complaint().visibility().anonymous()).isEqualTo(Flag.TRUE);
  }

  /** portal-wire 4.5: an institution is found by any name it had, and none is guessed. */
  @Test
  void goes_to_the_agency_of_its_institution_and_counts_what_nobody_knows() throws IOException {
    ExportSummary done =
        imports(
            new ExportBook()
                .row("8400001", "Instansi Terdisposisi", "Dinsos Kab. Contoh")
                .row("8400002", "Instansi Terdisposisi", "Dinas Entah"));

    assertThat(record("8400001").assigned().orElseThrow().agency().value()).isEqualTo("dinsos");
    assertThat(record("8400002").assigned().orElseThrow().agency().value()).isEqualTo("dishub");
    assertThat(record("8400002").complaint().disposition().orElseThrow().name())
        .isEqualTo("Dinas Entah");
    assertThat(done.unnamedInstitutions()).isEqualTo(1);
  }

  @Test
  void an_institution_that_was_renamed_is_no_change() throws IOException {
    imports(new ExportBook().row("8400001", "Instansi Terdisposisi", "Dinas Sosial"));

    assertThat(
            imports(new ExportBook().row("8400001", "Instansi Terdisposisi", "Dinsos Kab. Contoh"))
                .count(ExportOutcome.UNCHANGED))
        .isEqualTo(1);
  }

  @Test
  void an_unknown_status_is_kept_and_counted() throws IOException {
    ExportSummary done = imports(new ExportBook().row("8400001", STATUS, "Diteruskan Lagi"));

    assertThat(done.unknownStatuses()).isEqualTo(1);
    assertThat(record("8400001").complaint().status().raw()).isEqualTo("Diteruskan Lagi");
  }

  @Test
  @Tag("CMP-17")
  void what_passed_long_before_is_not_warned_of_and_what_passed_yesterday_is() throws IOException {
    imports(new ExportBook().row("8400001", DAY, "4 Jan 2023").row("8400002", DAY, days(8)));

    assertThat(running("8400001")).isNotEmpty().noneMatch(this::isDue);
    assertThat(running("8400002")).anyMatch(this::isDue);
  }

  private boolean isDue(Clock clock) {
    return clock.nextAt().filter(at -> !at.isAfter(now)).isPresent();
  }

  private List<Clock> running(String id) {
    return clocks(id).clocks().stream()
        .filter(clock -> clock.state() == Clock.State.RUNNING)
        .toList();
  }

  private String days(int ago) {
    return DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH)
        .format(now.atZone(ZoneOffset.UTC).minusDays(ago));
  }

  @Test
  void what_was_imported_is_in_the_audit_trail_by_its_day() throws IOException {
    imports(new ExportBook().generatedOn("2026-11-20").row("8400001"));

    List<AuditEntry> told = store.read(tx -> store.audit().about(tx, "2026-11-20"));

    assertThat(told).hasSize(1);
    assertThat(told.get(0).actor()).isEqualTo("operator:tester");
    assertThat(told.get(0).detail()).startsWith("1 rows: 1 opened").endsWith("reason: uji");
  }

  @Test
  void tells_how_far_it_is() throws IOException {
    ExportBook book = new ExportBook();
    for (int i = 0; i < 450; i++) {
      book.row("84" + (10000 + i), STATUS, "Ditutup oleh Sistem");
    }
    List<String> told = new ArrayList<>();

    connector
        .exports()
        .orElseThrow()
        .run(
            book.write(dir.resolve("e.xlsx")),
            new ExportOrder(TESTER, Optional.empty()),
            (done, of) -> told.add(done + "/" + of));

    assertThat(told).containsExactly("200/450", "400/450", "450/450");
  }

  private void heard(String id, String status) {
    Complaint sample = Samples.complaint(id, "1398");
    Visibility open = new Visibility(Flag.FALSE, Flag.FALSE);
    portal.put(Samples.state(Samples.with(sample, open, Words.standard().status(status)), 1));
    connector.portalPoll().pollOnce();
  }

  private ExportSummary imports(ExportBook book) throws IOException {
    return imports(book.write(dir.resolve("e.xlsx")));
  }

  private ExportSummary imports(Path file) {
    return imports(file, Optional.empty());
  }

  private ExportSummary imports(Path file, Optional<LocalDate> generatedOn) {
    return connector
        .exports()
        .orElseThrow()
        .run(file, new ExportOrder(TESTER, generatedOn), ExportImport.Progress.UNHEARD);
  }

  private CaseRecord record(String id) {
    return store.read(tx -> store.complaints().find(tx, new TrackingId(id))).orElseThrow();
  }

  private CaseClocks clocks(String id) {
    return store.read(tx -> store.clocks().find(tx, new TrackingId(id))).orElseThrow();
  }

  private List<OutboxView.Row> entries(String id) {
    return store.read(tx -> store.outboxView().entriesOf(tx, new TrackingId(id)));
  }

  private List<Action> story(String id) {
    return store.read(tx -> store.audit().about(tx, id)).stream().map(AuditEntry::action).toList();
  }
}
