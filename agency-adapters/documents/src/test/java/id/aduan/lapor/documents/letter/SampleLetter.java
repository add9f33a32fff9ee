package id.aduan.lapor.documents.letter;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What letters of tests say; nobody in them is a person. */
final class SampleLetter {
  static final LetterMeta META =
      new LetterMeta(
          "Surat 8123456", "Pemerintah Kabupaten Contoh", LocalDate.of(2026, 11, 27), "8123456");

  private SampleLetter() {}

  static LetterData with(String title, String text, int attachments) {
    Map<String, String> values = new HashMap<>();
    LetterFields.all().stream()
        .filter(it -> it.indexOf('.') < 0)
        .forEach(name -> values.put(name, "-"));
    values.put("nomor_laporan", "8123456");
    values.put("judul", title);
    values.put("isi", text);
    values.put("jawaban", text);
    for (String name : List.of("isi_surat", "alamat_tujuan", "catatan", "instruksi")) {
      values.put(name, ""); // as the command leaves them
    }
    values.put("alasan", "Ruas jalan itu adalah jalan provinsi.");
    values.put("jumlah_lampiran", attachments + " berkas");
    values.put("klasifikasi", "Pengaduan tidak berkadar pengawasan");
    values.put("kategori", "Jalan rusak");
    values.put("status", "Dalam proses");
    values.put("tanggal_diterima", "Jumat, 27 November 2026");
    values.put("waktu_diterima", "09.15 WIB");
    values.put("tempat_diterima", "Dinas Komunikasi dan Informatika, Kota Contoh");
    values.put("nama_pelapor", "Dirahasiakan");
    values.put("lembaga", "PEMERINTAH KABUPATEN CONTOH");
    values.put("unit", "DINAS KOMUNIKASI DAN INFORMATIKA");
    values.put("alamat", "Jalan Contoh Nomor 1, Kota Contoh 12345");
    values.put("telepon", "(021) 555-0100");
    values.put("surel", "diskominfo@contoh.example");
    values.put("laman", "contoh.example");
    values.put("kota", "Kota Contoh");
    values.put("tanggal", "27 November 2026");
    values.put("nomor", "400.10.2/123/2026");
    values.put("sifat", "Biasa");
    values.put("perihal", title);
    values.put("tujuan", "Kepala Dinas Pekerjaan Umum");
    values.put("instansi", "Dinas Pekerjaan Umum");
    values.put("jabatan", "Kepala Dinas Komunikasi dan Informatika");
    values.put("nama", "NAMA PEJABAT, S.Kom., M.Si.");
    values.put("pangkat", "Pembina Utama Muda (IV/c)");
    values.put("nip", "19700101 199001 1 001");
    values.put("tenggat", "7 Desember 2026");
    values.put("tembusan", "1. Bupati Contoh\n2. Inspektur Daerah");
    List<Map<String, String>> files = new ArrayList<>();
    for (int i = 1; i <= attachments; i++) {
      files.add(
          Map.of(
              "nomor", "" + i,
              "nama", "foto-" + "panjang".repeat(i % 7) + i + ".jpg",
              "jenis", "image/jpeg",
              "ukuran", "1,2 MB",
              "keadaan", "Diterima"));
    }
    Map<String, String> clock =
        Map.of(
            "nomor", "1",
            "aturan", "Tindak lanjut",
            "tanggal", "7 Desember 2026",
            "keadaan", "Berjalan");
    return new LetterData(values, Map.of("lampiran", files, "batas", List.of(clock)));
  }
}
