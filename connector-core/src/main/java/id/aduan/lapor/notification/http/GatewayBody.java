package id.aduan.lapor.notification.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.aduan.lapor.http.HttpCall;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
  record Json(JsonNode template) implements GatewayBody {
    private static final JsonMapper MAPPER =
        JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /** Reads a template; nothing for what is no JSON object. */
    public static Optional<Json> parse(String text) {
      try {
        JsonNode read = MAPPER.readTree(text);
        return read.isObject() ? Optional.of(new Json(read)) : Optional.empty();
      } catch (JsonProcessingException e) {
        return Optional.empty(); // told by the caller, with its place
      }
    }

    @Override
    public HttpCall.Body fill(Map<String, String> values) {
      try {
        return new HttpCall.Body(
            "application/json", MAPPER.writeValueAsBytes(filled(template, values)));
      } catch (JsonProcessingException e) {
        throw new IllegalStateException("a tree of JSON can be written", e);
      }
    }

    private static JsonNode filled(JsonNode node, Map<String, String> values) {
      if (node.isTextual()) {
        return MAPPER.getNodeFactory().textNode(Slots.fill(node.textValue(), values));
      }
      if (node.isObject()) {
        ObjectNode object = MAPPER.createObjectNode();
        node.properties().forEach(it -> object.set(it.getKey(), filled(it.getValue(), values)));
        return object;
      }
      if (node.isArray()) {
        ArrayNode array = MAPPER.createArrayNode();
        node.forEach(it -> array.add(filled(it, values)));
        return array;
      }
      return node;
    }

    @Override
    public Collection<String> texts() {
      return List.of(template.toString());
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
