package id.aduan.lapor.simulator.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import id.aduan.lapor.simulator.WireSettings;
import id.aduan.lapor.simulator.http.Json;

/** The create call's answer, in each of the envelopes that have been seen (portal-wire 2.5). */
final class NewId {
  private NewId() {}

  static ObjectNode of(String id, WireSettings wire) {
    JsonNode value = wire.idText() ? TextNode.valueOf(id) : Json.number(Long.parseLong(id));
    ObjectNode answer = Json.object();
    switch (wire.idPlace()) {
      case TOP -> answer.set("complaint_id", value);
      case DATA -> answer.putObject("data").set("complaint_id", value);
      case RESULTS -> answer.putObject("results").putObject("complaint").set("id", value);
    }
    return answer;
  }
}
