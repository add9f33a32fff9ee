package id.aduan.lapor.portal.export;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The header row. It is the one whose first filled cell is {@code Tracking ID}: the portal puts ten
 * rows before it, one of which begins with the name of a column (portal-wire 4.1).
 *
 * @param row its number
 * @param known where each known column stands
 * @param names what each column is called in the file
 */
record Header(int row, Map<Column, Integer> known, Map<Integer, String> names) {

  static boolean isHeader(SheetRow row) {
    Cell first = row.cells().get(0);
    return Column.named(first.text()).filter(it -> it == Column.TRACKING_ID).isPresent();
  }

  /** Reads it; refuses one in which a known column stands twice or a required one is missing. */
  static Header of(SheetRow row) {
    Map<Column, Integer> known = new EnumMap<>(Column.class);
    Map<Integer, String> names = new HashMap<>();
    for (Cell cell : row.cells()) {
      names.put(cell.column(), cell.text());
      Column.named(cell.text())
          .ifPresent(
              column -> {
                if (known.put(column, cell.column()) != null) {
                  throw Faults.columnTwice(column.title());
                }
              });
    }
    for (Column column : Column.values()) {
      if (column.required() && !known.containsKey(column)) {
        throw Faults.missingColumn(column.title());
      }
    }
    if (!known.containsKey(Column.FIRST_TEXT) && !known.containsKey(Column.LAST_TEXT)) {
      throw Faults.missingColumn(Column.FIRST_TEXT.title());
    }
    return new Header(row.number(), known, names);
  }

  /** What a row has in a known column; empty for nothing. */
  Optional<Cell> cell(SheetRow row, Column column) {
    Integer at = known.get(column);
    return at == null
        ? Optional.empty()
        : row.cells().stream().filter(cell -> cell.column() == at).findFirst();
  }

  /** What a column is called, or its letters where it has no name. */
  String name(int column) {
    return names.getOrDefault(column, Cell.letters(column));
  }
}
