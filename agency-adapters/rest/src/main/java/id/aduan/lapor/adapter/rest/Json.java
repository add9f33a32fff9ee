package id.aduan.lapor.adapter.rest;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import id.aduan.lapor.http.HttpReply;
import id.aduan.lapor.json.ExpressionFailure;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads and writes JSON within limits; what is not plain, whole JSON in UTF-8 is not read. */
final class Json {
  private static final int DEPTH_MAX = 64;
  private static final int STRING_MAX = 1_000_000;
  private static final int DIGITS_MAX = 100;

  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(DEPTH_MAX)
                          .maxStringLength(STRING_MAX)
                          .maxNumberLength(DIGITS_MAX)
                          .build())
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private Json() {}

  /** The answer's JSON, or nothing where it is something else. */
  static Optional<JsonNode> read(HttpReply reply) {
    String type = reply.mediaType();
    if (!type.equals("application/json") && !type.endsWith("+json")) {
      return Optional.empty();
    }
    try {
      JsonNode node = read(reply.body());
      return node.isMissingNode() ? Optional.empty() : Optional.of(node);
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** Whole JSON in UTF-8; what is missing, as in no bytes at all, is a missing node. */
  static JsonNode read(byte[] bytes) throws IOException {
    var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
    return MAPPER.readTree(text.toString());
  }

  /** The node as maps and lists, for expressions. */
  static @Nullable Object plain(JsonNode node) {
    return MAPPER.convertValue(node, Object.class);
  }

  /** A part of an answer, as JSON; the same bytes for the same content. */
  static byte[] raw(JsonNode node) {
    return node.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** What an expression gave, as JSON. */
  static byte[] write(@Nullable Object plain) throws ExpressionFailure {
    try {
      return MAPPER.writeValueAsBytes(plain);
    } catch (JsonProcessingException e) {
      throw new ExpressionFailure("gave what is no JSON");
    }
  }

  /** A pointer; {@code #} stands for the whole document. */
  static JsonPointer pointer(String text) {
    try {
      return JsonPointer.compile(text.startsWith("#") ? text.substring(1) : text);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("is not a JSON pointer, such as /data/0/id", e);
    }
  }

  /**
   * The text, number or boolean there as a text. Empty where nothing is, or null, or the word
   * {@code null}, as systems write that have no null; nothing where an object or a list is.
   */
  static Optional<String> text(JsonNode node, JsonPointer pointer) {
    JsonNode found = node.at(pointer);
    if (found.isContainerNode()) {
      return Optional.empty();
    }
    String text = found.isNull() || found.isMissingNode() ? "" : found.asText();
    return Optional.of(text.equals("null") ? "" : text);
  }
}
