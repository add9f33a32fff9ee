package id.aduan.lapor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.aduan.lapor.audit.AuditEntry;
import id.aduan.lapor.complaint.Complaint;
import id.aduan.lapor.complaint.ReporterReply;
import id.aduan.lapor.portal.PortalExport;
import id.aduan.lapor.portal.UnusableExportException;
import id.aduan.lapor.portal.export.ExportBook;
import id.aduan.lapor.sync.CaseRecord;
import id.aduan.lapor.sync.ExportBrokenOffException;
import id.aduan.lapor.sync.ExportImport.Progress;
import id.aduan.lapor.sync.ExportOrder;
import id.aduan.lapor.sync.ExportOutcome;
import id.aduan.lapor.sync.ExportSummary;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What stays of an import that does not come to its end, or is not alone. */
class ExportTrailTest extends ExportRig {
  private static final String LAST = "8410249";
  private int changedAfter = Integer.MAX_VALUE;

  /** A file that is changed after so many of its rows. */
  private final class Changing implements PortalExport {
    private final PortalExport file;
    private int read;

    Changing(PortalExport file) {
      this.file = file;
    }

    @Override
    public Optional<LocalDate> generatedOn() {
      return file.generatedOn();
    }

    @Override
    public int rows() {
      return file.rows();
    }

    @Override
    public void read(Consumer<Row> each) {
      file.read(
          row -> {
            if (read++ == changedAfter) {
              throw new UnusableExportException("export.changed", "the file was changed");
            }
            each.accept(row);
          });
    }

    @Override
    public void close() {
      file.close();
    }
  }

  @Override
  PortalExport.Opener opener(PortalExport.Opener usual) {
    return file -> new Changing(usual.open(file));
  }

  @Test
  void one_that_is_broken_off_is_in_the_audit_trail_and_holds_an_older_one() throws IOException {
    Path file = many("2026-11-20", "Ditutup oleh Sistem").write(dir.resolve("e.xlsx"));

    assertThatThrownBy(() -> imports(file, this::stop)).isInstanceOf(IllegalStateException.class);

    assertThat(told("2026-11-20")).anySatisfy(it -> assertThat(it).startsWith("begun, 250 rows"));
    assertThat(told("2026-11-20"))
        .anySatisfy(it -> assertThat(it).startsWith("broken off after 200 rows: 0 opened, 200"));
    ExportSummary older =
        imports(
            new ExportBook()
                .generatedOn("2026-11-10")
                .row("8410000", STATUS, "Ditutup oleh Admin"));
    assertThat(older.count(ExportOutcome.HELD_OLDER)).isEqualTo(1);
  }

  private void stop(int done, int of) {
    throw new IllegalStateException("gone");
  }

  /** As another node does it, which has a place of its own. */
  @Test
  void a_later_one_that_begins_meanwhile_is_not_undone() throws IOException {
    imports(many("2026-11-01", "Ditutup oleh Sistem"));
    Path older = many("2026-11-10", "Ditutup oleh Admin").write(dir.resolve("older.xlsx"));
    Path later =
        new ExportBook()
            .generatedOn("2026-11-20")
            .row(LAST, STATUS, "Diarsipkan oleh Admin")
            .write(dir.resolve("later.xlsx"));

    ExportSummary done =
        imports(
            older,
            (rows, of) -> {
              if (rows == 200) {
                assertThat(imports(later).count(ExportOutcome.CHANGED)).isEqualTo(1);
              }
            });

    assertThat(done.count(ExportOutcome.HELD_OLDER)).isEqualTo(50);
    assertThat(record(LAST).complaint().status().raw()).isEqualTo("Diarsipkan oleh Admin");
  }

  @Test
  void a_file_that_is_changed_while_it_is_read_does_not_say_that_nothing_was_changed()
      throws IOException {
    Path file = many("2026-11-20", "Ditutup oleh Sistem").write(dir.resolve("e.xlsx"));
    changedAfter = 220;

    assertThatThrownBy(() -> imports(file))
        .isInstanceOf(ExportBrokenOffException.class)
        .hasMessageContaining("until then were kept: 200 rows: 0 opened, 200 kept");

    changedAfter = Integer.MAX_VALUE;
    assertThat(imports(file).count(ExportOutcome.KEPT)).isEqualTo(50);
  }

  @Test
  void one_that_is_changed_before_anything_was_kept_is_unusable() throws IOException {
    Path file = many("2026-11-20", "Ditutup oleh Sistem").write(dir.resolve("e.xlsx"));
    changedAfter = 10;

    assertThatThrownBy(() -> imports(file)).isInstanceOf(UnusableExportException.class);
    assertThat(told("2026-11-20")).isEmpty();
  }

  @Test
  void a_day_that_is_still_to_come_is_refused_and_hinders_no_later_export() throws IOException {
    ExportBook book = new ExportBook().withoutPreamble().row("8400001");
    Path file = book.write(dir.resolve("e.xlsx"));

    assertThatThrownBy(() -> imports(file, Optional.of(LocalDate.of(2062, 11, 14))))
        .isInstanceOf(UnusableExportException.class)
        .hasMessageContaining("2062-11-14, which is still to come");
    assertThatThrownBy(() -> imports(file, Optional.of(LocalDate.of(2026, 11, 28))))
        .isInstanceOf(UnusableExportException.class);

    assertThat(imports(file, Optional.of(LocalDate.of(2026, 11, 27))).older()).isFalse();
  }

  @Test
  void a_case_keeps_its_reporters_replies() throws IOException {
    ExportBook book = new ExportBook().row("8400001");
    imports(book);
    CaseRecord known = record("8400001");
    ReporterReply reply = new ReporterReply("1/log", Optional.empty(), "belum selesai");
    Complaint replied = known.complaint().replied(List.of(reply));
    store.inTransaction(
        tx -> {
          store
              .complaints()
              .save(
                  tx,
                  new CaseRecord(
                      replied,
                      known.revision(),
                      known.updatedAt(),
                      known.firstSeenAt(),
                      known.assigned()));
          return true;
        });

    assertThat(imports(book).count(ExportOutcome.UNCHANGED)).isEqualTo(1);
    imports(new ExportBook().row("8400001", STATUS, "Sedang Diproses"));

    assertThat(record("8400001").complaint().replies()).containsExactly(reply);
  }

  private static ExportBook many(String day, String status) {
    ExportBook book = new ExportBook().generatedOn(day);
    for (int i = 0; i < 250; i++) {
      book.row("84" + (10000 + i), STATUS, status);
    }
    return book;
  }

  private ExportSummary imports(Path file, Progress progress) {
    return connector
        .exports()
        .orElseThrow()
        .run(file, new ExportOrder(TESTER, Optional.empty()), progress);
  }

  private List<String> told(String day) {
    return store.read(tx -> store.audit().about(tx, day)).stream().map(AuditEntry::detail).toList();
  }
}
