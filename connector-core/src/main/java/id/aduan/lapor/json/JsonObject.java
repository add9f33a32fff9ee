package id.aduan.lapor.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A JSON object of somebody else's form, read strictly and within bounds (S8): depth 16, texts of
 * 64 Ki characters, no duplicate keys. Immutable.
 */
public final class JsonObject {
  private final JsonNode object;

  private JsonObject(JsonNode object) {
    this.object = object;
  }

  /** Reads one; nothing for what is none. */
  public static Optional<JsonObject> parse(String text) {
    try {
      JsonNode read = StrictJson.MAPPER.readTree(text);
      return read.isObject() ? Optional.of(new JsonObject(read)) : Optional.empty();
    } catch (JsonProcessingException e) {
      return Optional.empty(); // what it was is not for showing
    }
  }

  /** The text, number or truth at a place, as text. */
  public Optional<String> at(JsonPlace place) {
    JsonNode found = object.at(place.pointer());
    return found.isValueNode() && !found.isNull() ? Optional.of(found.asText()) : Optional.empty();
  }

  /** Every text in it that is no key. */
  public List<String> texts() {
    List<String> texts = new ArrayList<>();
    byte[] unused =
        write(
            text -> {
              texts.add(text);
              return text;
            });
    return texts;
  }

  /** Written with other texts in the place of its own; what they hold stays in its place. */
  public byte[] write(UnaryOperator<String> other) {
    try {
      return StrictJson.MAPPER.writeValueAsBytes(with(object, other));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of JSON can be written", e);
    }
  }

  private static JsonNode with(JsonNode node, UnaryOperator<String> other) {
    if (node.isTextual()) {
      return StrictJson.MAPPER.getNodeFactory().textNode(other.apply(node.textValue()));
    }
    if (node.isObject()) {
      ObjectNode copy = StrictJson.MAPPER.createObjectNode();
      node.properties().forEach(it -> copy.set(it.getKey(), with(it.getValue(), other)));
      return copy;
    }
    if (node.isArray()) {
      ArrayNode copy = StrictJson.MAPPER.createArrayNode();
      node.forEach(it -> copy.add(with(it, other)));
      return copy;
    }
    return node;
  }
}
