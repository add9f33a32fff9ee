package id.aduan.lapor.portal.v3;

import com.fasterxml.jackson.databind.JsonNode;
import id.aduan.lapor.complaint.Category;
import id.aduan.lapor.complaint.Complaint;
import id.aduan.lapor.complaint.Flag;
import id.aduan.lapor.complaint.Institution;
import id.aduan.lapor.complaint.Reporter;
import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.complaint.Visibility;
import id.aduan.lapor.portal.PortalEntry;
import id.aduan.lapor.portal.PortalState;
import id.aduan.lapor.portal.UnreadableMessageException;
import id.aduan.lapor.portal.profile.V3Profile;
import id.aduan.lapor.portal.profile.V3Profile.ComplaintField;
import id.aduan.lapor.portal.profile.V3Profile.ComplaintFields;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Reads the object of a complaint, as webhooks, lists and details carry it (portal-wire 13). Every
 * field but the number may be missing; what is new or not known is noted and otherwise ignored.
 */
final class V3Complaints {
  private final V3Profile profile;
  private final ComplaintFields fields;
  private final V3Attachments files;
  private final V3Entries entries;

  V3Complaints(V3Settings settings) {
    this.profile = settings.profile();
    this.fields = profile.complaint();
    this.files =
        new V3Attachments(
            settings,
            fields.at(ComplaintField.ATTACHMENT_URL),
            fields.at(ComplaintField.ATTACHMENT_NAME));
    this.entries = new V3Entries(settings);
  }

  /** Reads a pushed message: {@code {type, timestamp, revision, data}}. */
  PortalState ofMessage(JsonNode message) {
    JsonNode data = profile.message().data().find(message);
    if (!message.isObject() || !data.isObject()) {
      throw new UnreadableMessageException(
          "payload.shape", "a message is an object with an object 'data'");
    }
    V3Unfamiliar unfamiliar = new V3Unfamiliar(profile.words());
    JsonNode followUp = profile.message().followUp().find(message);
    List<PortalEntry> said =
        followUp.isMissingNode()
            ? List.of()
            : entries.of(List.of(followUp), PortalEntry.Origin.FOLLOW_UP, unfamiliar);
    OptionalLong revision = whole(profile.message().revision().find(message));
    PortalState state = ofData(data, trackingId(data), said, unfamiliar);
    return revision.isEmpty()
        ? state
        : new PortalState(
            state.complaint(),
            revision,
            state.updatedAt(),
            state.whole(),
            state.entries(),
            state.unfamiliar());
  }

  /** Reads an item of the list. */
  PortalState ofItem(JsonNode data) {
    return ofData(data, trackingId(data), List.of(), new V3Unfamiliar(profile.words()));
  }

  /** Reads the data of a complaint whose number is known from the call. */
  PortalState ofData(
      JsonNode data, TrackingId id, List<PortalEntry> entriesRead, V3Unfamiliar unfamiliar) {
    unfamiliar.fields(data, fields.known());
    Item item = new Item(data, unfamiliar);
    Complaint complaint =
        new Complaint(
            id,
            item.text(ComplaintField.TITLE),
            item.text(ComplaintField.CONTENT),
            item.number(ComplaintField.CATEGORY_ID)
                .map(number -> new Category(number, item.text(ComplaintField.CATEGORY_NAME))),
            unfamiliar.told(
                profile.words().classification(item.text(ComplaintField.CLASSIFICATION))),
            item.text(ComplaintField.CHANNEL),
            new Visibility(item.flag(ComplaintField.ANONYMOUS), item.flag(ComplaintField.SECRET)),
            item.time(ComplaintField.RECEIVED_AT),
            item.day(ComplaintField.INCIDENT_ON),
            item.text(ComplaintField.LOCATION),
            unfamiliar.told(profile.words().status(item.text(ComplaintField.STATUS))),
            item.number(ComplaintField.DISPOSITION_ID)
                .map(number -> new Institution(number, item.text(ComplaintField.DISPOSITION_NAME))),
            files.below(fields.at(ComplaintField.ATTACHMENTS).find(data)),
            reporter(item),
            List.of());
    return new PortalState(
        complaint,
        whole(fields.at(ComplaintField.REVISION).find(data)),
        item.time(ComplaintField.UPDATED_AT),
        !complaint.content().isEmpty(),
        entriesRead,
        unfamiliar.list());
  }

  /** The number that the data itself names, if it names one. */
  Optional<TrackingId> named(JsonNode data) {
    return fields.at(ComplaintField.ID).text(data).isEmpty()
        ? Optional.empty()
        : Optional.of(trackingId(data));
  }

  private TrackingId trackingId(JsonNode data) {
    try {
      return TrackingId.parse(fields.at(ComplaintField.ID).text(data));
    } catch (IllegalArgumentException e) {
      throw new UnreadableMessageException(
          "payload.complaint_id", "/data/complaint_id: " + e.getMessage());
    }
  }

  private static OptionalLong whole(JsonNode revision) {
    return revision.canConvertToLong() && revision.isIntegralNumber()
        ? OptionalLong.of(revision.asLong())
        : OptionalLong.empty();
  }

  private static Reporter reporter(Item item) {
    Reporter read =
        new Reporter(
            item.text(ComplaintField.REPORTER_NAME),
            item.text(ComplaintField.REPORTER_PHONE),
            item.text(ComplaintField.REPORTER_EMAIL));
    return read.isEmpty() ? Reporter.NOBODY : read;
  }

  /** The fields of one object. */
  private final class Item {
    private final JsonNode data;
    private final V3Unfamiliar unfamiliar;

    Item(JsonNode data, V3Unfamiliar unfamiliar) {
      this.data = data;
      this.unfamiliar = unfamiliar;
    }

    /** What cannot be written anywhere else is not taken in, instead of being changed silently. */
    String text(ComplaintField field) {
      JsonNode value = fields.at(field).find(data);
      if (value.isDouble() && Double.isInfinite(value.asDouble())) {
        throw new UnreadableMessageException(
            "json.number", "'" + field.name() + "' is too large a number");
      }
      if (value.isContainerNode()) {
        unfamiliar.note("field: " + field.name() + " is not one value");
      }
      String text = value.isValueNode() ? value.asText() : "";
      if (text.codePoints().anyMatch(c -> c == 0 || Character.getType(c) == Character.SURROGATE)) {
        throw new UnreadableMessageException(
            "payload.text", "'" + field.name() + "' holds U+0000 or half of a surrogate pair");
      }
      return text;
    }

    Optional<Instant> time(ComplaintField field) {
      String text = text(field);
      return unfamiliar.time(field, text, fields.times().instant(text));
    }

    Optional<LocalDate> day(ComplaintField field) {
      String text = text(field);
      return unfamiliar.time(field, text, fields.times().day(text));
    }

    /** A number of the portal's; 0 is none. */
    Optional<String> number(ComplaintField field) {
      return Optional.of(text(field)).filter(it -> !it.isEmpty() && !it.equals("0"));
    }

    Flag flag(ComplaintField field) {
      return Flag.of(fields.at(field).flag(data).orElse(null));
    }
  }
}
