package id.aduan.lapor.simulator.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import id.aduan.lapor.simulator.WireSettings.CreateAttachments;
import id.aduan.lapor.simulator.http.Json;
import id.aduan.lapor.simulator.http.Refusal;
import java.util.ArrayList;
import java.util.List;

/**
 * The string that holds a JSON array. Of the two renderings that ran in production, the one with a
 * full stop behind it and {@code false} for none, or both are taken, as is set (portal-wire 2.4).
 */
final class AttachmentIds {
  private AttachmentIds() {}

  static List<Integer> parse(JsonNode value, CreateAttachments taken) {
    if (value.isMissingNode() || value.isNull()) {
      return List.of();
    }
    boolean isFalse = value.isBoolean() && !value.asBoolean();
    if (isFalse && taken != CreateAttachments.ARRAY) {
      return List.of();
    }
    if (!value.isTextual()) {
      throw malformed();
    }
    String text = value.asText().strip();
    boolean dotted = text.endsWith(".");
    if (taken != CreateAttachments.ANY && dotted != (taken == CreateAttachments.DOTTED)) {
      throw malformed();
    }
    return numbers(dotted ? text.substring(0, text.length() - 1) : text);
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
