package id.aduan.lapor.simulator.state;

import id.aduan.lapor.simulator.Institution;

/** The log's sentences, in the portal's own words (portal-wire 7). */
final class LogTexts {
  static final String FILED = "Laporan diterima oleh SP4N-LAPOR!";
  static final String ASSIGNED =
      "Laporan didisposisikan ke {{institution_to}} oleh {{institution_from}}";
  static final String FORWARDED =
      "Laporan dilempar ke {{institution_to}} oleh {{institution_from}}";
  static final String ANSWERED = "Laporan ditindaklanjuti oleh {{institution_from}}";
  static final String VERIFIED = "Laporan diverifikasi oleh Admin";
  static final String POSTPONED = "Laporan ditunda: menunggu kelengkapan informasi dari Pelapor";
  static final String REOPENED = "Laporan dibuka kembali oleh Admin";
  static final String EDITED = "Laporan disunting oleh Admin";
  static final String REPLIED = "Laporan ditanggapi oleh Pelapor";

  /** Who assigns what no institution has yet. */
  static final Institution NATIONAL = new Institution(1, "Admin Nasional SP4N-LAPOR!");

  private LogTexts() {}

  static Institution unnamed(int id) {
    return new Institution(id, "Instansi " + id);
  }
}
