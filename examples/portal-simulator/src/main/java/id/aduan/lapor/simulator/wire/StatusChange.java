package id.aduan.lapor.simulator.wire;

import com.fasterxml.jackson.databind.node.ObjectNode;
import id.aduan.lapor.simulator.http.Json;
import id.aduan.lapor.simulator.state.Status;

/** The JSON string inside JSON that tells a status change (portal-wire 2.7). */
final class StatusChange {
  private StatusChange() {}

  static String text(Status before, Status after) {
    ObjectNode change = Json.object();
    change.set("status_old", status(before));
    change.set("status_new", status(after));
    return change.toString();
  }

  private static ObjectNode status(Status status) {
    return Json.object().put("name", status.apiName()).put("color", status.color());
  }
}
