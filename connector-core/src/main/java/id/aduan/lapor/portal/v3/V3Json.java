package id.aduan.lapor.portal.v3;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import id.aduan.lapor.json.JsonFaults;
import id.aduan.lapor.portal.UnreadableMessageException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/**
 * Reads the portal's JSON strictly and within bounds: UTF-8, depth 64, numbers of 100 characters,
 * strings of a million, half a million values and names in all, no duplicate keys (S8). Field
 * access is forgiving: the portal writes numbers as strings and nothing as {@code "null"}.
 */
final class V3Json {
  private static final int DEPTH_MAX = 64;

  /** A tree of a million fields would need twenty times its bytes. */
  private static final long TOKENS_MAX = 500_000;

  private static final ObjectMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(DEPTH_MAX)
                          .maxNumberLength(100)
                          .maxStringLength(1_000_000)
                          .maxNameLength(1_000)
                          .maxTokenCount(TOKENS_MAX)
                          .build())
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private V3Json() {}

  /** Reads one JSON value; {@link UnreadableMessageException} says what is wrong with it. */
  static JsonNode parse(byte[] raw) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(raw)).toString();
      return MAPPER.readTree(text);
    } catch (JsonParseException e) {
      throw new UnreadableMessageException(JsonFaults.code(e), "not JSON at " + place(e));
    } catch (IOException e) {
      throw new UnreadableMessageException(JsonFaults.code(e), "the message is not JSON in UTF-8");
    }
  }

  /** A part of what was read, as JSON; the same bytes for the same content. */
  static byte[] write(JsonNode node) {
    return node.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static String place(JsonProcessingException e) {
    return e.getLocation() == null
        ? "an unknown place"
        : "line " + e.getLocation().getLineNr() + ", column " + e.getLocation().getColumnNr();
  }

  /** A field's text, whatever scalar it is; empty if missing, null, or the word "null". */
  static String text(JsonNode object, String field) {
    JsonNode value = object.path(field);
    if (!value.isValueNode() || value.isNull()) {
      return "";
    }
    String text = value.asText();
    return text.equals("null") ? "" : text;
  }

  /** A yes or no in any of the forms seen: a boolean, 0 and 1, or those as strings. */
  static Optional<Boolean> flag(JsonNode object, String field) {
    return switch (text(object, field).toLowerCase(Locale.ROOT)) {
      case "true", "1" -> Optional.of(true);
      case "false", "0" -> Optional.of(false);
      default -> Optional.empty();
    };
  }
}
