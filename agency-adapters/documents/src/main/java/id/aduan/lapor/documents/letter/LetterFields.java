package id.aduan.lapor.documents.letter;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** Which placeholders there are; every template may use each of them. */
public final class LetterFields {
  /** What a person may say for one letter; the facts of a case are not among them. */
  public static final List<String> SETTABLE =
      List.of(
          "sifat",
          "perihal",
          "tujuan",
          "alamat_tujuan",
          "isi_surat",
          "alasan",
          "catatan",
          "instruksi",
          "tembusan",
          "penerima",
          "jabatan",
          "nama",
          "pangkat",
          "nip");

  private static final List<String> FACTS =
      List.of(
          "nomor_laporan",
          "judul",
          "isi",
          "klasifikasi",
          "kategori",
          "status",
          "kanal",
          "lokasi",
          "tanggal_kejadian",
          "tanggal_diterima",
          "waktu_diterima",
          "tempat_diterima",
          "nama_pelapor",
          "telepon_pelapor",
          "surel_pelapor",
          "kode_instansi",
          "instansi",
          "nomor_tiket",
          "tenggat",
          "jawaban",
          "jumlah_lampiran",
          "nomor",
          "tanggal",
          "kota",
          "lembaga",
          "unit",
          "alamat",
          "telepon",
          "surel",
          "laman");

  private static final Map<String, List<String>> LISTS =
      Map.of(
          "lampiran", List.of("nomor", "nama", "jenis", "ukuran", "keadaan"),
          "batas", List.of("nomor", "aturan", "tanggal", "keadaan"),
          "instansi_lain", List.of("nomor", "nama", "tiket"));

  private static final int FAR = 3;

  private LetterFields() {}

  /** All of them, those of lists as {@code list.field}. */
  public static SortedSet<String> all() {
    SortedSet<String> all = new TreeSet<>(FACTS);
    all.addAll(SETTABLE);
    LISTS.forEach((list, fields) -> fields.forEach(field -> all.add(list + "." + field)));
    return all;
  }

  static boolean isKnown(String name) {
    return all().contains(name);
  }

  /** The fields of each list. */
  static Map<String, List<String>> lists() {
    return new LinkedHashMap<>(LISTS);
  }

  /** The one that was most likely meant. */
  static Optional<String> nearest(String name) {
    return all().stream()
        .min(Comparator.comparingInt(it -> distance(it, name)))
        .filter(it -> distance(it, name) <= FAR);
  }

  private static int distance(String one, String other) {
    int[] row = new int[other.length() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      int corner = row[0];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        int same = corner + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        corner = row[j];
        row[j] = Math.min(same, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[other.length()];
  }
}
