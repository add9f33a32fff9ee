package id.aduan.lapor.portal.export;

import id.aduan.lapor.portal.export.Cell.Kind;
import id.aduan.lapor.portal.export.PackedFile.Part;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads a sheet row by row; the rows before and after are not in memory. */
final class SheetRows implements AutoCloseable {
  private final Part in;
  private final SharedTexts texts;
  private final ExportBounds bounds;
  private final boolean looking;
  private final XMLStreamReader xml;
  private int row;

  /**
   * Begins to read.
   *
   * @param looking only whether the sheet is whole: of a shared text no more than its first letter
   */
  SheetRows(Part in, SharedTexts texts, ExportBounds bounds, boolean looking) {
    this.looking = looking;
    this.in = in;
    this.texts = texts;
    this.bounds = bounds;
    try {
      this.xml = SafeXml.reader(in);
    } catch (XMLStreamException e) {
      throw Faults.damaged("its sheet");
    }
  }

  /** The next row with something in it; empty at the end of the sheet, whose sum is right then. */
  Optional<SheetRow> next() {
    try {
      while (xml.hasNext()) {
        if (XmlText.next(xml) == XMLStreamConstants.START_ELEMENT
            && xml.getLocalName().equals("row")) {
          row = number();
          List<Cell> cells = cells();
          if (!cells.isEmpty()) {
            return Optional.of(new SheetRow(row, cells));
          }
        }
      }
      return Optional.empty();
    } catch (XMLStreamException e) {
      throw Faults.damaged("its sheet, after row " + row);
    }
  }

  private int number() {
    int number = numberOf(xml.getAttributeValue(null, "r")).orElse(row + 1);
    if (number > bounds.rowsMax()) {
      throw Faults.tooManyRows(bounds.rowsMax());
    }
    if (number <= row) {
      throw Faults.damaged("its sheet, after row " + row);
    }
    return number;
  }

  private static Optional<Integer> numberOf(String text) {
    try {
      return Optional.ofNullable(text).map(Integer::valueOf);
    } catch (NumberFormatException e) {
      return Optional.of(Integer.MAX_VALUE);
    }
  }

  private List<Cell> cells() throws XMLStreamException {
    List<Cell> cells = new ArrayList<>();
    int column = -1;
    for (int event = XmlText.next(xml); ; event = XmlText.next(xml)) {
      if (event == XMLStreamConstants.END_ELEMENT) {
        return cells;
      }
      if (event != XMLStreamConstants.START_ELEMENT) {
        continue;
      }
      if (!xml.getLocalName().equals("c")) {
        XmlText.skip(xml);
        continue;
      }
      column = column(column);
      Cell cell = cell(column);
      if (cell.kind() != Kind.TEXT || !cell.text().isEmpty()) {
        requireNear(column);
        cells.add(cell);
      }
    }
  }

  private int column(int before) {
    String address = xml.getAttributeValue(null, "r");
    int column = address == null ? before + 1 : Cell.columnOf(address);
    if (column <= before) {
      throw Faults.damaged("its sheet, in row " + row);
    }
    return column;
  }

  private void requireNear(int column) {
    if (column >= ExportBounds.COLUMNS_MAX) {
      throw Faults.tooManyColumns(row, ExportBounds.COLUMNS_MAX);
    }
  }

  private Cell cell(int column) throws XMLStreamException {
    String type = xml.getAttributeValue(null, "t");
    String kind = type == null ? "n" : type;
    boolean formula = false;
    String value = "";
    for (int event = XmlText.next(xml);
        event != XMLStreamConstants.END_ELEMENT;
        event = XmlText.next(xml)) {
      if (event == XMLStreamConstants.START_ELEMENT) {
        switch (xml.getLocalName()) {
          case "f" -> {
            formula = true;
            XmlText.skip(xml);
          }
          case "v" -> value = text(column, false);
          case "is" -> value = text(column, true);
          default -> XmlText.skip(xml);
        }
      }
    }
    return formula ? new Cell(column, Kind.FORMULA, "") : cell(column, kind, value);
  }

  private String text(int column, boolean item) throws XMLStreamException {
    int max = bounds.cellCharactersMax();
    try {
      return item ? XmlText.ofItem(xml, max) : XmlText.of(xml, max);
    } catch (XmlText.TooLong e) {
      throw Faults.cellTooLong(row, Cell.letters(column), max);
    }
  }

  private Cell cell(int column, String kind, String value) {
    return switch (kind) {
      case "s" -> new Cell(column, Kind.TEXT, value.isEmpty() ? "" : shared(value));
      case "n" -> new Cell(column, value.isEmpty() ? Kind.TEXT : Kind.NUMBER, value);
      case "e" -> new Cell(column, Kind.ERROR, "");
      default -> new Cell(column, Kind.TEXT, value);
    };
  }

  private String shared(String number) {
    return numberOf(number.strip())
        .flatMap(looking ? texts::glance : texts::text)
        .orElseThrow(() -> Faults.damaged("its texts, in row " + row));
  }

  @Override
  public void close() {
    try {
      xml.close();
      in.close();
    } catch (XMLStreamException | IOException e) {
      throw Faults.unreadable();
    }
  }
}
