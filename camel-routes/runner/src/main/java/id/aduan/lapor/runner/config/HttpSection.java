package id.aduan.lapor.runner.config;

import id.aduan.lapor.yaml.YamlMap;
import java.util.Optional;

/** The key {@code http}: the public listener. */
final class HttpSection {
  private static final int BODY_BYTES_MIN = 1024;
  private static final int BODY_BYTES_MAX = 64 * 1024 * 1024;

  private HttpSection() {}

  static Optional<HttpConfig> read(YamlMap file) {
    return file.optionalMap("http").map(HttpSection::of);
  }

  private static HttpConfig of(YamlMap http) {
    http.rejectUnknownKeys("host", "port", "bodyBytesMax");
    HttpConfig usual = HttpConfig.DEFAULT;
    return new HttpConfig(
        http.optionalString("host").orElse(usual.host()),
        http.optionalInt("port", 0, 65535).orElse(usual.port()),
        http.optionalInt("bodyBytesMax", BODY_BYTES_MIN, BODY_BYTES_MAX)
            .orElse(usual.bodyBytesMax()));
  }
}
