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
 * @param columns the same the other way round
 * @param names what each column is called in the file
 */
record Header(
    int row, Map<Column, Integer> known, Map<Integer, Column> columns, Map<Integer, String> names) {

  static boolean isHeader(SheetRow row) {
    Cell first = row.cells().get(0);
    return Column.named(first.text()).filter(it -> it == Column.TRACKING_ID).isPresent();
  }

  /** Reads it; refuses one in which a known column stands twice or a required one is missing. */
  static Header of(SheetRow row) {
    Map<Column, Integer> known = new EnumMap<>(Column.class);
    Map<Integer, Column> columns = new HashMap<>();
    Map<Integer, String> names = new HashMap<>();
    for (Cell cell : row.cells()) {
      names.put(cell.column(), cell.text());
      Column.named(cell.text())
          .ifPresent(
              column -> {
                columns.put(cell.column(), column);
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
    return new Header(row.number(), known, columns, names);
  }

  /** What a row has in a known column; empty for nothing. */
  Optional<Cell> cell(SheetRow row, Column column) {
    int at = known.getOrDefault(column, -1);
    for (Cell cell : row.cells()) {
      if (cell.column() == at) {
        return Optional.of(cell);
      }
    }
    return Optional.empty();
  }

  Optional<Column> known(int column) {
    return Optional.ofNullable(columns.get(column));
  }

  /** What a column is called, or its letters where it has no name. */
  String name(int column) {
    return names.getOrDefault(column, Cell.letters(column));
  }
}
