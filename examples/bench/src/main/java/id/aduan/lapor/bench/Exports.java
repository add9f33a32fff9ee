package id.aduan.lapor.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * Writes exports as large as asked: 17 columns, texts of some hundred characters that are all
 * different, statuses about as often as in a real one, of which one in twenty is still open.
 */
final class Exports {
  private static final List<String> COLUMNS =
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
  private static final List<String> WORDS =
      List.of(
          "jalan",
          "lampu",
          "padam",
          "rusak",
          "simpang",
          "pasar",
          "sudah",
          "tiga",
          "minggu",
          "mohon",
          "segera",
          "diperbaiki",
          "warga",
          "desa",
          "banjir",
          "saluran",
          "air",
          "sampah");
  private static final int WORDS_PER_TEXT = 60;
  private static final int ENDED_OF_100 = 95;
  private static final int FIRST_ID = 8_000_000;
  private static final LocalDate FIRST_DAY = LocalDate.of(2021, 1, 1);
  private static final int DAYS = 1_400;
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);

  private final Random chance;

  Exports(long seed) {
    this.chance = new Random(seed);
  }

  void write(Path file, int rows) throws IOException {
    try (OutputStream out = Files.newOutputStream(file);
        Workbook book = new Workbook(out, "bench", "1.0")) {
      Worksheet sheet = book.newWorksheet("Laporan Ringkas");
      sheet.value(4, 0, "Tanggal Generate");
      sheet.value(4, 2, "2025-11-14");
      put(sheet, 10, COLUMNS);
      for (int i = 0; i < rows; i++) {
        put(sheet, 11 + i, row(i));
        if (i % 1000 == 0) {
          sheet.flush();
        }
      }
      sheet.finish();
    }
  }

  private List<String> row(int number) {
    String text = text(number);
    boolean ended = chance.nextInt(100) < ENDED_OF_100;
    return List.of(
        Integer.toString(FIRST_ID + number),
        DAY.format(FIRST_DAY.plusDays(chance.nextInt(DAYS))),
        String.format(Locale.ROOT, "%02d:%02d:%02d", number % 24, number % 60, number % 59),
        chance.nextInt(8) == 0 ? "" : "Pengaduan Tidak Berkadar Pengawasan",
        "1398",
        "Penerangan Jalan",
        "Laporan " + number,
        text,
        text.toUpperCase(Locale.ROOT),
        chance.nextInt(4) == 0 ? "Anonim|Rahasia" : "",
        "Website",
        "Pemerintah Kabupaten Contoh",
        "Dinas Perhubungan Kab. Contoh",
        ended ? "Ditutup oleh Sistem" : "Ditindaklanjuti oleh Instansi",
        "",
        "Jawa Barat",
        "Contoh");
  }

  private String text(int number) {
    StringBuilder text = new StringBuilder().append(number);
    for (int i = 0; i < WORDS_PER_TEXT; i++) {
      text.append(' ').append(WORDS.get(chance.nextInt(WORDS.size())));
    }
    return text.toString();
  }

  private static void put(Worksheet sheet, int row, List<String> values) {
    for (int i = 0; i < values.size(); i++) {
      if (!values.get(i).isEmpty()) {
        sheet.value(row, i, values.get(i));
      }
    }
  }
}
