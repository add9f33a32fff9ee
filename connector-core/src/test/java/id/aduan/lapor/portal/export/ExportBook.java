package id.aduan.lapor.portal.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Writes exports as the portal does, by a library that is not ours. All values are invented. */
public final class ExportBook {
  /** The columns that every export has, in the portal's order. */
  public static final List<String> COLUMNS =
      List.of(
          "Tracking ID",
          "Tanggal Laporan Masuk",
          "Waktu Laporan Masuk",
          "Klasifikasi Laporan",
          "ID Kategori",
          "Kategori",
          "Judul Laporan",
          "Isi Laporan Awal",
          "Isi Laporan Akhir",
          "Tipe Laporan (Anonim/Rahasia)",
          "Sumber Laporan",
          "Instansi Induk",
          "Instansi Terdisposisi",
          "Status Laporan",
          "Alasan Tunda/Arsip",
          "Provinsi",
          "Kota/Kabupaten");

  private final List<String> columns = new ArrayList<>(COLUMNS);
  private final List<Map<String, Object>> rows = new ArrayList<>();
  private Optional<String> generatedOn = Optional.of("2025-11-14");
  private String sheet = "Laporan Ringkas";

  /** A row with these values in place of the usual ones. */
  public ExportBook row(String id, String... namesAndValues) {
    Map<String, Object> row = usual(id);
    for (int i = 0; i < namesAndValues.length; i += 2) {
      row.put(namesAndValues[i], namesAndValues[i + 1]);
    }
    rows.add(row);
    return this;
  }

  /** The same with values that are no texts. */
  public ExportBook row(String id, Map<String, Object> values) {
    Map<String, Object> row = usual(id);
    row.putAll(values);
    rows.add(row);
    return this;
  }

  private static Map<String, Object> usual(String id) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("Tracking ID", id);
    row.put("Tanggal Laporan Masuk", "29 May 2024");
    row.put("Waktu Laporan Masuk", "04:05:34");
    row.put("Klasifikasi Laporan", "Pengaduan Tidak Berkadar Pengawasan");
    row.put("ID Kategori", "1398");
    row.put("Kategori", "Penerangan Jalan");
    row.put("Judul Laporan", "Pju Padam");
    row.put("Isi Laporan Awal", "lampu di simpang tiga padam");
    row.put("Isi Laporan Akhir", "Lampu di simpang tiga padam");
    row.put("Tipe Laporan (Anonim/Rahasia)", "");
    row.put("Sumber Laporan", "Website - pemerintah-kabupaten-contoh");
    row.put("Instansi Induk", "Pemerintah Kabupaten Contoh");
    row.put("Instansi Terdisposisi", "Dinas Perhubungan Kab. Contoh");
    row.put("Status Laporan", "Terverifikasi");
    row.put("Alasan Tunda/Arsip", "");
    row.put("Provinsi", "Jawa Barat");
    row.put("Kota/Kabupaten", "Contoh");
    return row;
  }

  public ExportBook with(String column) {
    columns.add(column);
    return this;
  }

  public ExportBook without(String column) {
    columns.remove(column);
    return this;
  }

  public ExportBook rename(String column, String to) {
    columns.set(columns.indexOf(column), to);
    return this;
  }

  /** The other way round, from the last column to the first. */
  public ExportBook turned() {
    String id = columns.remove(0);
    java.util.Collections.reverse(columns);
    columns.add(0, id);
    return this;
  }

  public ExportBook generatedOn(String day) {
    generatedOn = Optional.of(day);
    return this;
  }

  /** As it looks when somebody has cut off what stands above the header. */
  public ExportBook withoutPreamble() {
    generatedOn = Optional.empty();
    return this;
  }

  public ExportBook sheet(String name) {
    sheet = name;
    return this;
  }

  public Path write(Path file) throws IOException {
    try (OutputStream out = Files.newOutputStream(file);
        Workbook book = new Workbook(out, "export", "1.0")) {
      write(book.newWorksheet(sheet));
    }
    return file;
  }

  /** Two sheets, of which this one is the second. */
  public Path writeBehind(String other, Path file) throws IOException {
    try (OutputStream out = Files.newOutputStream(file);
        Workbook book = new Workbook(out, "export", "1.0")) {
      book.newWorksheet(other).value(0, 0, "catatan");
      write(book.newWorksheet(sheet));
    }
    return file;
  }

  private void write(Worksheet to) {
    int at = 0;
    if (generatedOn.isPresent()) {
      label(to, 0, "Judul Laporan", "Laporan Ringkas");
      label(to, 2, "Nama Instansi", "Pemerintah Kabupaten Contoh");
      label(to, 4, "Tanggal Generate", generatedOn.get());
      label(to, 6, "Periode Masuk", "(2021-01-01) - (2024-12-31)");
      label(to, 8, "Pengelola", "");
      at = 10;
    }
    for (int i = 0; i < columns.size(); i++) {
      to.value(at, i, columns.get(i));
    }
    for (Map<String, Object> row : rows) {
      at++;
      for (int i = 0; i < columns.size(); i++) {
        put(to, at, i, row.getOrDefault(columns.get(i), ""));
      }
    }
  }

  private static void label(Worksheet to, int row, String label, String value) {
    to.value(row, 0, label);
    to.value(row, 2, value);
  }

  private static void put(Worksheet to, int row, int column, Object value) {
    if (value instanceof Formula formula) {
      to.formula(row, column, formula.text());
    } else if (value instanceof Number number) {
      to.value(row, column, number);
    } else if (value instanceof java.time.LocalDate day) {
      to.value(row, column, day);
      to.style(row, column).format("d mmm yyyy").set();
    } else if (!value.equals("")) {
      to.value(row, column, value.toString());
    }
  }

  /** A cell that is worked out. */
  public record Formula(String text) {}
}
