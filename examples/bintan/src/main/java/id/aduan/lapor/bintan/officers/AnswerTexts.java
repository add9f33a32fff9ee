package id.aduan.lapor.bintan.officers;

import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Public answers as officers write them: greetings, line breaks, quotes, stray HTML, and now and
 * then far too many words.
 */
final class AnswerTexts {
  private static final List<String> WRITTEN =
      List.of(
          """
          Yth. Bapak/Ibu Pelapor,

          Terima kasih atas laporan Anda. Laporan nomor %s telah kami tindak lanjuti pada hari \
          Selasa: petugas kami sudah turun ke lokasi dan kerusakan sudah diperbaiki.

          Salam hormat.""",
          """
          Laporan %s sudah ditangani. Lampu yang padam di simpang tersebut disebabkan kabel yang \
          putus; penggantian selesai dilakukan pukul 15.30 WIB & sudah menyala kembali.""",
          """
          Menindaklanjuti laporan %s, bersama ini kami sampaikan bahwa permohonan Saudara \
          "dapat diproses" setelah melengkapi: 1) fotokopi KTP; 2) bukti pembayaran; \
          3) surat kuasa (bila diwakilkan).""",
          """
          <b>Terima kasih</b> atas laporan %s.<br>Jalan berlubang sepanjang > 50 m sudah ditambal \
          sementara; pengaspalan menyeluruh dijadwalkan pada tahun anggaran berikutnya.""",
          """
          Assalamu'alaikum. Untuk laporan %s: tim 'Reaksi Cepat' sudah membersihkan saluran air.
          Hasil:
          - sedimen diangkat 2 truk
          - tutup saluran diganti
          - warga diminta tidak membuang sampah ke parit
          Terima kasih \uD83D\uDE4F""");

  private static final List<String> SENTENCES =
      List.of(
          "Perlu kami sampaikan bahwa penanganan dilakukan secara bertahap sesuai dengan skala"
              + " prioritas dan ketersediaan anggaran.",
          "Tim teknis telah melakukan peninjauan lapangan bersama perangkat desa serta ketua RT"
              + " setempat.",
          "Dari hasil peninjauan diketahui bahwa kewenangan atas ruas tersebut berada pada"
              + " pemerintah kabupaten.",
          "Kami mohon maaf atas ketidaknyamanan yang dialami masyarakat selama pekerjaan"
              + " berlangsung.",
          "Apabila masih terdapat kendala, Bapak/Ibu dapat datang langsung ke kantor kami pada"
              + " hari kerja pukul 08.00 s.d. 15.00 WIB.");

  private static final List<String> PASTED =
      List.of(
          "Terima kasih atas laporan Anda. Laporan sudah kami teruskan ke bidang terkait untuk"
              + " ditindaklanjuti.",
          "Terima kasih, laporan sudah ditindaklanjuti.",
          "Yth. Pelapor,\nlaporan Saudara telah selesai kami tangani. Terima kasih atas"
              + " partisipasinya.");

  private static final int LONG_PERCENT = 20;
  private static final int LONG_LENGTH = 950;

  private AnswerTexts() {}

  static String written(String number, RandomGenerator random) {
    var text = draw(WRITTEN, random).formatted(number);
    return random.nextInt(100) < LONG_PERCENT ? lengthen(text, random) : text;
  }

  private static String lengthen(String text, RandomGenerator random) {
    var longer = new StringBuilder(text).append("\n\n");
    while (longer.length() < LONG_LENGTH) {
      longer.append(draw(SENTENCES, random)).append(' ');
    }
    return longer.toString().strip();
  }

  static String interim(String number, RandomGenerator random) {
    return "Laporan %s sudah kami terima dan sedang diverifikasi di lapangan. %s"
        .formatted(number, draw(SENTENCES, random));
  }

  static String pasted(RandomGenerator random) {
    return draw(PASTED, random);
  }

  static String notOurs() {
    return "Mohon maaf, laporan ini bukan wewenang unit kami. Mohon diteruskan kepada instansi yang"
        + " berwenang.";
  }

  private static String draw(List<String> texts, RandomGenerator random) {
    return texts.get(random.nextInt(texts.size()));
  }
}
