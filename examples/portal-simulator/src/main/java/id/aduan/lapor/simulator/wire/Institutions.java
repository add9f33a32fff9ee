package id.aduan.lapor.simulator.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import id.aduan.lapor.simulator.Institution;
import id.aduan.lapor.simulator.http.Json;
import org.jspecify.annotations.Nullable;

/** An institution, or none, in JSON. */
final class Institutions {
  private Institutions() {}

  static JsonNode object(@Nullable Institution institution) {
    return institution == null
        ? NullNode.getInstance()
        : Json.object().put("id", institution.id()).put("name", institution.name());
  }

  static @Nullable Integer id(@Nullable Institution institution) {
    return institution == null ? null : institution.id();
  }

  static @Nullable String name(@Nullable Institution institution) {
    return institution == null ? null : institution.name();
  }
}
