package id.aduan.lapor.simulator.export;

import id.aduan.lapor.simulator.PortalSettings;
import id.aduan.lapor.simulator.export.Columns.Column;
import id.aduan.lapor.simulator.state.Complaint;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Writes the spreadsheet: ten rows, the header, and a row for each complaint (portal-wire 4). */
public final class LaporanRingkas {
  private static final String NAME = "Laporan Ringkas";
  private static final int PREAMBLE_ROWS = 10;

  private final PortalSettings settings;

  public LaporanRingkas(PortalSettings settings) {
    this.settings = settings;
  }

  /** Writes all of them; the stream stays open. */
  public void write(List<Complaint> complaints, ExportOptions options, OutputStream out)
      throws IOException {
    String parent = settings.institutions().isEmpty() ? "" : settings.institutions().get(0).name();
    List<Column> columns = new Columns(options, parent).all();
    // finish() and not close(), which would close a stream that is not ours.
    @SuppressWarnings("resource")
    Workbook book = new Workbook(out, "portal-simulator", "1.0");
    Worksheet sheet = book.newWorksheet(NAME);
    int row = 0;
    if (!options.fromFirstRow()) {
      preamble(sheet, parent, complaints);
      row = PREAMBLE_ROWS;
    }
    for (int column = 0; column < columns.size(); column++) {
      sheet.value(row, column, columns.get(column).name());
    }
    for (Complaint complaint : complaints) {
      row++;
      for (int column = 0; column < columns.size(); column++) {
        String text = columns.get(column).text().apply(complaint);
        if (!text.isEmpty()) {
          sheet.value(row, column, text);
        }
      }
    }
    book.finish();
  }

  /** Every second row is blank, and the values stand in the third column. */
  private void preamble(Worksheet sheet, String parent, List<Complaint> complaints) {
    line(sheet, 0, "Judul Laporan", NAME);
    line(sheet, 2, "Nama Instansi", parent);
    line(sheet, 4, "Tanggal Generate", day(settings.clock().instant()).toString());
    line(sheet, 6, "Periode Masuk", period(complaints));
    sheet.value(8, 0, "Pengelola");
  }

  private static void line(Worksheet sheet, int row, String label, String value) {
    sheet.value(row, 0, label);
    sheet.value(row, 2, value);
  }

  private String period(List<Complaint> complaints) {
    List<Instant> times =
        complaints.stream().map(Complaint::createdAt).sorted(Comparator.naturalOrder()).toList();
    Instant now = settings.clock().instant();
    LocalDate first = day(times.isEmpty() ? now : times.get(0));
    LocalDate last = day(times.isEmpty() ? now : times.get(times.size() - 1));
    return "(" + first + ") - (" + last + ")";
  }

  private LocalDate day(Instant instant) {
    ZoneId zone = settings.zone();
    return LocalDate.ofInstant(instant, zone);
  }
}
