package id.aduan.lapor.attachment;

import java.util.List;

/**
 * What a file is by its content, and what is odd about it.
 *
 * @param type its media type; {@code application/octet-stream} where nobody knows
 * @param verdict whether it may go on
 * @param findings codes of what was found, such as {@code name.extension}, {@code archive.ratio} or
 *     {@code odf.macro}, sorted; never a part of a name or of the content
 */
public record Inspection(String type, Verdict verdict, List<String> findings) {
  public Inspection {
    findings = List.copyOf(findings);
  }

  /** What becomes of it. */
  public enum Verdict {
    /** It goes on as it is. */
    FIT,
    /** It goes on, and whoever gets it is told what was found. */
    FLAGGED,
    /** It is kept as evidence and goes to nobody until a person says so. */
    QUARANTINED
  }
}
