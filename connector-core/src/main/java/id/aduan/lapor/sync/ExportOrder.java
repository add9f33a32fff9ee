package id.aduan.lapor.sync;

import java.time.LocalDate;
import java.util.Optional;

/**
 * How an export is imported.
 *
 * @param by who had it imported, for the audit trail; empty for the watched folder
 * @param generatedOn when it was made, where it does not say so itself
 */
public record ExportOrder(Optional<Operator> by, Optional<LocalDate> generatedOn) {
  /** What the watched folder does by itself. */
  public static final ExportOrder BY_FOLDER = new ExportOrder(Optional.empty(), Optional.empty());

  private static final String FOLDER = "portal.exports";

  String actor() {
    return by.map(Operator::actor).orElse(FOLDER);
  }

  String because(String what) {
    return by.map(it -> it.because(what)).orElse(what);
  }
}
