package id.aduan.lapor.notification.http;

import id.aduan.lapor.http.HttpCall;
import id.aduan.lapor.json.JsonObject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a gateway wants to be sent. Values are put into texts that were parsed before, and written
 * by the rules of the format, so that none can leave its place. Immutable.
 */
public sealed interface GatewayBody {
  /** What can be put in: the number with and without its plus, the text, and the message's key. */
  List<String> PLACEHOLDERS = List.of("to", "to_digits", "text", "id");

  /** The body with these values in it. */
  HttpCall.Body fill(Map<String, String> values);

  /** The texts that placeholders may stand in. */
  Collection<String> texts();

  /** What stands in double braces anywhere in it, known or not. */
  default Collection<String> named() {
    return texts().stream()
        .flatMap(text -> Slots.NAME.matcher(text).results())
        .map(found -> found.group(1).strip())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** A JSON object. */
  record Json(JsonObject template) implements GatewayBody {
    @Override
    public HttpCall.Body fill(Map<String, String> values) {
      return new HttpCall.Body(
          "application/json", template.write(text -> Slots.fill(text, values)));
    }

    @Override
    public Collection<String> texts() {
      return template.texts();
    }
  }

  /** A form, as browsers send it. */
  record Form(Map<String, String> fields) implements GatewayBody {
    public Form {
      fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    @Override
    public HttpCall.Body fill(Map<String, String> values) {
      String written =
          fields.entrySet().stream()
              .map(it -> encoded(it.getKey()) + "=" + encoded(Slots.fill(it.getValue(), values)))
              .collect(Collectors.joining("&"));
      return new HttpCall.Body(
          "application/x-www-form-urlencoded", written.getBytes(StandardCharsets.UTF_8));
    }

    private static String encoded(String text) {
      return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public Collection<String> texts() {
      return fields.values();
    }
  }

  /** Finds and fills placeholders, each read once. */
  final class Slots {
    private static final Pattern NAME = Pattern.compile("\\{\\{([^{}]*)}}");

    private Slots() {}

    private static String fill(String text, Map<String, String> values) {
      return NAME.matcher(text).replaceAll(found -> Matcher.quoteReplacement(value(found, values)));
    }

    private static String value(MatchResult found, Map<String, String> values) {
      return values.getOrDefault(found.group(1).strip(), "");
    }
  }
}
