package id.aduan.lapor.runner.config;

import id.aduan.lapor.yaml.YamlMap;
import java.util.Optional;

/** The key {@code http}: the public listener; the other one is read by {@link AdminSection}. */
final class HttpSection {
  private static final int BODY_BYTES_MIN = 1024;
  private static final int BODY_BYTES_MAX = 64 * 1024 * 1024;

  private HttpSection() {}

  static Optional<HttpConfig> read(YamlMap file) {
    return file.optionalMap("http").flatMap(HttpSection::of);
  }

  /** Empty when nothing is said but where administration listens. */
  private static Optional<HttpConfig> of(YamlMap http) {
    http.rejectUnknownKeys("host", "port", "bodyBytesMax", AdminSection.KEY);
    HttpConfig usual = HttpConfig.DEFAULT;
    HttpConfig read =
        new HttpConfig(
            http.optionalString("host").orElse(usual.host()),
            http.optionalInt("port", 0, 65535).orElse(usual.port()),
            http.optionalInt("bodyBytesMax", BODY_BYTES_MIN, BODY_BYTES_MAX)
                .orElse(usual.bodyBytesMax()));
    boolean adminAlone = http.has(AdminSection.KEY) && http.keys().size() == 1;
    return Optional.of(read).filter(it -> !adminAlone);
  }
}
