package id.aduan.lapor.simulator.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;

/** JSON in and out. */
public final class Json {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private Json() {}

  public static ObjectNode object() {
    return MAPPER.createObjectNode();
  }

  public static ArrayNode array() {
    return MAPPER.createArrayNode();
  }

  public static JsonNode number(long value) {
    return MAPPER.getNodeFactory().numberNode(value);
  }

  public static JsonNode parse(String text) throws JsonProcessingException {
    return MAPPER.readTree(text);
  }

  /** The request's body, which must be an object. */
  public static ObjectNode readObject(InputStream body) throws IOException {
    try {
      if (MAPPER.readTree(body) instanceof ObjectNode object) {
        return object;
      }
    } catch (JsonProcessingException e) {
      throw new Refusal(400, "JSON tidak dapat dibaca");
    }
    throw new Refusal(400, "objek JSON diharapkan");
  }

  public static Answer ok(JsonNode body) {
    return answer(200, body);
  }

  public static Answer message(int status, String message) {
    return answer(status, object().put("message", message));
  }

  public static Answer answer(int status, JsonNode body) {
    return Answer.of(status, "application/json", body.toString());
  }
}
