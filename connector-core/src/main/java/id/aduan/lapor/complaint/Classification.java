package id.aduan.lapor.complaint;

/**
 * The portal's classification (klasifikasi) with its raw word beside it. Blank in one of eight real
 * complaints, so UNKNOWN is ordinary (CMP-08).
 */
public record Classification(Kind kind, String raw) {
  public static final Classification UNKNOWN = new Classification(Kind.UNKNOWN, "");

  /** What the national rules know. */
  public enum Kind {
    /** Pengaduan berkadar pengawasan: abuse of authority or breach of law by officials (CMP-09). */
    SUPERVISORY_COMPLAINT,
    /** Pengaduan tidak berkadar pengawasan. */
    ORDINARY_COMPLAINT,
    /** Permintaan informasi. */
    INFORMATION_REQUEST,
    /** Aspirasi. */
    ASPIRATION,
    UNKNOWN
  }
}
