package id.aduan.lapor.bintan.officers;

import java.util.List;
import java.util.random.RandomGenerator;

/** Internal notes, each with a marker by which a leak can be found anywhere. */
final class NoteTexts {
  private static final List<String> TEXTS =
      List.of(
          "Anggaran pemeliharaan triwulan ini sudah habis, jangan janjikan tanggal kepada pelapor.",
          "Sudah ditelepon ke Kabid, tunggu arahan sebelum menjawab.",
          "Pelapor yang sama pernah mengadu bulan lalu; cek berkas lama di lemari B.",
          "Vendor wanprestasi, sedang proses teguran kedua. INTERNAL SAJA.");

  private NoteTexts() {}

  static String draw(RandomGenerator random) {
    return "%s %s%08x"
        .formatted(TEXTS.get(random.nextInt(TEXTS.size())), Officers.NOTE_MARKER, random.nextInt());
  }
}
