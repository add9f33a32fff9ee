package id.aduan.lapor.portal.v3;

import com.fasterxml.jackson.databind.JsonNode;
import id.aduan.lapor.complaint.Attachment;
import id.aduan.lapor.complaint.Category;
import id.aduan.lapor.complaint.Classification;
import id.aduan.lapor.complaint.Complaint;
import id.aduan.lapor.complaint.Flag;
import id.aduan.lapor.complaint.Institution;
import id.aduan.lapor.complaint.Reporter;
import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.complaint.Visibility;
import id.aduan.lapor.portal.PortalState;
import id.aduan.lapor.portal.UnreadableMessageException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Reads the {@code data} object of a complaint, as webhooks, lists and details carry it
 * (portal-wire 13). Every field but the number may be missing; fields that are not named here are
 * ignored.
 */
final class V3Complaints {
  private final ZoneId zone;

  V3Complaints(ZoneId zone) {
    this.zone = zone;
  }

  /** Reads a pushed message: {@code {type, timestamp, revision, data}}. */
  PortalState ofMessage(JsonNode message) {
    JsonNode data = message.path("data");
    if (!message.isObject() || !data.isObject()) {
      throw new UnreadableMessageException(
          "payload.shape", "a message is an object with an object 'data'");
    }
    PortalState state = ofData(data, trackingId(data));
    OptionalLong revision = revision(message);
    return new PortalState(
        state.complaint(),
        revision.isPresent() ? revision : state.revision(),
        state.updatedAt(),
        state.whole());
  }

  /** Reads an item of the list. */
  PortalState ofItem(JsonNode data) {
    return ofData(data, trackingId(data));
  }

  /** Reads the data of a complaint whose number is known from the call. */
  PortalState ofData(JsonNode data, TrackingId id) {
    Complaint complaint =
        new Complaint(
            id,
            text(data, "title"),
            text(data, "content"),
            category(data),
            classification(data),
            text(data, "channel"),
            new Visibility(
                Flag.of(V3Json.flag(data, "is_anonymous").orElse(null)),
                Flag.of(V3Json.flag(data, "is_secret").orElse(null))),
            V3Time.instant(text(data, "created_at"), zone),
            V3Time.date(text(data, "date_of_incident")),
            text(data, "location"),
            V3Words.status(text(data, "status_name")),
            disposition(data),
            attachments(data.path("attachments")),
            reporter(data.path("reporter")));
    return new PortalState(
        complaint,
        revision(data),
        V3Time.instant(text(data, "updated_at"), zone),
        !complaint.content().isEmpty());
  }

  private static TrackingId trackingId(JsonNode data) {
    try {
      return TrackingId.parse(text(data, "complaint_id"));
    } catch (IllegalArgumentException e) {
      throw new UnreadableMessageException(
          "payload.complaint_id", "/data/complaint_id: " + e.getMessage());
    }
  }

  private static OptionalLong revision(JsonNode node) {
    JsonNode revision = node.path("revision");
    return revision.canConvertToLong() ? OptionalLong.of(revision.asLong()) : OptionalLong.empty();
  }

  private static Optional<Category> category(JsonNode data) {
    String id = text(data, "category_id");
    return id.isEmpty() || id.equals("0")
        ? Optional.empty()
        : Optional.of(new Category(id, text(data, "category_name")));
  }

  private static Classification classification(JsonNode data) {
    return V3Words.classification(text(data, "classification"));
  }

  private static Optional<Institution> disposition(JsonNode data) {
    String id = text(data, "disposition_id");
    return id.isEmpty() || id.equals("0")
        ? Optional.empty()
        : Optional.of(new Institution(id, text(data, "disposition_name")));
  }

  private static List<Attachment> attachments(JsonNode list) {
    List<Attachment> attachments = new ArrayList<>();
    for (JsonNode item : list) {
      String url = text(item, "url");
      if (!url.isEmpty()) {
        attachments.add(new Attachment(text(item, "file_name"), url));
      }
    }
    return attachments;
  }

  private static Reporter reporter(JsonNode reporter) {
    Reporter read =
        new Reporter(text(reporter, "name"), text(reporter, "phone"), text(reporter, "email"));
    return read.isEmpty() ? Reporter.NOBODY : read;
  }

  /** What cannot be written anywhere else is not taken in, instead of being changed silently. */
  private static String text(JsonNode object, String field) {
    JsonNode value = object.path(field);
    if (value.isDouble() && Double.isInfinite(value.asDouble())) {
      throw new UnreadableMessageException("json.number", "'" + field + "' is too large a number");
    }
    String text = V3Json.text(object, field);
    if (text.codePoints().anyMatch(c -> c == 0 || Character.getType(c) == Character.SURROGATE)) {
      throw new UnreadableMessageException(
          "payload.text", "'" + field + "' holds U+0000 or half of a surrogate pair");
    }
    return text;
  }
}
