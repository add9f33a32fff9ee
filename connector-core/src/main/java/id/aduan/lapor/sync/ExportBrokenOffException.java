package id.aduan.lapor.sync;

import id.aduan.lapor.failure.LaporException;
import id.aduan.lapor.portal.UnusableExportException;

/** A file could not be read to its end any more; what was done until then is kept. */
public final class ExportBrokenOffException extends LaporException {
  public static final String CODE = "import.broken_off";
  private static final long serialVersionUID = 1L;

  ExportBrokenOffException(UnusableExportException why, ExportSummary done) {
    super(CODE, why.getMessage() + "; until then were kept: " + ExportReport.trail(done), why);
  }
}
