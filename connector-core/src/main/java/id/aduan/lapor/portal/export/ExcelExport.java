package id.aduan.lapor.portal.export;

import id.aduan.lapor.portal.PortalExport;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The export as an .xlsx workbook. It stands in the sheet {@code Laporan Ringkas}, or else in the
 * only one that has its header. Of the file no more is in memory than a row and a few blocks of its
 * texts, however large it is.
 */
public final class ExcelExport implements PortalExport {
  private static final String SHEET = "laporan ringkas";
  private final Workbook book;
  private final Workbook.Sheet sheet;
  private final RowReader reader;
  private final Top top;
  private int rows;

  /** The top of a sheet, down to its header. */
  private record Top(Workbook.Sheet sheet, SheetRow header, Optional<LocalDate> generatedOn) {}

  private ExcelExport(Workbook book, Top top, ExportSettings settings) {
    this.book = book;
    this.sheet = top.sheet();
    this.top = top;
    this.reader = new RowReader(Header.of(top.header()), book.from1904(), settings);
  }

  /** Opens exports by these settings. */
  public static Opener opener(ExportSettings settings) {
    return file -> open(file, settings, ExportBounds.USUAL);
  }

  static ExcelExport open(Path file, ExportSettings settings, ExportBounds bounds) {
    Workbook book = Workbook.open(file, bounds);
    try {
      Top top = top(book);
      ExcelExport export = new ExcelExport(book, top, settings);
      export.rows =
          export.eachRow(
              book.look(top.sheet()),
              row -> {}); // as a whole, so that nothing of half a file is used
      return export;
    } catch (RuntimeException e) {
      book.close();
      throw e;
    }
  }

  private static Top top(Workbook book) {
    List<Workbook.Sheet> named =
        book.sheets().stream().filter(it -> Column.plain(it.name()).equals(SHEET)).toList();
    List<Top> found = new ArrayList<>();
    for (Workbook.Sheet each : named.isEmpty() ? book.sheets() : named) {
      top(book, each).ifPresent(found::add);
    }
    if (found.isEmpty()) {
      throw Faults.noHeader(ExportBounds.HEADER_ROWS_MAX);
    }
    if (found.size() > 1) {
      throw Faults.severalSheets(found.size());
    }
    return found.get(0);
  }

  private static Optional<Top> top(Workbook book, Workbook.Sheet sheet) {
    try (SheetRows rows = book.rows(sheet)) {
      Optional<LocalDate> generated = Optional.empty();
      for (Optional<SheetRow> next = rows.next();
          next.isPresent() && next.get().number() <= ExportBounds.HEADER_ROWS_MAX;
          next = rows.next()) {
        SheetRow row = next.get();
        if (Header.isHeader(row)) {
          return Optional.of(new Top(sheet, row, generated));
        }
        generated = generated.or(() -> Preamble.generatedOn(row, book.from1904()));
      }
      return Optional.empty();
    }
  }

  @Override
  public Optional<LocalDate> generatedOn() {
    return top.generatedOn();
  }

  @Override
  public int rows() {
    return rows;
  }

  @Override
  public void read(Consumer<Row> each) {
    if (eachRow(book.rows(sheet), row -> each.accept(reader.read(row))) != rows) {
      throw Faults.changed();
    }
  }

  private int eachRow(SheetRows from, Consumer<SheetRow> each) {
    int read = 0;
    try (SheetRows all = from) {
      for (Optional<SheetRow> next = all.next(); next.isPresent(); next = all.next()) {
        if (next.get().number() > top.header().number()) {
          each.accept(next.get());
          read++;
        }
      }
    }
    return read;
  }

  @Override
  public void close() {
    book.close();
  }
}
