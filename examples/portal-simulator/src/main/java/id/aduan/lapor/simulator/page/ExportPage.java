package id.aduan.lapor.simulator.page;

import id.aduan.lapor.simulator.http.Answer;
import id.aduan.lapor.simulator.http.Multipart;
import java.util.List;
import java.util.Map;

/** Where an admin downloads the spreadsheet in one of its forms. */
final class ExportPage {
  private static final String PAGE =
      """
      <h1>Ekspor Laporan Ringkas</h1>
      <form action="/export/laporan-ringkas.xlsx" method="get">
      {}
      {}
      {}
      {}
      <p><button>Unduh .xlsx</button></p>
      </form>
      """;

  private ExportPage() {}

  static Answer page() {
    var fields = new Fields(new Multipart(Map.of(), List.of()));
    return Layout.page(
        200,
        "Ekspor",
        Html.of(
            PAGE,
            fields.check("id_instansi", "Dengan kolom ID Instansi Terdisposisi"),
            fields.check("baris_pertama", "Mulai dari baris pertama, tanpa kepala laporan"),
            fields.check("pelapor", "Dengan kolom Nama Pelapor"),
            fields.line("nama", "Nama instansi yang berubah (ID:NAMA)", 200, "")));
  }
}
