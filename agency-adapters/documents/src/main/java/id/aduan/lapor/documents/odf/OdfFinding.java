package id.aduan.lapor.documents.odf;

/**
 * One thing that is wrong with an OpenDocument file.
 *
 * @param part its name as the file says it: data, not for logs; empty for the file as a whole
 */
public record OdfFinding(OdfFault fault, String part) {
  private static final int PART_CHARS_MAX = 200;

  /** Keeps a name short. */
  public OdfFinding {
    part = part.length() > PART_CHARS_MAX ? part.substring(0, PART_CHARS_MAX) : part;
  }
}
