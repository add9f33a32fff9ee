package id.aduan.lapor.simulator.export;

import java.util.Map;

/**
 * In which of its known forms the spreadsheet is written (portal-wire 4).
 *
 * @param agencyIds with the column {@code ID Instansi Terdisposisi} and those that came with it
 * @param fromFirstRow without the ten rows before the header, as files that passed through hands
 * @param reporters with the column {@code Nama Pelapor}, which some roles see
 * @param names names that differ from the master list's, by institution id: agencies are renamed
 *     between two exports
 */
public record ExportOptions(
    boolean agencyIds, boolean fromFirstRow, boolean reporters, Map<Integer, String> names) {
  /** With the preamble, without ids and reporters, under the names of the master list. */
  public static final ExportOptions DEFAULT = new ExportOptions(false, false, false, Map.of());

  public ExportOptions {
    names = Map.copyOf(names);
  }

  public ExportOptions withAgencyIds() {
    return new ExportOptions(true, fromFirstRow, reporters, names);
  }

  public ExportOptions withoutPreamble() {
    return new ExportOptions(agencyIds, true, reporters, names);
  }

  public ExportOptions withReporters() {
    return new ExportOptions(agencyIds, fromFirstRow, true, names);
  }

  public ExportOptions withNames(Map<Integer, String> newNames) {
    return new ExportOptions(agencyIds, fromFirstRow, reporters, newNames);
  }
}
