package id.aduan.lapor.attachment;

/**
 * A copy of a file that was made here. The original stays as it is, and is the evidence.
 *
 * @param madeBy what made it, with its version
 */
public record FileCopy(Kind kind, StoredFile file, String madeBy) {
  /** What it is for. */
  public enum Kind {
    /** Without the place, the camera and whatever else a picture tells of who took it. */
    CLEANED,
    /** The same document in an open format, for exchange. */
    EXCHANGE
  }
}
