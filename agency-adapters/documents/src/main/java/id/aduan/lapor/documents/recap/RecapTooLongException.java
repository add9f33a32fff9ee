package id.aduan.lapor.documents.recap;

import id.aduan.lapor.failure.LaporException;
import java.util.Locale;

/** A recap has more rows than a sheet of a workbook. */
public final class RecapTooLongException extends LaporException {
  private static final long serialVersionUID = 1L;

  RecapTooLongException(long rows) {
    super(
        "recap.rows",
        String.format(
            Locale.ROOT,
            "the recap has a list of %,d rows and a sheet holds %,d; take a shorter period or one"
                + " agency, or write .csv or .json",
            rows,
            RecapSheets.ROWS_MAX));
  }
}
