package id.aduan.lapor.simulator.wire;

import com.fasterxml.jackson.databind.node.ObjectNode;
import id.aduan.lapor.simulator.http.Answer;
import id.aduan.lapor.simulator.http.Json;
import id.aduan.lapor.simulator.http.Refusal;
import id.aduan.lapor.simulator.state.PortalDesk;
import java.io.IOException;

/**
 * Forwards by rejecting (bukan wewenang): the field {@code reason} carries the target institution's
 * id, as a number or as a text (portal-wire 2.6).
 */
final class ForwardEndpoint implements Endpoint {
  private final PortalDesk desk;

  ForwardEndpoint(PortalDesk desk) {
    this.desk = desk;
  }

  @Override
  public Answer answer(Call call) throws IOException {
    ObjectNode body = call.json();
    if (body.path("not_authority").asInt() != 1 || body.path("is_request").asInt() != 1) {
      throw new Refusal(422, "is_request dan not_authority harus 1");
    }
    String target = body.path("reason").asText("");
    desk.get(call.id());
    try {
      desk.forward(call.id(), Integer.parseInt(target), body.path("reason_description").asText(""));
    } catch (IllegalArgumentException e) {
      throw new Refusal(422, "reason bukan id instansi yang dikenal");
    }
    return Json.message(200, "Berhasil");
  }
}
