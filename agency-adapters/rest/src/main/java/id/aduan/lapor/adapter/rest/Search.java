package id.aduan.lapor.adapter.rest;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import id.aduan.lapor.agency.AgencyTicket;
import id.aduan.lapor.delivery.Lookup;
import id.aduan.lapor.delivery.Lookup.Absent;
import id.aduan.lapor.delivery.Lookup.CannotTell;
import id.aduan.lapor.delivery.Lookup.Found;
import id.aduan.lapor.http.HttpCall;
import id.aduan.lapor.http.HttpReply;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Decides what the answer to a search by our reference means. Pure.
 *
 * <p>A wrong "absent" makes a second ticket, so it needs an answer in the agreed form. A page full
 * of other tickets is none: a system that ignores the question lists what it has.
 */
record Search(
    PathTemplate path,
    JsonPointer items,
    JsonPointer ticket,
    Optional<JsonPointer> match,
    Set<Integer> absentStatus) {
  private static final int NEIGHBOURS_MAX = 10;

  static Search of(RestConfig.Find find) {
    return new Search(
        PathTemplate.ofFind(find.path()),
        Json.pointer(find.items()),
        Json.pointer(find.ticket()),
        find.match().map(Json::pointer),
        find.absentStatus());
  }

  Lookup read(HttpCall call, HttpReply reply, String reference) {
    if (absentStatus.contains(reply.status())) {
      return new Absent();
    }
    if (!reply.isSuccess()) {
      return new CannotTell(call.summary() + " was answered with " + reply.status());
    }
    Optional<JsonNode> found = Json.read(reply).map(json -> json.at(items));
    if (found.isEmpty() || !found.get().isContainerNode()) {
      return new CannotTell(call.summary() + " was answered without a list");
    }
    List<JsonNode> list = new ArrayList<>();
    if (found.get().isArray()) {
      found.get().forEach(list::add);
    } else {
      list.add(found.get());
    }
    return match.isPresent() ? matching(list, match.get(), call, reference) : single(list, call);
  }

  private Lookup matching(List<JsonNode> list, JsonPointer reference, HttpCall call, String ours) {
    for (JsonNode item : list) {
      Optional<String> theirs = Json.text(item, reference);
      if (theirs.isEmpty()) {
        return new CannotTell(call.summary() + " found a ticket whose reference is no text");
      }
      if (theirs.get().strip().equals(ours)) {
        return number(item, call);
      }
    }
    return list.size() < NEIGHBOURS_MAX
        ? new Absent()
        : new CannotTell(call.summary() + " found many tickets, none with our reference");
  }

  private Lookup single(List<JsonNode> list, HttpCall call) {
    if (list.isEmpty()) {
      return new Absent();
    }
    return list.size() == 1
        ? number(list.get(0), call)
        : new CannotTell(call.summary() + " found several tickets, and 'match' is not set");
  }

  private Lookup number(JsonNode item, HttpCall call) {
    return Json.text(item, ticket)
        .flatMap(AgencyTicket::readNumber)
        .<Lookup>map(Found::new)
        .orElseGet(() -> new CannotTell(call.summary() + " found a ticket without a number"));
  }
}
