package id.aduan.lapor.bintan.opd;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which unit a key belongs to. */
final class UnitKeys {
  static final String HEADER = "X-Kunci-Api";

  private final Map<String, String> keysByUnit;

  UnitKeys(Map<String, String> keysByUnit) {
    if (keysByUnit.values().stream().distinct().count() < keysByUnit.size()) {
      throw new IllegalArgumentException("two units share one API key: " + keysByUnit.keySet());
    }
    this.keysByUnit = keysByUnit;
  }

  List<String> units() {
    return List.copyOf(keysByUnit.keySet());
  }

  Optional<String> unitOf(@Nullable String key) {
    if (key == null) {
      return Optional.empty();
    }
    return keysByUnit.entrySet().stream()
        .filter(entry -> MessageDigest.isEqual(bytes(entry.getValue()), bytes(key)))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
