package id.aduan.lapor.runner.answer;

import id.aduan.lapor.attachment.CaseFile;
import id.aduan.lapor.attachment.StoredFile;
import id.aduan.lapor.complaint.Attachment;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The files of a case as a letter lists them: those that were asked for, and behind them what the
 * complaint names besides, as that of a case from before files were kept.
 */
final class LetterFiles {
  private static final String NOTHING = "-";

  private LetterFiles() {}

  /**
   * Lists them.
   *
   * @param withheld whether a name may not be told: it is its sender's word and may name them
   */
  static List<Map<String, String>> of(
      List<CaseFile> kept, List<Attachment> named, boolean withheld) {
    List<Map<String, String>> items = new ArrayList<>();
    Set<String> addresses = new HashSet<>();
    int place = 0;
    for (CaseFile file : kept) {
      place = file.place();
      addresses.add(file.attachment().url());
      items.add(
          Map.of(
              "nomor", Integer.toString(place),
              "nama", name(file.attachment(), place, withheld),
              "jenis", file.original().map(StoredFile::type).orElse(NOTHING),
              "ukuran", file.original().map(it -> size(it.bytes())).orElse(NOTHING),
              "keadaan", standing(file.state())));
    }
    for (Attachment attachment : named) {
      if (addresses.add(attachment.url())) {
        place++;
        items.add(
            Map.of(
                "nomor",
                Integer.toString(place),
                "nama",
                name(attachment, place, withheld),
                "jenis",
                NOTHING,
                "ukuran",
                NOTHING,
                "keadaan",
                "Di portal"));
      }
    }
    return List.copyOf(items);
  }

  private static String name(Attachment attachment, int place, boolean withheld) {
    String name = attachment.fileName();
    return withheld || name.isBlank() ? "Berkas " + place : name;
  }

  private static String standing(CaseFile.State state) {
    return switch (state) {
      case WAITING -> "Belum diterima";
      case HERE -> "Diterima";
      case QUARANTINED -> "Ditahan";
      case REFUSED -> "Tidak diambil";
      case LOST -> "Tidak diperoleh";
    };
  }

  private static String size(long bytes) {
    return bytes < 1_000_000
        ? Math.max(1, bytes / 1_000) + " kB"
        : String.format(Locale.ROOT, "%.1f MB", bytes / 1e6).replace('.', ',');
  }
}
