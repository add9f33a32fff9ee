package id.aduan.lapor.runner;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Writes exports of the portal; every value is invented. */
public final class ExportFile {
  private static final List<String> COLUMNS =
      List.of(
          "Tracking ID",
          "Tanggal Laporan Masuk",
          "Waktu Laporan Masuk",
          "Judul Laporan",
          "Isi Laporan Awal",
          "Tipe Laporan (Anonim/Rahasia)",
          "Status Laporan");

  private ExportFile() {}

  /** An export of that day, with one row for each id and status that are given by turns. */
  public static Path write(Path file, String day, String... idsAndStatuses) throws IOException {
    try (OutputStream out = Files.newOutputStream(file);
        Workbook book = new Workbook(out, "export", "1.0")) {
      Worksheet sheet = book.newWorksheet("Laporan Ringkas");
      if (!day.isEmpty()) {
        sheet.value(4, 0, "Tanggal Generate");
        sheet.value(4, 2, day);
      }
      row(sheet, 10, COLUMNS);
      for (int i = 0; i < idsAndStatuses.length; i += 2) {
        row(
            sheet,
            11 + i / 2,
            List.of(
                idsAndStatuses[i],
                "29 May 2024",
                "04:05:34",
                "Pju Padam",
                "lampu padam",
                "Anonim",
                idsAndStatuses[i + 1]));
      }
    }
    return file;
  }

  private static void row(Worksheet sheet, int row, List<String> values) {
    for (int i = 0; i < values.size(); i++) {
      sheet.value(row, i, values.get(i));
    }
  }
}
