package id.aduan.lapor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.aduan.lapor.audit.AuditEntry;
import id.aduan.lapor.audit.AuditEntry.Action;
import id.aduan.lapor.complaint.Status;
import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.deadline.CaseEvent;
import id.aduan.lapor.deadline.Clock;
import id.aduan.lapor.deadline.Occurrence;
import id.aduan.lapor.delivery.OutboxView;
import id.aduan.lapor.portal.PortalExport.Bad;
import id.aduan.lapor.portal.UnusableExportException;
import id.aduan.lapor.portal.export.ExportBook;
import id.aduan.lapor.sync.CaseRecord;
import id.aduan.lapor.sync.ExportOrder;
import id.aduan.lapor.sync.ExportOutcome;
import id.aduan.lapor.sync.ExportSummary;
import id.aduan.lapor.sync.Follow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What becomes of the rows of an export. */
class ExportImportTest extends ExportRig {
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
  void a_kept_case_is_read_again_at_the_end_of_its_window() throws IOException {
    imports(new ExportBook().row("8400002", STATUS, "Ditutup oleh Sistem"));

    Follow follow =
        store.read(tx -> store.follows().find(tx, new TrackingId("8400002"))).orElseThrow();

    assertThat(follow.phase()).isEqualTo(Follow.Phase.CLOSED);
    assertThat(follow.dueAt())
        .isBetween(now.plus(Duration.ofDays(11)), now.plus(Duration.ofDays(17)));
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

  /** Case, and how a place is written, differ between exports and messages all the time. */
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

    assertThat(told).extracting(AuditEntry::actor).containsOnly("operator:tester");
    assertThat(told)
        .extracting(AuditEntry::detail)
        .anySatisfy(it -> assertThat(it).startsWith("begun, 1 rows").endsWith("reason: uji"))
        .anySatisfy(it -> assertThat(it).startsWith("1 rows: 1 opened").endsWith("reason: uji"))
        .hasSize(2);
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
}
