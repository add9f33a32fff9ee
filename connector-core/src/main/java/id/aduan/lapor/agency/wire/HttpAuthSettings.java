package id.aduan.lapor.agency.wire;

import id.aduan.lapor.yaml.Secret;
import id.aduan.lapor.yaml.YamlMap;
import id.aduan.lapor.yaml.YamlScalar;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The keys below {@code auth}: one of {@link #KINDS}. */
final class HttpAuthSettings {
  private static final List<String> KINDS = List.of("basic", "apiKey", "bearer", "oauth2");
  private static final Pattern HEADER = Pattern.compile("[A-Za-z0-9_-]{1,64}");
  private static final Pattern VISIBLE = Pattern.compile("[\\x20-\\x7e]*");
  private static final Pattern TOKEN = Pattern.compile("[\\x21-\\x7e]*");
  private static final URI NOWHERE = URI.create("https://missing.invalid");
  private static final Set<String> TAKEN = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);

  /** What we say ourselves in the request for a token. */
  private static final Set<String> OURS =
      Set.of("grant_type", "client_id", "client_secret", "scope");

  static {
    TAKEN.addAll(Set.of("Connection", "Content-Length", "Content-Type", "Date", "Expect", "Host"));
    TAKEN.addAll(Set.of("Idempotency-Key", "SOAPAction", "Transfer-Encoding", "Upgrade"));
  }

  private HttpAuthSettings() {}

  /** {@code settings} holds {@code auth}, and {@code tls} for the address of a token. */
  static HttpAuth read(YamlMap settings) {
    return settings
        .optionalMap("auth")
        .map(auth -> read(auth, settings))
        .orElseGet(HttpAuth.None::new);
  }

  private static HttpAuth read(YamlMap auth, YamlMap settings) {
    auth.rejectUnknownKeys(KINDS.toArray(String[]::new));
    List<String> written = KINDS.stream().filter(auth::has).toList();
    if (written.size() != 1) {
      auth.problem("'auth' needs one of " + String.join(", ", KINDS), "");
      return new HttpAuth.None();
    }
    YamlMap kind = auth.requiredMap(written.get(0));
    return switch (written.get(0)) {
      case "basic" -> basic(kind);
      case "apiKey" -> apiKey(kind);
      case "bearer" -> bearer(kind);
      default -> oauth2(kind, settings);
    };
  }

  private static HttpAuth basic(YamlMap basic) {
    basic.rejectUnknownKeys("user", "password");
    String user = basic.requiredString("user");
    if (user.contains(":")) {
      basic.scalar("user").ifPresent(it -> it.problem("a user has no ':' in HTTP Basic", ""));
    }
    return new HttpAuth.Basic(user, basic.requiredSecret("password"));
  }

  private static HttpAuth apiKey(YamlMap apiKey) {
    apiKey.rejectUnknownKeys("header", "value");
    String header = apiKey.requiredString("header");
    if (!header.isEmpty() && (!HEADER.matcher(header).matches() || TAKEN.contains(header))) {
      apiKey
          .scalar("header")
          .ifPresent(it -> it.problem("'header' must be a header of the system's own", ""));
    }
    return new HttpAuth.ApiKey(header, fitting(apiKey, "value", VISIBLE));
  }

  private static HttpAuth bearer(YamlMap bearer) {
    bearer.rejectUnknownKeys("token");
    return new HttpAuth.Bearer(fitting(bearer, "token", TOKEN));
  }

  private static Secret fitting(YamlMap map, String key, Pattern form) {
    Secret value = map.requiredSecret(key);
    if (!form.matcher(value.reveal()).matches()) {
      map.scalar(key)
          .ifPresent(it -> it.problem("the secret holds what no HTTP header can carry", ""));
    }
    return value;
  }

  private static HttpAuth oauth2(YamlMap oauth2, YamlMap settings) {
    oauth2.rejectUnknownKeys(
        "tokenUri", "clientId", "clientSecret", "scope", "parameters", "credentials");
    oauth2.requireKeys("tokenUri");
    Optional<YamlScalar> address = oauth2.scalar("tokenUri");
    return new HttpAuth.OAuth2(
        address
            .flatMap(YamlScalar::asUri)
            .filter(uri -> HttpEndpoint.isFitBeside(uri, settings, address.get()))
            .orElse(NOWHERE),
        oauth2.requiredString("clientId"),
        oauth2.requiredSecret("clientSecret"),
        oauth2.optionalString("scope"),
        oauth2.optionalMap("parameters").map(HttpAuthSettings::parameters).orElse(Map.of()),
        oauth2
            .optionalEnum("credentials", HttpAuth.OAuth2.Credentials.class)
            .orElse(HttpAuth.OAuth2.Credentials.BASIC));
  }

  private static Map<String, String> parameters(YamlMap map) {
    Map<String, String> parameters = new LinkedHashMap<>();
    for (YamlScalar key : map.keys()) {
      if (OURS.contains(key.text())) {
        key.problem("the parameter " + key.excerpt() + " has a key of its own", "");
      }
      map.optionalString(key.text()).ifPresent(value -> parameters.put(key.text(), value));
    }
    return parameters;
  }
}
