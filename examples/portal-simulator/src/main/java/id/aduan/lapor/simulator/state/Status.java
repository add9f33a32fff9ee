package id.aduan.lapor.simulator.state;

/**
 * Where a complaint stands, in the words of the public page and, coarser, of the v3 interface
 * (portal-wire 7).
 */
public enum Status {
  UNVERIFIED("0", "Belum Terverifikasi", "Belum Terverifikasi", "#b02a37"),
  /** No word of the interface is known for it; the public one is sent. */
  POSTPONED("2", "Menunggu Kelengkapan Informasi", "Menunggu Kelengkapan Informasi", "#b26a00"),
  VERIFIED("1", "Terverifikasi", "Dalam Proses", "#0d6efd"),
  FOLLOWED_UP("3", "Ditindaklanjuti oleh Instansi", "Dalam Proses", "#0d6efd"),
  ANSWERED_BY_REPORTER("4", "Ditanggapi oleh Pelapor", "Dalam Proses", "#0d6efd"),
  CLOSED_BY_SYSTEM("7", "Ditutup oleh Sistem", "Selesai", "#146c43"),
  CLOSED_BY_REPORTER("8", "Ditutup oleh Pelapor", "Selesai", "#146c43"),
  CLOSED_BY_ADMIN("9", "Ditutup oleh Admin", "Selesai", "#146c43"),
  ARCHIVED_BY_SYSTEM("10", "Diarsipkan oleh Sistem", "Diarsipkan", "#565e64"),
  ARCHIVED_BY_ADMIN("11", "Diarsipkan oleh Admin", "Diarsipkan", "#565e64"),
  ARCHIVED_BY_REPORTER("12", "Diarsipkan oleh Pelapor", "Diarsipkan", "#565e64"),
  BLOCKED("13", "Konten Terblokir", "Ditolak", "#565e64");

  private final String code;
  private final String publicName;
  private final String apiName;
  private final String color;

  Status(String code, String publicName, String apiName, String color) {
    this.code = code;
    this.publicName = publicName;
    this.apiName = apiName;
    this.color = color;
  }

  /** Opaque; the real values are not public. */
  public String code() {
    return code;
  }

  public String publicName() {
    return publicName;
  }

  public String apiName() {
    return apiName;
  }

  public String color() {
    return color;
  }

  /** Closed is not solved, and any follow-up opens it again. */
  public boolean isClosed() {
    return apiName.equals("Selesai") || isArchived() || this == BLOCKED;
  }

  public boolean isArchived() {
    return apiName.equals("Diarsipkan");
  }
}
