package id.aduan.lapor.complaint;

/**
 * Where the portal says a complaint stands: a stage, who caused it, and the portal's own word.
 * Closed is not solved (portal-wire 7).
 */
public record Status(Stage stage, Actor actor, String raw) {
  public static final Status UNKNOWN = new Status(Stage.UNKNOWN, Actor.UNKNOWN, "");

  /** The stages behind the portal's four vocabularies; a word outside them is UNKNOWN. */
  public enum Stage {
    /** Belum terverifikasi. */
    UNVERIFIED,
    /** Menunggu kelengkapan informasi (tunda). */
    WAITING_FOR_REPORTER,
    /** Terverifikasi. */
    VERIFIED,
    /** Dalam proses, ditindaklanjuti oleh instansi. */
    IN_PROGRESS,
    /** Ditanggapi oleh pelapor. */
    REPORTER_REPLIED,
    /** Ditutup, selesai. */
    CLOSED,
    /** Diarsipkan. */
    ARCHIVED,
    /** Ditolak. */
    REJECTED,
    /** Konten terblokir. */
    BLOCKED,
    UNKNOWN
  }

  /** Who caused the stage: the word after "oleh". */
  public enum Actor {
    REPORTER,
    ADMIN,
    AGENCY,
    SYSTEM,
    UNKNOWN
  }

  /** Whether a complaint in this stage must not go out to an agency (D13). */
  public boolean withheldFromAgencies() {
    return stage == Stage.ARCHIVED || stage == Stage.BLOCKED;
  }
}
