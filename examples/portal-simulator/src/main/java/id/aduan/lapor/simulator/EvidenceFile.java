package id.aduan.lapor.simulator;

import java.util.Locale;

/**
 * A file that a citizen or an agency sends along (berkas bukti). The bytes are not copied: do not
 * change them.
 */
@SuppressWarnings("ArrayRecordComponent") // files are carried, never compared
public record EvidenceFile(String fileName, String contentType, byte[] bytes) {
  /** The bound that the portal's page states; the v3 limit is not public. */
  public static final int BYTES_MAX = 5 * 1024 * 1024;

  /** How many files one request may carry. */
  public static final int FILES_MAX = 5;

  /** Drops folders and control characters from the name. */
  public EvidenceFile {
    String last =
        fileName.substring(Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1);
    String clean = last.replaceAll("\\p{Cntrl}", "").strip();
    fileName = clean.isEmpty() ? "berkas" : clean;
  }

  /** The last part of the name, in lower case, or an empty text. */
  public String extension() {
    int dot = fileName.lastIndexOf('.');
    return dot < 0 ? "" : fileName.substring(dot + 1).toLowerCase(Locale.ROOT);
  }

  /** Whether the portal files it under images and not under docs (portal-wire 2.4). */
  public boolean isImage() {
    return contentType.startsWith("image/") || extension().matches("jpe?g|png|gif|webp");
  }

  @Override
  public String toString() {
    return "EvidenceFile[" + contentType + ", " + bytes.length + " bytes]";
  }
}
