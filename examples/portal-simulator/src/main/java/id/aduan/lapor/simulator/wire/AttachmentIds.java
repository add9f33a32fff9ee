package id.aduan.lapor.simulator.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import id.aduan.lapor.simulator.http.Refusal;
import java.util.ArrayList;
import java.util.List;

/**
 * The string that holds a JSON array. Both renderings that ran in production are taken: with a full
 * stop behind it, and {@code false} for none (portal-wire 2.4).
 */
final class AttachmentIds {
  private AttachmentIds() {}

  static List<Integer> parse(JsonNode value) {
    if (value.isMissingNode() || value.isNull() || (value.isBoolean() && !value.asBoolean())) {
      return List.of();
    }
    if (!value.isTextual()) {
      throw malformed();
    }
    String text = value.asText().strip();
    return numbers(text.endsWith(".") ? text.substring(0, text.length() - 1) : text);
  }

  private static List<Integer> numbers(String text) {
    List<Integer> ids = new ArrayList<>();
    try {
      JsonNode array = Json.parse(text);
      if (!array.isArray()) {
        throw malformed();
      }
      for (JsonNode id : array) {
        if (!id.canConvertToInt()) {
          throw malformed();
        }
        ids.add(id.intValue());
      }
    } catch (JsonProcessingException e) {
      throw malformed();
    }
    return ids;
  }

  private static Refusal malformed() {
    return new Refusal(422, "attachments harus teks berisi larik JSON");
  }
}
