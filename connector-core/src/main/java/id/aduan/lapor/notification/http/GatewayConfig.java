package id.aduan.lapor.notification.http;

import id.aduan.lapor.agency.wire.HttpEndpoint;
import id.aduan.lapor.json.JsonObject;
import id.aduan.lapor.json.JsonPlace;
import id.aduan.lapor.yaml.YamlMap;
import id.aduan.lapor.yaml.YamlScalar;
import java.net.URI;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A gateway for SMS or WhatsApp, as its owner describes it.
 *
 * @param path from the address on
 * @param headers more of each request; may hold secrets
 * @param success the statuses by which a message is taken; empty for 200 to 299
 * @param messageId where the answer names the message; empty if it does not
 */
public record GatewayConfig(
    HttpEndpoint endpoint,
    String path,
    Map<String, String> headers,
    GatewayBody body,
    Set<Integer> success,
    Optional<JsonPlace> messageId) {

  /** The keys that are read here, and {@code reports}, which is the listener's. */
  public static final List<String> KEYS =
      Stream.concat(
              Stream.of(
                  "baseUri", "path", "headers", "json", "form", "success", "messageId", "reports"),
              HttpEndpoint.KEYS.stream())
          .toList();

  private static final URI NOWHERE = URI.create("https://missing.invalid");
  private static final Pattern PATH = Pattern.compile("(/[A-Za-z0-9._~!$&'()*+,;=:@%-]*)+");
  private static final Pattern HEADER = Pattern.compile("[A-Za-z0-9_-]{1,64}");
  private static final Pattern VISIBLE = Pattern.compile("[\\x20-\\x7e]{1,4096}");
  private static final Set<String> TAKEN = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);

  static {
    TAKEN.addAll(Set.of("Connection", "Content-Length", "Content-Type", "Host", "Expect"));
    TAKEN.addAll(Set.of("Transfer-Encoding", "Upgrade", "Idempotency-Key", "Date"));
  }

  public GatewayConfig {
    headers = Map.copyOf(headers);
    success = Set.copyOf(success);
  }

  /** Whether an answer of this status takes the message. */
  boolean isSuccess(int status) {
    return success.isEmpty() ? status >= 200 && status < 300 : success.contains(status);
  }

  @Override
  public String toString() {
    return "GatewayConfig[" + endpoint.base() + path + "]";
  }

  /**
   * Reads {@link #KEYS}; every fault is noted at its place.
   *
   * @param directory where relative paths begin
   * @return nothing where a part that all else needs is faulty
   */
  public static Optional<GatewayConfig> read(YamlMap settings, Path directory) {
    settings.rejectUnknownKeys(KEYS.toArray(String[]::new));
    settings.requireKeys("baseUri", "path");
    Optional<GatewayBody> body = body(settings);
    Optional<String> path = settings.scalar("path").flatMap(GatewayConfig::path);
    Map<String, String> headers =
        settings.optionalMap("headers").map(GatewayConfig::headers).orElse(Map.of());
    Set<Integer> success = new TreeSet<>();
    settings.scalars("success").forEach(status -> status.asInt(200, 299).ifPresent(success::add));
    Optional<JsonPlace> messageId = pointer(settings, "messageId");
    Optional<URI> uri = HttpEndpoint.readUri(settings, "baseUri");
    HttpEndpoint endpoint = HttpEndpoint.read(settings, uri.orElse(NOWHERE), directory);
    return uri.isPresent() && body.isPresent() && path.isPresent()
        ? Optional.of(
            new GatewayConfig(endpoint, path.get(), headers, body.get(), success, messageId))
        : Optional.empty();
  }

  /** A JSON pointer such as {@code /data/id}; a faulty one is noted and reads as absent. */
  public static Optional<JsonPlace> pointer(YamlMap settings, String key) {
    Optional<YamlScalar> written = settings.scalar(key);
    Optional<JsonPlace> place = written.flatMap(YamlScalar::asText).flatMap(JsonPlace::parse);
    if (written.isPresent() && place.isEmpty()) {
      written.get().problem(written.get().excerpt() + " is no JSON pointer", "such as /data/id");
    }
    return place;
  }

  private static Optional<String> path(YamlScalar written) {
    Optional<String> path = written.asText();
    if (path.isPresent() && !PATH.matcher(path.get()).matches()) {
      written.problem("'path' must begin with a slash, and end before '?' and '#'", "/v1/messages");
      return Optional.empty();
    }
    return path;
  }

  private static Map<String, String> headers(YamlMap written) {
    Map<String, String> headers = new LinkedHashMap<>();
    for (YamlScalar name : written.keys()) {
      if (!HEADER.matcher(name.text()).matches() || TAKEN.contains(name.text())) {
        name.problem(name.excerpt() + " must be a header of the gateway's own", "");
      }
      written
          .scalar(name.text())
          .flatMap(GatewayConfig::headerValue)
          .ifPresent(value -> headers.put(name.text(), value));
    }
    return headers;
  }

  /** Text, or a secret from elsewhere. */
  private static Optional<String> headerValue(YamlScalar value) {
    Optional<String> text =
        value.text().startsWith("${")
            ? value.asSecret().map(secret -> secret.reveal())
            : value.asText();
    if (text.isPresent() && !VISIBLE.matcher(text.get()).matches()) {
      value.problem("the value holds what no HTTP header can carry", "");
      return Optional.empty();
    }
    return text;
  }

  private static Optional<GatewayBody> body(YamlMap settings) {
    if (settings.has("json") == settings.has("form")) {
      settings.problem("a gateway needs one of json and form", "such as {\"to\":\"{{to}}\"}");
      return Optional.empty();
    }
    Optional<GatewayBody> body =
        settings.has("json")
            ? settings.scalar("json").flatMap(GatewayConfig::json)
            : settings.optionalMap("form").map(GatewayConfig::form);
    Optional<YamlScalar> place =
        settings.keys().stream()
            .filter(key -> key.text().equals("json") || key.text().equals("form"))
            .findFirst();
    body.ifPresent(it -> place.ifPresent(at -> check(at, it.named())));
    return body;
  }

  private static Optional<GatewayBody> json(YamlScalar written) {
    Optional<GatewayBody> body = JsonObject.parse(written.text()).map(GatewayBody.Json::new);
    if (body.isEmpty()) {
      written.problem("'json' must be a JSON object", "with {{to}} and {{text}} inside of texts");
    }
    return body;
  }

  private static GatewayBody form(YamlMap written) {
    Map<String, String> fields = new LinkedHashMap<>();
    for (YamlScalar key : written.keys()) {
      written
          .scalar(key.text())
          .flatMap(YamlScalar::asText)
          .ifPresent(value -> fields.put(key.text(), value));
    }
    return new GatewayBody.Form(fields);
  }

  private static void check(YamlScalar place, Collection<String> named) {
    for (String name : named) {
      if (!GatewayBody.PLACEHOLDERS.contains(name)) {
        place.problem(
            "there is no placeholder of this name in " + place.excerpt(),
            "known: " + String.join(", ", GatewayBody.PLACEHOLDERS));
      }
    }
    if (!named.contains("text") || (!named.contains("to") && !named.contains("to_digits"))) {
      place.problem(place.excerpt() + " must hold {{to}} (or {{to_digits}}) and {{text}}", "");
    }
  }
}
