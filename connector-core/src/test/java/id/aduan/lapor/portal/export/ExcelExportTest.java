package id.aduan.lapor.portal.export;

import static org.assertj.core.api.Assertions.assertThat;

import id.aduan.lapor.complaint.Classification;
import id.aduan.lapor.complaint.Complaint;
import id.aduan.lapor.complaint.Flag;
import id.aduan.lapor.complaint.Institution;
import id.aduan.lapor.complaint.Status;
import id.aduan.lapor.complaint.Visibility;
import id.aduan.lapor.portal.PortalExport.Bad;
import id.aduan.lapor.portal.PortalExport.Row;
import id.aduan.lapor.portal.PortalExport.Told;
import id.aduan.lapor.portal.profile.Words;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExcelExportTest {
  private static final String TYPE = "Tipe Laporan (Anonim/Rahasia)";
  private static final String DAY = "Tanggal Laporan Masuk";
  private static final String TIME = "Waktu Laporan Masuk";

  @TempDir Path folder;

  @Test
  void reads_an_export_as_the_portal_writes_it() throws IOException {
    ExportBook book = new ExportBook().row("8400001", TYPE, "Anonim|Rahasia");

    Complaint complaint = only(book);

    assertThat(complaint.id().value()).isEqualTo("8400001");
    assertThat(complaint.title()).isEqualTo("Pju Padam");
    assertThat(complaint.content()).isEqualTo("lampu di simpang tiga padam");
    assertThat(complaint.category().orElseThrow().id()).isEqualTo("1398");
    assertThat(complaint.classification().kind()).isEqualTo(Classification.Kind.ORDINARY_COMPLAINT);
    assertThat(complaint.channel()).isEqualTo("Website - pemerintah-kabupaten-contoh");
    assertThat(complaint.visibility()).isEqualTo(new Visibility(Flag.TRUE, Flag.TRUE));
    assertThat(complaint.location()).isEqualTo("Contoh, Jawa Barat");
    assertThat(complaint.status().stage()).isEqualTo(Status.Stage.VERIFIED);
  }

  /** portal-wire 4.4, 12 no. 6: the day of the export is the day in UTC. */
  @Test
  void takes_day_and_time_as_utc_unless_told_otherwise() throws IOException {
    Path file = new ExportBook().row("8400001", DAY, "29 May 2023", TIME, "17:30:00").write(at());

    assertThat(complaints(file, settings(ZoneOffset.UTC)).get(0).receivedAt())
        .contains(Instant.parse("2023-05-29T17:30:00Z"));
    assertThat(complaints(file, settings(ZoneId.of("Asia/Jakarta"))).get(0).receivedAt())
        .contains(Instant.parse("2023-05-29T10:30:00Z"));
  }

  /** portal-wire 4.2: three default locales fail on one of these months each. */
  @ParameterizedTest
  @CsvSource({
    "4 Jan 2021, 2021-01-04",
    "29 May 2023, 2023-05-29",
    "1 Aug 2022, 2022-08-01",
    "30 Sep 2023, 2023-09-30",
    "30 Sept 2023, 2023-09-30",
    "12 Oct 2024, 2024-10-12",
    "31 Dec 2024, 2024-12-31",
    "17 Agustus 2024, 2024-08-17",
    "2024-05-29, 2024-05-29"
  })
  void reads_english_months_on_any_machine(String text, LocalDate day) {
    Locale before = Locale.getDefault();
    try {
      for (Locale locale : List.of(new Locale("in", "ID"), Locale.UK, Locale.US, Locale.ROOT)) {
        Locale.setDefault(locale);
        assertThat(ExportTimes.day(text)).as(locale.toString()).contains(day);
      }
    } finally {
      Locale.setDefault(before);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"31 Feb 2024", "0 May 2024", "5 Maybe 2024", "29/05/24", "kemarin", ""})
  void takes_no_day_from_what_is_none(String text) {
    assertThat(ExportTimes.day(text)).isEmpty();
  }

  /** portal-wire 4.1: the label in A1 is a column's name, too. */
  @Test
  void finds_the_header_by_its_first_cell_wherever_it_stands() throws IOException {
    assertThat(only(new ExportBook().row("8400001"))).isNotNull();
    assertThat(only(new ExportBook().withoutPreamble().row("8400001"))).isNotNull();
  }

  @Test
  void finds_columns_by_name_whatever_their_order_case_and_blanks() throws IOException {
    ExportBook book =
        new ExportBook()
            .turned()
            .rename("Judul Laporan", "judul\u00a0laporan ")
            .row("8400001", "judul\u00a0laporan ", "Jalan Rusak");

    assertThat(only(book).title()).isEqualTo("Jalan Rusak");
  }

  @Test
  void tells_when_it_was_made_if_it_says_so() throws IOException {
    try (ExcelExport export = open(new ExportBook().generatedOn("2025-11-14").write(at()))) {
      assertThat(export.generatedOn()).contains(LocalDate.of(2025, 11, 14));
    }
    try (ExcelExport export = open(new ExportBook().withoutPreamble().write(at()))) {
      assertThat(export.generatedOn()).isEmpty();
    }
  }

  @Test
  void takes_the_sheet_by_its_name_or_the_only_one_with_the_header() throws IOException {
    ExportBook book = new ExportBook().row("8400001");

    assertThat(complaints(book.writeBehind("catatan", at()))).hasSize(1);
    assertThat(complaints(book.sheet("Sheet1").writeBehind("catatan", at()))).hasSize(1);
  }

  /** portal-wire 12 no. 8: these three are empty in about one row of eight. */
  @Test
  void leaves_what_is_empty_empty() throws IOException {
    Complaint complaint =
        only(
            new ExportBook()
                .row(
                    "8400002",
                    "Klasifikasi Laporan",
                    "",
                    "ID Kategori",
                    "",
                    "Kategori",
                    "",
                    "Instansi Terdisposisi",
                    ""));

    assertThat(complaint.classification()).isEqualTo(Classification.UNKNOWN);
    assertThat(complaint.category()).isEmpty();
    assertThat(complaint.disposition()).isEmpty();
  }

  /** portal-wire 12 no. 9. */
  @ParameterizedTest
  @CsvSource({
    "'', FALSE, FALSE",
    "Anonim, TRUE, FALSE",
    "Rahasia, FALSE, TRUE",
    "Anonim|Rahasia, TRUE, TRUE",
    "RAHASIA | anonim, TRUE, TRUE",
    "Rahasia|Terbatas, UNKNOWN, UNKNOWN",
    "Publik, UNKNOWN, UNKNOWN"
  })
  void reads_the_two_flags_and_protects_where_it_does_not_know_the_word(
      String text, Flag anonymous, Flag secret) throws IOException {
    assertThat(only(new ExportBook().row("8400001", TYPE, text)).visibility())
        .isEqualTo(new Visibility(anonymous, secret));
  }

  /** portal-wire 4.3: line breaks are removed without a space; where they were is not guessed. */
  @Test
  void leaves_glued_words_as_they_are() throws IOException {
    assertThat(
            only(new ExportBook().row("8400001", "Isi Laporan Awal", "di ContohIzin melapor"))
                .content())
        .isEqualTo("di ContohIzin melapor");
  }

  @Test
  void keeps_the_reporters_own_words_and_the_edited_ones_beside_them() throws IOException {
    Path file =
        new ExportBook()
            .with("Rating")
            .row("8400001", "Isi Laporan Akhir", "Disunting", "Rating", "4")
            .write(at());

    Told told = (Told) rows(file, settings(ZoneOffset.UTC)).get(0);

    assertThat(told.state().complaint().content()).isEqualTo("lampu di simpang tiga padam");
    assertThat(new String(told.rest(), StandardCharsets.UTF_8))
        .contains("\"Isi Laporan Akhir\":\"Disunting\"", "\"Rating\":\"4\"");
  }

  @Test
  void takes_the_edited_text_where_there_is_no_other() throws IOException {
    assertThat(only(new ExportBook().row("8400001", "Isi Laporan Awal", "")).content())
        .isEqualTo("Lampu di simpang tiga padam");
  }

  @Test
  void understands_what_a_spreadsheet_program_made_numbers_of() throws IOException {
    Complaint complaint =
        only(
            new ExportBook()
                .row(
                    "",
                    Map.of(
                        "Tracking ID",
                        8_400_001.0,
                        DAY,
                        LocalDate.of(2023, 5, 29),
                        TIME,
                        0.170532407,
                        "ID Kategori",
                        1398)));

    assertThat(complaint.id().value()).isEqualTo("8400001");
    assertThat(complaint.receivedAt()).contains(Instant.parse("2023-05-29T04:05:34Z"));
    assertThat(complaint.category().orElseThrow().id()).isEqualTo("1398");
  }

  /** portal-wire 4.5: names are rendered anew with each export, ids are not. */
  @Test
  void takes_an_institution_by_its_id_where_there_is_one() throws IOException {
    ExportBook book =
        new ExportBook()
            .with("ID Instansi Terdisposisi")
            .row("8400001", "ID Instansi Terdisposisi", "14650");

    assertThat(only(book).disposition())
        .contains(new Institution("14650", "Dinas Perhubungan Kab. Contoh"));
  }

  @Test
  void takes_an_institution_by_any_name_it_had_and_guesses_none() throws IOException {
    InstitutionNames names =
        InstitutionNames.of(
            Map.of(
                "14650", List.of("DP2KBP3A kab. Contoh", "DALDUKPPA Kab. Contoh"),
                "14651", List.of("Dinas Sosial"),
                "14652", List.of("Dinas Sosial")));
    Path file =
        new ExportBook()
            .row("8400001", "Instansi Terdisposisi", "DALDUKPPA Kab. Contoh")
            .row("8400002", "Instansi Terdisposisi", "dp2kbp3a  kab. contoh")
            .row("8400003", "Instansi Terdisposisi", "Dinas Sosial")
            .row("8400004", "Instansi Terdisposisi", "Dinas Lain")
            .write(at());

    List<Row> rows = rows(file, new ExportSettings(ZoneOffset.UTC, Words.standard(), names));

    assertThat(rows)
        .extracting(row -> ((Told) row).state().complaint().disposition().orElseThrow().id())
        .containsExactly("14650", "14650", "", "");
    assertThat(rows)
        .extracting(row -> ((Told) row).unnamed())
        .containsExactly(false, false, true, true);
  }

  @Test
  void keeps_an_unknown_status_with_its_word() throws IOException {
    Path file = new ExportBook().row("8400001", "Status Laporan", "Diteruskan").write(at());

    Told told = (Told) rows(file, settings(ZoneOffset.UTC)).get(0);

    assertThat(told.state().complaint().status())
        .isEqualTo(new Status(Status.Stage.UNKNOWN, Status.Actor.UNKNOWN, "Diteruskan"));
    assertThat(told.state().unfamiliar()).hasSize(1);
  }

  @Test
  void tells_a_bad_row_by_its_number_and_column_and_reads_the_others() throws IOException {
    Path file =
        new ExportBook()
            .row("8400001")
            .row("84x0002")
            .row("8400003", DAY, "kapan-kapan")
            .row("8400004", TIME, "25:00:00")
            .row("8400005", "Status Laporan", "")
            .row("8400006", Map.of("Judul Laporan", new ExportBook.Formula("1+1")))
            .row("8400007")
            .write(at());

    List<Row> rows = rows(file, settings(ZoneOffset.UTC));

    assertThat(rows.stream().filter(Told.class::isInstance)).hasSize(2);
    assertThat(rows.stream().filter(Bad.class::isInstance).map(Bad.class::cast))
        .containsExactly(
            new Bad(13, "Tracking ID", "is not a number of 5 to 15 digits"),
            new Bad(14, DAY, "is not a day such as 29 May 2023"),
            new Bad(15, TIME, "is not a time such as 04:05:34"),
            new Bad(16, "Status Laporan", "is empty"),
            new Bad(17, "Judul Laporan", "holds a formula, which is not worked out here"));
  }

  @Test
  void reads_the_same_twice() throws IOException {
    try (ExcelExport export = open(new ExportBook().row("8400001").row("8400002").write(at()))) {
      List<Integer> first = new ArrayList<>();
      List<Integer> second = new ArrayList<>();
      export.read(row -> first.add(row.number()));
      export.read(row -> second.add(row.number()));

      assertThat(export.rows()).isEqualTo(2);
      assertThat(second).isEqualTo(first).containsExactly(12, 13);
    }
  }

  @Test
  void joins_runs_of_a_text_and_unescapes_what_xml_cannot_hold() throws IOException {
    String title =
        "<si><r><t>Jalan </t></r><r><t>_x0041_man</t></r><rPh sb=\"0\" eb=\"1\"><t>x</t></rPh></si>";
    Path file =
        PackedParts.book()
            .part("xl/sharedStrings.xml", "<sst>" + title + "</sst>")
            .sheet(out -> PackedParts.text(out, PackedParts.header() + rowWithSharedTitle()))
            .write(at());

    assertThat(complaints(file).get(0).title()).isEqualTo("Jalan Aman");
  }

  private static String rowWithSharedTitle() {
    return "<row r=\"2\">"
        + PackedParts.cell("A2", "8400001")
        + PackedParts.cell("B2", "29 May 2024")
        + PackedParts.cell("C2", "04:05:34")
        + "<c r=\"G2\" t=\"s\"><v>0</v></c>"
        + PackedParts.cell("H2", "isi")
        + PackedParts.cell("N2", "Terverifikasi")
        + "</row>";
  }

  private Path at() {
    return folder.resolve("export.xlsx");
  }

  private Complaint only(ExportBook book) throws IOException {
    List<Complaint> all = complaints(book.write(at()));
    assertThat(all).hasSize(1);
    return all.get(0);
  }

  private static List<Complaint> complaints(Path file) {
    return complaints(file, settings(ZoneOffset.UTC));
  }

  private static List<Complaint> complaints(Path file, ExportSettings settings) {
    return rows(file, settings).stream().map(row -> ((Told) row).state().complaint()).toList();
  }

  private static List<Row> rows(Path file, ExportSettings settings) {
    List<Row> rows = new ArrayList<>();
    try (ExcelExport export = ExcelExport.open(file, settings, ExportBounds.USUAL)) {
      export.read(rows::add);
    }
    return rows;
  }

  private static ExcelExport open(Path file) {
    return ExcelExport.open(file, settings(ZoneOffset.UTC), ExportBounds.USUAL);
  }

  static ExportSettings settings(ZoneId zone) {
    return new ExportSettings(zone, Words.standard(), InstitutionNames.NONE);
  }
}
