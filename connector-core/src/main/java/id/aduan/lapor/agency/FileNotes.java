package id.aduan.lapor.agency;

import id.aduan.lapor.privacy.AgencyComplaint.FileNote;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Why an agency does not get a file, in the language of those who read it there. Pure. */
final class FileNotes {
  private static final String TOO_LARGE = "terlalu besar, tidak disertakan";
  private static final String TOO_MANY = "terlalu banyak lampiran, tidak disertakan";
  private static final String TOTAL = "jumlah ukuran lampiran terlalu besar, tidak disertakan";
  private static final Map<String, String> REFUSED =
      Map.of(
          "file.too-large", TOO_LARGE,
          "agency.file-too-large", TOO_LARGE,
          "case.too-large", TOTAL,
          "agency.case-too-large", TOTAL,
          "case.too-many-files", "terlalu banyak lampiran, ini dan selebihnya tidak disertakan",
          "agency.too-many", TOO_MANY,
          "agency.type", "jenis berkas tidak diterima, tidak disertakan");

  private FileNotes() {}

  /** Of one; empty where there is nothing to tell. */
  static String of(FileNote file) {
    return switch (file.state()) {
      case "quarantined" -> "ditahan untuk diperiksa";
      case "lost" -> "tidak dapat diambil dari portal";
      case "refused" -> REFUSED.getOrDefault(file.code(), "tidak disertakan");
      default -> "";
    };
  }

  /** Of all that are not given, a line for each; empty where all are. */
  static String all(List<FileNote> files) {
    return files.stream()
        .filter(file -> !of(file).isEmpty())
        .map(file -> "Lampiran " + file.place() + ": " + of(file) + ".")
        .collect(Collectors.joining("\n"));
  }
}
