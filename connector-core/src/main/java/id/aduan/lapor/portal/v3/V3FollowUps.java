package id.aduan.lapor.portal.v3;

import com.fasterxml.jackson.databind.JsonNode;
import id.aduan.lapor.complaint.FollowUp;
import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.delivery.DeliveryResult;
import id.aduan.lapor.delivery.Lookup;
import id.aduan.lapor.failure.FarEndException;
import id.aduan.lapor.http.HttpCall;
import id.aduan.lapor.http.HttpReply;
import id.aduan.lapor.http.Multipart;
import id.aduan.lapor.portal.UnreadableMessageException;
import id.aduan.lapor.portal.v3.V3Wire.Answered;
import id.aduan.lapor.portal.v3.V3Wire.Ended;
import id.aduan.lapor.portal.v3.V3Wire.Posted;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Publishes an answer and finds it again (portal-wire 2.8, 2.9). */
final class V3FollowUps {
  private static final int PAGES_MAX = 200;
  private final V3Wire wire;
  private final V3Settings settings;
  private final RandomGenerator chance;

  V3FollowUps(V3Wire wire, V3Settings settings, RandomGenerator chance) {
    this.wire = wire;
    this.settings = settings;
    this.chance = chance;
  }

  DeliveryResult publish(FollowUp followUp) {
    Posted posted = wire.post(settings.paths().addFollowUp(), form(followUp));
    if (posted instanceof Ended ended) {
      return ended.result();
    }
    return tellsOfAnError(((Answered) posted).reply())
        ? new DeliveryResult.Unknown("the portal answered a success whose body tells of an error")
        : new DeliveryResult.Accepted("");
  }

  /** Every field is a string, and an answer is never secret: only public ones come here (D14). */
  private HttpCall.Body form(FollowUp followUp) {
    return new Multipart(chance)
        .field("user_id", settings.userId())
        .field("institution_from_id", settings.institutionId())
        .field("institution_to_id", settings.institutionId())
        .field("complaint_id", followUp.complaint().value())
        .field("info_disposition", "")
        .field("template_code", settings.templateCode())
        .field("rating", "0")
        .field("is_secret", "0")
        .field("content", followUp.content())
        .body();
  }

  /** A 2xx proves little: gateways answer a login page, and programs an error, with 200. */
  private static boolean tellsOfAnError(HttpReply reply) {
    if (reply.body().length == 0) {
      return false;
    }
    try {
      JsonNode answer = V3Json.parse(reply.body());
      return !answer.isObject()
          || answer.has("error")
          || answer.has("errors")
          || V3Json.text(answer, "status").equals("error")
          || !V3Json.flag(answer, "success").orElse(true);
    } catch (UnreadableMessageException e) {
      return true;
    }
  }

  Lookup find(FollowUp followUp, int confirmedTwins) {
    try {
      int standing = countStanding(followUp.complaint(), comparable(followUp.content()));
      return standing > confirmedTwins ? new Lookup.Found("") : new Lookup.Absent();
    } catch (FarEndException e) {
      return Lookup.cannotTell(e);
    }
  }

  private int countStanding(TrackingId complaint, String content) {
    int standing = 0;
    Optional<String> firstOfLastPage = Optional.empty();
    for (int page = 1; page <= PAGES_MAX; page++) {
      JsonNode results =
          wire.get(settings.paths().followUpsOf(complaint) + "?page=" + page).path("results");
      if (!results.path("data").isArray()) {
        throw FarEndException.contract("portal answered follow-ups without results.data");
      }
      for (JsonNode item : results.path("data")) {
        if (comparable(V3Json.text(item, "content")).equals(content)) {
          standing++;
        }
      }
      Optional<String> first = Optional.of(V3Json.text(results.path("data").path(0), "id"));
      if (V3Json.text(results, "next_page_url").isEmpty() || first.equals(firstOfLastPage)) {
        return standing;
      }
      firstOfLastPage = first;
    }
    throw FarEndException.contract("portal answered more than " + PAGES_MAX + " follow-up pages");
  }

  /** A text as far as the portal keeps it: without white space, which it re-flows, and entities. */
  static String comparable(String text) {
    return text.replace("&amp;", "&")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#039;", "'")
        .replace("&#39;", "'")
        .replaceAll("[\\s\\u00a0]+", "");
  }
}
