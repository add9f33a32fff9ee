package id.aduan.lapor.portal.export;

import java.time.LocalDate;
import java.util.Optional;

/** The rows above the header; only the day of the export counts (portal-wire 4.1). */
final class Preamble {
  private static final String GENERATED = "tanggal generate";

  private Preamble() {}

  /** The day, if it is this row that tells it. */
  static Optional<LocalDate> generatedOn(SheetRow row, boolean from1904) {
    Cell label = row.cells().get(0);
    return Column.plain(label.text()).equals(GENERATED)
        ? row.cells().stream()
            .skip(1)
            .flatMap(cell -> ExportTimes.day(cell, from1904).stream())
            .findFirst()
        : Optional.empty();
  }
}
