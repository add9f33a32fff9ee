package id.aduan.lapor.adapter.rest;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import id.aduan.lapor.agency.AgencyTicket;
import id.aduan.lapor.agency.OutgoingFile;
import id.aduan.lapor.delivery.Lookup;
import id.aduan.lapor.http.HttpCall;
import id.aduan.lapor.http.HttpReply;
import id.aduan.lapor.wire.HttpOutcome;
import java.util.Map;
import java.util.Optional;

/**
 * Decides whether a file is among those of a ticket, by its name, which no other of the case has.
 * "Absent" needs a list in the agreed form in which every file has a name. Pure.
 */
record FileSearch(
    PathTemplate target, JsonPointer items, JsonPointer name, Optional<JsonPointer> file) {

  static FileSearch of(RestConfig.FindFile find) {
    return new FileSearch(
        PathTemplate.ofFiles(find.path()),
        Json.pointer(find.items()),
        Json.pointer(find.name()),
        find.file().map(Json::pointer));
  }

  String path(AgencyTicket ticket, OutgoingFile of) {
    return target.with(Map.of("ticket", ticket.number(), "reference", of.reference().value()));
  }

  Lookup read(HttpCall call, HttpReply reply, String wanted) {
    if (!reply.isSuccess()) {
      return new Lookup.CannotTell(
          call.summary() + " was answered with " + reply.status(), HttpOutcome.mayPass(reply));
    }
    Optional<JsonNode> found = Json.read(reply).map(json -> json.at(items));
    if (found.isEmpty() || !found.get().isArray()) {
      return new Lookup.CannotTell(call.summary() + " was answered without a list", false);
    }
    for (JsonNode item : found.get()) {
      Optional<String> named = Json.text(item, name).filter(text -> !text.isEmpty());
      if (named.isEmpty()) {
        return new Lookup.CannotTell(call.summary() + " named a file without a name", false);
      }
      if (named.get().equals(wanted)) {
        return new Lookup.Found(
            file.flatMap(it -> Json.text(item, it))
                .flatMap(AgencyTicket::readNumber)
                .orElse(wanted));
      }
    }
    return new Lookup.Absent();
  }
}
