package id.aduan.lapor.portal.profile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.aduan.lapor.yaml.YamlScalar;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The fields of a request, each a constant or one of our values: {@code "{title}"}, with {@code
 * |other} for what is sent where we have none, and {@code :text} for a number that is sent as a
 * text. A constant that looks like a number, {@code true}, {@code false} or {@code null} is sent as
 * that, unless it begins with {@code text:}. {@code "{omit}"} leaves the field out.
 *
 * <p>Immutable, safe for use by many threads.
 */
public final class BodyForm {
  private static final Pattern VALUE =
      Pattern.compile("\\{([a-zA-Z]{1,40})(:text)?(?:\\|([^{}]{0,200}))?}");
  private static final Pattern NUMBER = Pattern.compile("-?(?:0|[1-9][0-9]{0,17})");
  private static final String OMIT = "{omit}";
  private static final String TEXT = "text:";
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private final Map<String, String> fields;

  private BodyForm(Map<String, String> fields) {
    this.fields = fields;
  }

  /** Reads a map of fields, in which these names of values may be used. */
  static BodyForm read(ProfileMap map, Set<String> values) {
    Map<String, String> fields = new LinkedHashMap<>();
    for (Map.Entry<String, YamlScalar> each : map.entries().entrySet()) {
      String form = each.getValue().text();
      Matcher value = VALUE.matcher(form);
      if (form.equals(OMIT)) {
        continue;
      }
      if (value.matches()) {
        if (!values.contains(value.group(1))) {
          each.getValue()
              .problem(
                  "unknown value: " + each.getValue().excerpt(),
                  "known: " + String.join(", ", values.stream().sorted().toList()));
        }
      } else if (form.startsWith("{") && form.endsWith("}")) {
        each.getValue()
            .problem(each.getValue().excerpt() + " is no value", "such as {title} or {user:text}");
      }
      fields.put(each.getKey(), form);
    }
    return new BodyForm(fields);
  }

  /** The request as JSON; a value that is empty counts as one that we do not have. */
  public ObjectNode json(Map<String, String> values) {
    ObjectNode body = JSON.objectNode();
    fields.forEach((name, form) -> body.set(name, node(form, values)));
    return body;
  }

  /** The request as a form, in which everything is a text. */
  public Map<String, String> texts(Map<String, String> values) {
    Map<String, String> texts = new LinkedHashMap<>();
    fields.forEach(
        (name, form) -> {
          JsonNode node = node(form, values);
          texts.put(name, node.isNull() ? "" : node.asText());
        });
    return texts;
  }

  private static JsonNode node(String form, Map<String, String> values) {
    Matcher matcher = VALUE.matcher(form);
    if (!matcher.matches()) {
      return constant(form);
    }
    String value = values.getOrDefault(matcher.group(1), "");
    if (value.isEmpty()) {
      return matcher.group(3) == null ? JSON.textNode("") : constant(matcher.group(3));
    }
    boolean asText = matcher.group(2) != null || TEXTS.contains(matcher.group(1));
    return asText ? JSON.textNode(value) : constant(value);
  }

  /** What a person wrote is a text, even where it looks like a number. */
  private static final Set<String> TEXTS =
      Set.of(
          "title",
          "content",
          "explanation",
          "reporterName",
          "reporterPhone",
          "reporterEmail",
          "incidentOn");

  private static JsonNode constant(String text) {
    if (text.startsWith(TEXT)) {
      return JSON.textNode(text.substring(TEXT.length()));
    }
    return switch (text) {
      case "true" -> JSON.booleanNode(true);
      case "false" -> JSON.booleanNode(false);
      case "null" -> JSON.nullNode();
      default ->
          NUMBER.matcher(text).matches()
              ? JSON.numberNode(Long.parseLong(text))
              : JSON.textNode(text);
    };
  }
}
