package id.aduan.lapor.portal.v3;

import com.fasterxml.jackson.databind.JsonNode;
import id.aduan.lapor.complaint.FollowUp;
import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.delivery.DeliveryResult;
import id.aduan.lapor.delivery.Lookup;
import id.aduan.lapor.failure.FarEndException;
import id.aduan.lapor.http.HttpCall;
import id.aduan.lapor.http.Multipart;
import id.aduan.lapor.portal.PortalFile;
import id.aduan.lapor.portal.profile.Field;
import id.aduan.lapor.portal.profile.Listing;
import id.aduan.lapor.portal.profile.V3Profile.EntryField;
import id.aduan.lapor.portal.profile.V3Profile.Reply;
import id.aduan.lapor.portal.v3.V3Wire.Answered;
import id.aduan.lapor.portal.v3.V3Wire.Ended;
import id.aduan.lapor.portal.v3.V3Wire.Posted;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/** Publishes an answer and finds it again (portal-wire 2.8, 2.9). */
final class V3FollowUps {
  private final V3Wire wire;
  private final V3Settings settings;
  private final V3Pages pages;
  private final V3Answers answers;
  private final RandomGenerator chance;

  V3FollowUps(V3Wire wire, V3Settings settings, RandomGenerator chance) {
    this.wire = wire;
    this.settings = settings;
    this.pages = new V3Pages(wire, settings);
    this.answers = new V3Answers(settings.profile().refused());
    this.chance = chance;
  }

  DeliveryResult publish(FollowUp followUp, List<PortalFile> files) {
    Reply reply = settings.profile().reply();
    Posted posted = wire.send(reply.call(), form(reply, followUp, files));
    return posted instanceof Ended ended
        ? ended.result()
        : answers
            .objection(((Answered) posted).reply())
            .orElseGet(() -> new DeliveryResult.Accepted(""));
  }

  private HttpCall.Body form(Reply reply, FollowUp followUp, List<PortalFile> files) {
    Multipart form = new Multipart(chance);
    reply
        .body()
        .texts(
            Map.of(
                "user",
                settings.userId(),
                "from",
                settings.institutionId(),
                "to",
                settings.institutionId(),
                "complaint",
                followUp.complaint().value(),
                "template",
                followUp.template().isEmpty() ? reply.template() : followUp.template(),
                "secret",
                Boolean.toString(followUp.secret()),
                "secretNumber",
                followUp.secret() ? "1" : "0",
                "content",
                followUp.content()))
        .forEach(form::field);
    for (int i = 0; i < files.size(); i++) {
      PortalFile file = files.get(i);
      form.file(
          reply.file().replace("{i}", Integer.toString(i)), file.name(), file.type(), file.bytes());
    }
    return form.body();
  }

  Lookup find(FollowUp followUp, int confirmedTwins) {
    try {
      String content = comparable(followUp.content());
      Field text = settings.profile().followUp().at(EntryField.TEXT);
      long standing =
          all(followUp.complaint()).stream()
              .filter(item -> comparable(text.text(item)).equals(content))
              .count();
      return standing > confirmedTwins ? new Lookup.Found("") : new Lookup.Absent();
    } catch (FarEndException e) {
      return Lookup.cannotTell(e);
    }
  }

  /** Every follow-up of every page. */
  List<JsonNode> all(TrackingId complaint) {
    Listing listing = settings.profile().followUps().listing();
    return pages.all(
        new Listing(
            listing.call().of(complaint), listing.items(), listing.paging(), listing.since()),
        "follow-ups");
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
