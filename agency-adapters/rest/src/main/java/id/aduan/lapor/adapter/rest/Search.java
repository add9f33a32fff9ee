package id.aduan.lapor.adapter.rest;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import id.aduan.lapor.agency.AgencyTicket;
import id.aduan.lapor.agency.wire.ReferenceMatch;
import id.aduan.lapor.agency.wire.ReferenceMatch.Candidate;
import id.aduan.lapor.delivery.Lookup;
import id.aduan.lapor.delivery.Lookup.Absent;
import id.aduan.lapor.delivery.Lookup.CannotTell;
import id.aduan.lapor.http.HttpCall;
import id.aduan.lapor.http.HttpReply;
import id.aduan.lapor.wire.HttpOutcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Decides what the answer to a search by our reference means. Pure. "Absent" needs a list in the
 * agreed form, or a status that is configured to say so.
 */
record Search(
    PathTemplate path,
    JsonPointer items,
    JsonPointer ticket,
    Optional<JsonPointer> match,
    Set<Integer> absentStatus) {

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
      return new CannotTell(
          call.summary() + " was answered with " + reply.status(), HttpOutcome.mayPass(reply));
    }
    Optional<JsonNode> found = Json.read(reply).map(json -> json.at(items));
    if (found.isEmpty() || !found.get().isContainerNode()) {
      return new CannotTell(call.summary() + " was answered without a list", false);
    }
    List<Candidate> list = new ArrayList<>();
    if (found.get().isArray()) {
      found.get().forEach(item -> list.add(candidate(item)));
    } else {
      list.add(candidate(found.get()));
    }
    return match.isPresent()
        ? ReferenceMatch.byReference(call.summary(), list, reference)
        : ReferenceMatch.single(call.summary(), list);
  }

  private Candidate candidate(JsonNode item) {
    return new Candidate(
        match.flatMap(reference -> Json.text(item, reference)),
        Json.text(item, ticket).flatMap(AgencyTicket::readNumber));
  }
}
