package id.aduan.lapor.portal.export;

import id.aduan.lapor.portal.UnusableExportException;

/** What can be wrong with a file as a whole; each says what to do about it. */
final class Faults {
  private Faults() {}

  static UnusableExportException empty() {
    return fault("export.empty", "the file is empty: download the export again");
  }

  static UnusableExportException unreadable() {
    return fault("export.unreadable", "the file cannot be read: look at its rights and its disk");
  }

  static UnusableExportException notWorkbook(String looksLike) {
    return fault(
        "export.not_workbook",
        "the file is %s and no .xlsx workbook: download 'Laporan Ringkas' again, or save it as"
                .formatted(looksLike)
            + " .xlsx");
  }

  static UnusableExportException oldWorkbook() {
    return fault(
        "export.old_workbook", "the file is an old .xls workbook: open it and save it as .xlsx");
  }

  static UnusableExportException encrypted() {
    return fault(
        "export.encrypted", "the file is protected by a password: open it and save it without one");
  }

  static UnusableExportException tooLarge(long bytesMax) {
    return fault(
        "export.too_large",
        "the file has more than %d MiB: export shorter periods".formatted(bytesMax >> 20));
  }

  static UnusableExportException bomb() {
    return fault(
        "export.bomb",
        "the file unpacks to far more than an export holds: do not use it; download it again");
  }

  static UnusableExportException damaged(String where) {
    return fault(
        "export.damaged",
        "the file is damaged or only half of it is there (%s): download it again".formatted(where));
  }

  static UnusableExportException noHeader(int rows) {
    return fault(
        "export.no_header",
        "no row of the first %d has 'Tracking ID' in its first filled cell: is it the export"
                .formatted(rows)
            + " 'Laporan Ringkas'?");
  }

  static UnusableExportException severalSheets(int sheets) {
    return fault(
        "export.several_sheets",
        "%d sheets have the header and none is called 'Laporan Ringkas': name one so"
            .formatted(sheets));
  }

  static UnusableExportException missingColumn(String column) {
    return fault(
        "export.column_missing",
        "the header has no column '%s': download the export again".formatted(column));
  }

  static UnusableExportException columnTwice(String column) {
    return fault(
        "export.column_twice",
        "the header has the column '%s' twice: remove the one that is wrong".formatted(column));
  }

  static UnusableExportException tooManyRows(int rowsMax) {
    return fault(
        "export.too_many_rows",
        "the sheet has more than %d rows: export shorter periods".formatted(rowsMax));
  }

  static UnusableExportException tooManyColumns(int row, int columnsMax) {
    return fault(
        "export.too_many_columns",
        "row %d has a value beyond column %d: is it the export 'Laporan Ringkas'?"
            .formatted(row, columnsMax));
  }

  static UnusableExportException tooMuchText(int charactersMax) {
    return fault(
        "export.cell_too_long",
        "the file holds a text of more than %d characters, which no cell of an export has: find"
                .formatted(charactersMax)
            + " and remove it");
  }

  static UnusableExportException cellTooLong(int row, String column, int charactersMax) {
    return fault(
        "export.cell_too_long",
        "the cell %s%d holds more than %d characters, which no cell of an export has: remove it"
            .formatted(column, row, charactersMax));
  }

  static UnusableExportException noScratch() {
    return fault(
        "export.no_scratch",
        "there is no room for a scratch file: free some in the folder for temporary files");
  }

  static UnusableExportException changed() {
    return fault(
        "export.changed",
        "the file was changed while it was read: copy it, and import the copy again");
  }

  private static UnusableExportException fault(String code, String message) {
    return new UnusableExportException(code, message);
  }
}
