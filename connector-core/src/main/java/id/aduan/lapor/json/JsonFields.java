package id.aduan.lapor.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The plain values of a small JSON object of somebody else's, read strictly and within bounds (S8):
 * UTF-8, depth 16, texts of 64 Ki characters, no duplicate keys.
 */
public final class JsonFields {
  private JsonFields() {}

  /** Texts, numbers and truths at the top, as text; nothing for what is no such object. */
  public static Optional<Map<String, String>> read(byte[] json) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(json)).toString();
      JsonNode object = StrictJson.MAPPER.readTree(text);
      if (!object.isObject()) {
        return Optional.empty();
      }
      Map<String, String> fields = new HashMap<>();
      for (Map.Entry<String, JsonNode> field : object.properties()) {
        if (field.getValue().isValueNode() && !field.getValue().isNull()) {
          fields.put(field.getKey(), field.getValue().asText());
        }
      }
      return Optional.of(fields);
    } catch (IOException e) {
      return Optional.empty(); // what it was is not for showing
    }
  }
}
