package id.aduan.lapor.portal.profile;

import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.yaml.YamlScalar;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A call below the base address.
 *
 * @param method {@code GET}, {@code POST} or {@code PUT}
 * @param path with {@code {id}} for a complaint's number
 * @param query what is always asked, in this order
 */
public record Call(String method, String path, Map<String, String> query) {
  private static final String ID = "{id}";
  private static final Pattern PATH = Pattern.compile("/[A-Za-z0-9._~!$&'()*+,;=:@%/-]*");
  private static final Pattern METHOD = Pattern.compile("GET|POST|PUT");

  public Call {
    query = Collections.unmodifiableMap(new LinkedHashMap<>(query)); // in its order
  }

  static Call of(ProfileMap map, String method) {
    return read(map, method, false).orElse(new Call(method, "/", Map.of()));
  }

  static Call ofOne(ProfileMap map, String method) {
    return read(map, method, true).orElse(new Call(method, "/", Map.of()));
  }

  /** Whether the profile says that there is such a call, and not {@code none}. */
  static boolean isThere(ProfileMap map) {
    return map.orNone("path").isPresent();
  }

  private static Optional<Call> read(ProfileMap map, String usual, boolean ofOne) {
    map.require("path");
    Optional<YamlScalar> path = map.scalar("path");
    path.ifPresent(it -> check(it, ofOne));
    String method =
        map.has("method")
            ? map.text("method", it -> METHOD.matcher(it).matches(), "GET, POST or PUT")
            : usual;
    Map<String, String> query = new LinkedHashMap<>();
    map.map("query").entries().forEach((name, value) -> query.put(name, value.text()));
    return path.map(it -> new Call(method, it.text(), query));
  }

  private static void check(YamlScalar path, boolean ofOne) {
    if (ofOne != path.text().contains(ID)) {
      path.problem(
          path.excerpt()
              + " must "
              + (ofOne ? "hold" : "not hold")
              + " '{id}', the complaint's number",
          "");
    } else if (!PATH.matcher(path.text().replace(ID, "0")).matches()) {
      path.problem(path.excerpt() + " is not the path of an address", "such as /complaints");
    }
  }

  /** The path and query of it, with these parameters added. */
  public String target(Map<String, String> more) {
    Map<String, String> all = new LinkedHashMap<>(query);
    all.putAll(more);
    return all.isEmpty()
        ? path
        : path
            + "?"
            + all.entrySet().stream()
                .map(it -> encoded(it.getKey()) + "=" + encoded(it.getValue()))
                .collect(Collectors.joining("&"));
  }

  /** The same call for one complaint. */
  public Call of(TrackingId id) {
    return new Call(method, path.replace(ID, id.value()), query);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
