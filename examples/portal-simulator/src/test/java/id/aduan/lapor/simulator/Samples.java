package id.aduan.lapor.simulator;

/** Complaints that tests file. */
final class Samples {
  static final Reporter REPORTER =
      new Reporter("Siti ZZPII-0001", "0812 ZZPII-0002", "siti.ZZPII-0003@contoh.example");

  private Samples() {}

  static NewComplaint complaint() {
    return NewComplaint.of("Lampu jalan padam", "Sudah tiga malam gelap.", REPORTER)
        .withCategory(1398)
        .withClassification("Pengaduan Tidak Berkadar Pengawasan");
  }

  static EvidenceFile photo() {
    return new EvidenceFile("foto.jpg", "image/jpeg", new byte[] {1, 2, 3});
  }
}
