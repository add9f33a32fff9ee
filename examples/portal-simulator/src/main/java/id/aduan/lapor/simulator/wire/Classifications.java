package id.aduan.lapor.simulator.wire;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Numbers of the classifications. Only 6 has been seen, and not with what it means (portal-wire
 * 2.5): this table is invented.
 */
final class Classifications {
  private static final Map<String, Integer> IDS =
      Map.of(
          "Pengaduan Berkadar Pengawasan", 5,
          "Pengaduan Tidak Berkadar Pengawasan", 6,
          "Permintaan Informasi", 7,
          "Aspirasi", 8);

  private Classifications() {}

  static @Nullable Integer id(String name) {
    return IDS.get(name);
  }

  /** The name, or empty for an unknown number or none. */
  static String name(@Nullable Integer id) {
    return IDS.entrySet().stream()
        .filter(entry -> entry.getValue().equals(id))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse("");
  }
}
