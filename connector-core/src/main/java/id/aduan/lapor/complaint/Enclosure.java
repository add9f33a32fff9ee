package id.aduan.lapor.complaint;

/**
 * A file that a person puts to an agency's answer, such as the signed letter (surat jawaban). Its
 * bytes are kept as they came.
 *
 * @param name what it is called on the portal: plain letters, and the extension of its content
 * @param sha256 of its bytes, in hexadecimal; they are kept under it
 * @param type its media type, by content
 */
public record Enclosure(String name, String sha256, long bytes, String type) {

  /** The same under another name. */
  public Enclosure named(String other) {
    return new Enclosure(other, sha256, bytes, type);
  }
}
