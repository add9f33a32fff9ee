package id.aduan.lapor.runner.config;

import id.aduan.lapor.runner.config.HttpConfig.Rate;
import id.aduan.lapor.yaml.YamlMap;
import id.aduan.lapor.yaml.YamlScalar;
import java.util.List;
import java.util.Optional;

/** The key {@code http}: the public listener; the other one is read by {@link AdminSection}. */
final class HttpSection {
  private static final int BODY_BYTES_MIN = 1024;
  private static final int BODY_BYTES_MAX = 64 * 1024 * 1024;
  private static final int RATE_MAX = 100_000;
  private static final int PROXIES_MAX = 64;

  private HttpSection() {}

  static Optional<HttpConfig> read(YamlMap file) {
    return file.optionalMap("http").flatMap(HttpSection::of);
  }

  /** Empty when nothing is said but where administration listens. */
  private static Optional<HttpConfig> of(YamlMap http) {
    http.rejectUnknownKeys(
        "host",
        "port",
        "bodyBytesMax",
        "rate",
        "ratePerAddress",
        "trustedProxies",
        AdminSection.KEY);
    HttpConfig usual = HttpConfig.DEFAULT;
    HttpConfig read =
        new HttpConfig(
            http.optionalString("host").orElse(usual.host()),
            http.optionalInt("port", 0, 65535).orElse(usual.port()),
            http.optionalInt("bodyBytesMax", BODY_BYTES_MIN, BODY_BYTES_MAX)
                .orElse(usual.bodyBytesMax()),
            rate(http, "rate", usual.rate()),
            rate(http, "ratePerAddress", usual.ratePerAddress()),
            proxies(http));
    boolean adminAlone = http.has(AdminSection.KEY) && http.keys().size() == 1;
    return Optional.of(read).filter(it -> !adminAlone);
  }

  /** A burst that is not written is twice the rate. */
  private static Rate rate(YamlMap http, String key, Rate usual) {
    return http.optionalMap(key)
        .map(
            rate -> {
              rate.rejectUnknownKeys("perSecond", "burst");
              int perSecond = rate.requiredInt("perSecond", 1, RATE_MAX);
              return new Rate(
                  perSecond, rate.optionalInt("burst", 1, RATE_MAX).orElse(2 * perSecond));
            })
        .orElse(usual);
  }

  private static List<AddressRange> proxies(YamlMap http) {
    List<YamlScalar> written = http.scalars("trustedProxies");
    if (written.size() > PROXIES_MAX) {
      written.get(PROXIES_MAX).problem("'trustedProxies' has at most " + PROXIES_MAX, "");
    }
    return written.stream().flatMap(proxy -> range(proxy).stream()).toList();
  }

  private static Optional<AddressRange> range(YamlScalar written) {
    try {
      return Optional.of(AddressRange.parse(written.text()));
    } catch (IllegalArgumentException e) {
      written.problem(
          "%s in 'trustedProxies': %s".formatted(written.excerpt(), e.getMessage()),
          "10.1.2.3, 10.1.0.0/16, ::1 or 2001:db8::/32; names are not looked up");
      return Optional.empty();
    }
  }
}
