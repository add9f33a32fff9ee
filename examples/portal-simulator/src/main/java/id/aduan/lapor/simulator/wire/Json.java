package id.aduan.lapor.simulator.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.aduan.lapor.simulator.http.Answer;
import id.aduan.lapor.simulator.http.Refusal;
import java.io.IOException;
import java.io.InputStream;

/** JSON in and out. */
final class Json {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private Json() {}

  static ObjectNode object() {
    return MAPPER.createObjectNode();
  }

  static ArrayNode array() {
    return MAPPER.createArrayNode();
  }

  static JsonNode parse(String text) throws JsonProcessingException {
    return MAPPER.readTree(text);
  }

  /** The request's body, which must be an object. */
  static ObjectNode readObject(InputStream body) throws IOException {
    try {
      if (MAPPER.readTree(body) instanceof ObjectNode object) {
        return object;
      }
    } catch (JsonProcessingException e) {
      throw new Refusal(400, "JSON tidak dapat dibaca");
    }
    throw new Refusal(400, "objek JSON diharapkan");
  }

  static Answer ok(JsonNode body) {
    return answer(200, body);
  }

  static Answer message(int status, String message) {
    return answer(status, object().put("message", message));
  }

  private static Answer answer(int status, JsonNode body) {
    return Answer.of(status, "application/json", body.toString());
  }
}
