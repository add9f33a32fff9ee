package id.aduan.lapor.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import id.aduan.lapor.simulator.export.ExportOptions;
import id.aduan.lapor.simulator.generate.ComplaintGenerator;
import id.aduan.lapor.simulator.state.Status;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ExportTest {
  private static final int HEADER = 10;

  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-05-28T20:05:34Z"));
  private final PortalSimulator portal =
      PortalSimulator.start(
          PortalSettings.defaults().withTime(ZoneId.of("Asia/Jakarta"), now::get));

  @AfterEach
  void stop() {
    portal.close();
  }

  @Test
  void ten_rows_stand_before_the_header_and_every_cell_is_a_text() throws Exception {
    portal.fileComplaint(Samples.complaint());

    Workbooks book = written(ExportOptions.DEFAULT);

    assertThat(book.sheetName()).isEqualTo("Laporan Ringkas");
    assertThat(book.cellTypes()).containsExactly("s");
    List<Map<String, String>> rows = book.rows();
    assertThat(rows.get(0)).isEqualTo(Map.of("A", "Judul Laporan", "C", "Laporan Ringkas"));
    assertThat(rows.get(1)).isEmpty();
    assertThat(rows.get(2))
        .isEqualTo(Map.of("A", "Nama Instansi", "C", "Pemerintah Kabupaten Bandung"));
    assertThat(rows.get(4)).isEqualTo(Map.of("A", "Tanggal Generate", "C", "2026-05-29"));
    assertThat(rows.get(6))
        .isEqualTo(Map.of("A", "Periode Masuk", "C", "(2026-05-29) - (2026-05-29)"));
    assertThat(rows.get(8)).isEqualTo(Map.of("A", "Pengelola"));
    assertThat(rows.get(9)).isEmpty();
    assertThat(rows.get(HEADER))
        .containsEntry("A", "Tracking ID")
        .containsEntry("Q", "Kota/Kabupaten")
        .hasSize(17);
  }

  @Test
  void the_day_is_the_utc_day_in_english_whatever_the_locale() throws Exception {
    Locale before = Locale.getDefault();
    Locale.setDefault(Locale.forLanguageTag("id-ID"));
    try {
      String id = portal.fileComplaint(Samples.complaint());

      Map<String, String> row = written(ExportOptions.DEFAULT).table(HEADER).get(0);

      assertThat(row)
          .containsEntry("Tracking ID", id)
          .containsEntry("Tanggal Laporan Masuk", "28 May 2026")
          .containsEntry("Waktu Laporan Masuk", "20:05:34");
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void a_day_has_no_leading_zero() throws Exception {
    now.set(Instant.parse("2026-01-04T01:00:00Z"));
    portal.fileComplaint(Samples.complaint());

    assertThat(written(ExportOptions.DEFAULT).table(HEADER).get(0))
        .containsEntry("Tanggal Laporan Masuk", "4 Jan 2026");
  }

  @Test
  void line_breaks_go_without_a_space_and_edits_stand_beside_the_first_text() throws Exception {
    String id =
        portal.fileComplaint(
            NewComplaint.of(
                    "lampu padam", "Lampu di Bandung\nIzin usaha\r\n= 1+1", Samples.REPORTER)
                .withVisibility(true, true));
    portal.desk().edit(id, "Lampu Padam", "Disunting");

    assertThat(written(ExportOptions.DEFAULT).table(HEADER).get(0))
        .containsEntry("Isi Laporan Awal", "Lampu di BandungIzin usaha= 1+1")
        .containsEntry("Isi Laporan Akhir", "Disunting")
        .containsEntry("Judul Laporan", "Lampu Padam")
        .containsEntry("Tipe Laporan (Anonim/Rahasia)", "Anonim|Rahasia")
        .containsEntry("ID Kategori", "")
        .containsEntry("Klasifikasi Laporan", "");
  }

  @Test
  void statuses_are_of_the_exports_own_vocabulary_with_the_reason_of_archived_ones()
      throws Exception {
    String archived = portal.fileComplaint(Samples.complaint());
    portal.desk().close(archived, Status.ARCHIVED_BY_SYSTEM, "Kedaluwarsa");
    now.set(Instant.parse("2026-05-28T20:05:35Z"));
    String closed = portal.fileComplaint(Samples.complaint().withDisposition(14627));
    portal.closeComplaint(closed, Status.CLOSED_BY_SYSTEM);

    List<Map<String, String>> rows = written(ExportOptions.DEFAULT).table(HEADER);

    assertThat(rows.get(0))
        .containsEntry("Status Laporan", "Diarsipkan oleh Sistem")
        .containsEntry("Alasan Tunda/Arsip", "Kedaluwarsa")
        .containsEntry("Instansi Terdisposisi", "");
    assertThat(rows.get(1))
        .containsEntry("Status Laporan", "Ditutup oleh Sistem")
        .containsEntry("Alasan Tunda/Arsip", "")
        .containsEntry("Instansi Terdisposisi", "Dinas Perhubungan Kab. Bandung")
        .containsEntry("Kategori", "Penerangan\u00a0Jalan");
  }

  @Test
  void an_export_may_start_with_its_header_and_hold_ids_and_new_names() throws Exception {
    portal.fileComplaint(Samples.complaint().withDisposition(14627));
    var options =
        ExportOptions.DEFAULT.withAgencyIds().withoutPreamble().withNames(Map.of(14627, "Dishub"));

    assertThat(written(options).table(0).get(0))
        .containsEntry("ID Instansi Terdisposisi", "14627")
        .containsEntry("Instansi Terdisposisi", "Dishub")
        .containsKeys("Kecamatan", "Kelurahan");
  }

  @Test
  void the_parent_is_sometimes_an_office() throws Exception {
    for (int i = 0; i < 40; i++) {
      portal.fileComplaint(Samples.complaint().withDisposition(14627));
    }

    assertThat(written(ExportOptions.DEFAULT).table(HEADER))
        .extracting(row -> row.getOrDefault("Instansi Induk", ""))
        .contains("Pemerintah Kabupaten Bandung", "Dinas Perhubungan Kab. Bandung");
  }

  @Test
  void it_is_downloaded_with_the_options_of_the_page() throws Exception {
    portal.fileComplaint(Samples.complaint().withDisposition(14627));
    var caller = new Caller(portal);

    HttpResponse<byte[]> file =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(
                        portal
                            .pageUri()
                            .resolve(
                                "/export/laporan-ringkas.xlsx?id_instansi=1&baris_pertama=1"
                                    + "&pelapor=1&nama=14627:Dishub+Baru"))
                    .build(),
                HttpResponse.BodyHandlers.ofByteArray());

    assertThat(file.headers().firstValue("Content-Disposition").orElseThrow())
        .contains("laporan-ringkas.xlsx");
    assertThat(Workbooks.of(file.body()).table(0).get(0))
        .containsEntry("Instansi Terdisposisi", "Dishub Baru")
        .containsEntry("Nama Pelapor", Samples.REPORTER.name());
    assertThat(caller.citizen("/export/laporan-ringkas.xlsx?nama=x").statusCode()).isEqualTo(422);
    assertThat(caller.citizen("/ekspor").body()).contains("name=\"id_instansi\"");
  }

  @Test
  void hostile_texts_stay_texts() throws Exception {
    var generator =
        new ComplaintGenerator(new SplittableRandom(5), now::get, Categories.shipped(), List.of());
    generator.take(300).forEach(portal::fileComplaint);

    Workbooks book = written(ExportOptions.DEFAULT);

    assertThat(book.table(HEADER)).hasSize(300);
    assertThat(book.cellTypes()).containsExactly("s");
    assertThat(book.table(HEADER))
        .anyMatch(row -> row.getOrDefault("Isi Laporan Awal", "").startsWith("=HYPERLINK"));
  }

  private Workbooks written(ExportOptions options) throws Exception {
    var out = new ByteArrayOutputStream();
    portal.export(options, out);
    return Workbooks.of(out.toByteArray());
  }
}
