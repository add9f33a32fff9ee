package id.aduan.lapor.simulator.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import id.aduan.lapor.simulator.fault.Fault;
import id.aduan.lapor.simulator.fault.FaultKind;
import id.aduan.lapor.simulator.fault.Faults;
import id.aduan.lapor.simulator.fault.Place;
import id.aduan.lapor.simulator.http.Json;

/** Changes the shape of what is told, as a portal does of whose new release nobody was told. */
record Drift(Faults faults) {
  void apply(ObjectNode data, Place place, String complaintId) {
    if (faults.hit(FaultKind.WITHOUT_TEXT, place, complaintId).isPresent()) {
      data.remove("content");
    }
    faults.hit(FaultKind.DRIFT, place, complaintId).ifPresent(fault -> change(data, fault));
  }

  private static void change(ObjectNode data, Fault fault) {
    String field = fault.parameter("field");
    switch (fault.parameter("how")) {
      case "drop" -> data.remove(field);
      case "retype" -> data.set(field, retyped(data.path(field)));
      default -> data.put(field, fault.parameter("value"));
    }
  }

  /** Text for a number, a number for digits and flags, a list for any other text. */
  private static JsonNode retyped(JsonNode value) {
    if (value.isBoolean()) {
      return Json.number(value.asBoolean() ? 1 : 0);
    }
    if (value.isTextual()) {
      return value.asText().matches("\\d{1,15}")
          ? Json.number(Long.parseLong(value.asText()))
          : Json.array().add(value);
    }
    return TextNode.valueOf(value.isValueNode() ? value.asText("") : value.toString());
  }
}
