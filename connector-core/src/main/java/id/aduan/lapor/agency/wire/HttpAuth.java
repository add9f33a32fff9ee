package id.aduan.lapor.agency.wire;

import id.aduan.lapor.yaml.Secret;
import id.aduan.lapor.yaml.YamlMap;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;

/** How the connector shows a system who it is. */
public sealed interface HttpAuth {

  /** The request headers that carry it. Never logged. */
  Map<String, String> headers();

  /** Nobody asks. */
  record None() implements HttpAuth {
    @Override
    public Map<String, String> headers() {
      return Map.of();
    }
  }

  /** HTTP Basic, sent with the first request. */
  record Basic(String user, Secret password) implements HttpAuth {
    @Override
    public Map<String, String> headers() {
      byte[] pair = (user + ":" + password.reveal()).getBytes(StandardCharsets.UTF_8);
      return Map.of("Authorization", "Basic " + Base64.getEncoder().encodeToString(pair));
    }
  }

  /** A key in a header of the system's choice. */
  record ApiKey(String header, Secret value) implements HttpAuth {
    @Override
    public Map<String, String> headers() {
      return Map.of(header, value.reveal());
    }
  }

  /** Reads {@code auth: {basic: {user, password}}} or {@code auth: {apiKey: {header, value}}}. */
  static HttpAuth read(YamlMap settings) {
    return settings.optionalMap("auth").map(HttpAuthSettings::read).orElseGet(None::new);
  }
}
