package id.aduan.lapor.bintan.vertical;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The office's classification codes (kode klasifikasi). */
final class Classifications {
  private static final Map<String, String> LABELS =
      Map.of(
          "PTN-01", "Sertipikat dan pendaftaran hak",
          "PTN-02", "Pengukuran dan pemetaan",
          "PTN-03", "Sengketa dan konflik",
          "PTN-99", "Lain-lain");

  private Classifications() {}

  static boolean isKnown(@Nullable String code) {
    return code != null && LABELS.containsKey(code);
  }

  static String label(@Nullable String code) {
    return code == null ? "" : code + " " + LABELS.getOrDefault(code, "");
  }
}
