package id.aduan.lapor.simulator.generate;

/**
 * How often each value occurs among the 2127 complaints of one regency's real export (portal-wire
 * 4.3).
 */
final class ExportSpread {
  /** Both flags of a complaint. */
  record Flags(boolean anonymous, boolean secret) {}

  static final int ROWS = 2127;
  static final int WITHOUT_CATEGORY = 298;
  static final int WITH_AGENCY = 1894;

  static final Spread<String> CLASSIFICATIONS =
      Spread.of("Pengaduan Berkadar Pengawasan", 1131)
          .and("Pengaduan Tidak Berkadar Pengawasan", 556)
          .and("", 273)
          .and("Permintaan Informasi", 122)
          .and("Aspirasi", 45);

  static final Spread<Flags> FLAGS =
      Spread.of(new Flags(true, false), 844)
          .and(new Flags(true, true), 580)
          .and(new Flags(false, true), 439)
          .and(new Flags(false, false), 264);

  static final Spread<String> CHANNELS =
      Spread.of("Website", 1148)
          .and("Android", 470)
          .and("Website - pemerintah-kabupaten-Bandung", 161)
          .and("Hotline Service", 155)
          .and("Instagram", 81)
          .and("SMS", 42)
          .and("Email Instansi", 17)
          .and("Website - kementerian-sosial", 10)
          .and("Tatap Muka", 10)
          .and("Website - pemerintah-kota-Bandung", 6)
          .and("Pos Surat", 5)
          .and("Whatsapp", 4)
          .and("ios", 2)
          .and("Website Institusi", 2)
          .and("Facebook", 2)
          .and("Call Center", 1)
          .and("", 1);

  private ExportSpread() {}
}
