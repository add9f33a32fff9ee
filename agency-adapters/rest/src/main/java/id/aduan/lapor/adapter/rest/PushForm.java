package id.aduan.lapor.adapter.rest;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import id.aduan.lapor.agency.PushedMessage;
import id.aduan.lapor.json.JsonFaults;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * Reads a message that the system pushed: a list of changes, or without {@code items} one change.
 * Pure. A change that breaks the agreement is handed over as it came.
 */
record PushForm(Optional<JsonPointer> items, ChangeItem item) {

  static PushForm of(RestConfig.Push push) {
    return new PushForm(push.items().map(Json::pointer), ChangeItem.of(push.item()));
  }

  PushedMessage read(byte[] body) {
    JsonNode message;
    try {
      message = Json.read(body);
    } catch (IOException e) {
      return new PushedMessage.Broken(JsonFaults.code(e));
    }
    if (items.isEmpty() ? !message.isObject() : !message.at(items.get()).isArray()) {
      return new PushedMessage.Broken("payload.shape");
    }
    if (items.isPresent() && message.at(items.get()).size() > PushedMessage.CHANGES_MAX) {
      return new PushedMessage.Broken("payload.too_many");
    }
    Iterable<JsonNode> told = items.isEmpty() ? List.of(message) : message.at(items.get());
    ChangeItem.Read read = item.readAll(told);
    return new PushedMessage.Changes(read.changes(), read.unreadable());
  }
}
