package id.aduan.lapor.simulator.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.aduan.lapor.simulator.fault.Fault;
import id.aduan.lapor.simulator.fault.FaultKind;
import id.aduan.lapor.simulator.fault.Parameter;
import id.aduan.lapor.simulator.fault.Place;
import id.aduan.lapor.simulator.fault.StandingFault;
import id.aduan.lapor.simulator.http.Json;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Faults as JSON: {@code kind}, {@code at}, {@code times}, {@code skip}, {@code chance}, and beside
 * them the kind's own parameters by name.
 */
final class FaultJson {
  private FaultJson() {}

  /**
   * Reads an order.
   *
   * @throws IllegalArgumentException with one line that says what can be said instead
   */
  static Fault read(ObjectNode json) {
    String word = json.path("kind").asText("");
    FaultKind kind =
        FaultKind.named(word)
            .orElseThrow(
                () -> new IllegalArgumentException("no kind '" + word + "'; see /control/kinds"));
    Map<String, String> parameters = new TreeMap<>();
    for (Map.Entry<String, JsonNode> field : json.properties()) {
      if (!isCommon(field.getKey())) {
        parameters.put(field.getKey(), text(field.getValue()));
      }
    }
    return new Fault(
        kind,
        place(kind, json.path("at")),
        count(json, "times"),
        count(json, "skip"),
        chance(json),
        parameters);
  }

  static ObjectNode write(StandingFault standing) {
    Fault fault = standing.fault();
    ObjectNode json =
        Json.object()
            .put("id", standing.id())
            .put("kind", fault.kind().word())
            .put("at", fault.place() == null ? null : fault.place().word())
            .put("times", fault.timesMax())
            .put("skip", fault.skipped())
            .put("chance", fault.chance())
            .put("happened", standing.happened());
    fault.kind().parameters().forEach(each -> json.put(each.name(), fault.parameter(each.name())));
    return json;
  }

  /** Every kind, what it means, where it happens and what can be said about it. */
  static ArrayNode kinds() {
    ArrayNode all = Json.array();
    for (FaultKind kind : FaultKind.values()) {
      ObjectNode json = Json.object().put("kind", kind.word()).put("meaning", kind.meaning());
      ArrayNode places = json.putArray("at");
      kind.places().stream().map(Place::word).sorted().forEach(places::add);
      ObjectNode parameters = json.putObject("parameters");
      for (Parameter each : kind.parameters()) {
        parameters
            .putObject(each.name())
            .put("meaning", each.meaning())
            .put("allowed", each.allowed().pattern())
            .put("default", each.otherwise());
      }
      all.add(json);
    }
    return all;
  }

  private static @Nullable Place place(FaultKind kind, JsonNode at) {
    if (at.isMissingNode() || at.isNull()) {
      return null;
    }
    return Place.named(at.asText(""))
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    kind.word()
                        + " happens at one of: "
                        + Arrays.stream(Place.values())
                            .filter(kind.places()::contains)
                            .map(Place::word)
                            .collect(Collectors.joining(", "))));
  }

  private static double chance(ObjectNode json) {
    JsonNode value = json.path("chance");
    if (!value.isMissingNode() && !value.isNumber()) {
      throw new IllegalArgumentException("chance is a number above 0 and at most 1");
    }
    return value.asDouble(1);
  }

  private static int count(ObjectNode json, String name) {
    JsonNode value = json.path(name);
    if (value.isMissingNode()) {
      return 0;
    }
    if (!value.canConvertToInt()) {
      throw new IllegalArgumentException(name + " is a whole number");
    }
    return value.intValue();
  }

  private static boolean isCommon(String name) {
    return switch (name) {
      case "kind", "at", "times", "skip", "chance" -> true;
      default -> false;
    };
  }

  private static String text(JsonNode value) {
    if (value.isBoolean()) {
      return value.asBoolean() ? "yes" : "no";
    }
    return value.asText("");
  }
}
