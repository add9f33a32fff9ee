package id.aduan.lapor;

import static org.assertj.core.api.Assertions.assertThat;

import id.aduan.lapor.complaint.Flag;
import id.aduan.lapor.complaint.Visibility;
import id.aduan.lapor.delivery.OutboxView;
import id.aduan.lapor.portal.export.ExportBook;
import id.aduan.lapor.sync.ExportOutcome;
import id.aduan.lapor.sync.ExportSummary;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Where an export says something else than was known. */
class ExportConflictTest extends ExportRig {
  @Test
  void a_state_that_comes_back_is_a_change() throws IOException {
    ExportBook first = new ExportBook().row("8400001", STATUS, "Terverifikasi");
    imports(first);
    imports(new ExportBook().row("8400001", STATUS, "Ditutup oleh Admin"));

    assertThat(imports(first).count(ExportOutcome.CHANGED)).isEqualTo(1);
    assertThat(record("8400001").complaint().status().raw()).isEqualTo("Terverifikasi");
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
}
