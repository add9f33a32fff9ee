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
import id.aduan.lapor.portal.v3.V3Pages.All;
import id.aduan.lapor.portal.v3.V3Wire.Answered;
import id.aduan.lapor.portal.v3.V3Wire.Ended;
import id.aduan.lapor.portal.v3.V3Wire.Posted;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/** Publishes an answer and finds it again (portal-wire 2.8, 2.9). */
final class V3FollowUps {
  /** More markup within markup is not taken off. */
  private static final int LAYERS_MAX = 5;

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

  /**
   * An answer is found by one more of its content than are known. That it is missing is proven by a
   * list of one page, or by two readings that agree: while several pages are read, one may slip
   * from a page that is still to come onto one that was read (F57).
   */
  Lookup find(FollowUp followUp, int confirmedTwins) {
    try {
      All read = read(followUp.complaint());
      Set<String> standing = standing(read, followUp);
      if (standing.size() > confirmedTwins) {
        return new Lookup.Found("");
      }
      if (!read.ended()) {
        return new Lookup.CannotTell("the portal's list of follow-ups does not end", false);
      }
      return read.pages() == 1
          ? new Lookup.Absent()
          : again(read, standing, followUp, confirmedTwins);
    } catch (FarEndException e) {
      return Lookup.cannotTell(e);
    }
  }

  private Lookup again(All before, Set<String> standing, FollowUp followUp, int confirmedTwins) {
    All now = read(followUp.complaint());
    standing.addAll(standing(now, followUp));
    if (standing.size() > confirmedTwins) {
      return new Lookup.Found("");
    }
    return now.ended() && new HashSet<>(now.items()).containsAll(before.items())
        ? new Lookup.Absent()
        : new Lookup.CannotTell("the portal's follow-ups changed while they were read", false);
  }

  /** Which of them say the same; one that was shown on two pages is one. */
  private Set<String> standing(All read, FollowUp followUp) {
    String content = twin(followUp.content());
    Field text = settings.profile().followUp().at(EntryField.TEXT);
    Field id = settings.profile().followUp().at(EntryField.ID);
    return read.items().stream()
        .filter(item -> twin(text.text(item)).equals(content))
        .map(item -> V3Entries.id(id.text(item), item))
        .collect(Collectors.toCollection(HashSet::new));
  }

  /** Every follow-up of every page. */
  List<JsonNode> all(TrackingId complaint) {
    return read(complaint).items();
  }

  private All read(TrackingId complaint) {
    Listing listing = settings.profile().followUps().listing();
    return pages.all(
        new Listing(
            listing.call().of(complaint), listing.items(), listing.paging(), listing.since()),
        "follow-ups");
  }

  /**
   * A text as far as the portal keeps it: plain, and without white space, which it re-flows. Equal
   * for our own text and for what becomes of it when the portal shows it as markup, with entities
   * or as it is: so markup is taken off until none is left, even if we wrote it.
   */
  static String twin(String text) {
    String plain = text;
    for (int i = 0; i < LAYERS_MAX; i++) {
      String less = PlainText.of(plain);
      if (less.equals(plain)) {
        break;
      }
      plain = less;
    }
    String twin = comparable(plain);
    return twin.isEmpty() ? comparable(text) : twin;
  }

  private static String comparable(String text) {
    return text.replaceAll("[\\s\\u00a0]+", "");
  }
}
