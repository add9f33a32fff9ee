package id.aduan.lapor.portal.v3;

import com.fasterxml.jackson.databind.JsonNode;
import id.aduan.lapor.complaint.Complaint;
import id.aduan.lapor.complaint.Institution;
import id.aduan.lapor.complaint.TrackingId;
import id.aduan.lapor.delivery.DeliveryResult;
import id.aduan.lapor.delivery.Lookup;
import id.aduan.lapor.failure.FarEndException;
import id.aduan.lapor.http.HttpCall;
import id.aduan.lapor.http.HttpReply;
import id.aduan.lapor.http.Multipart;
import id.aduan.lapor.portal.PortalEntry;
import id.aduan.lapor.portal.PortalFile;
import id.aduan.lapor.portal.PortalFiler;
import id.aduan.lapor.portal.PortalReader;
import id.aduan.lapor.portal.PortalState;
import id.aduan.lapor.portal.profile.Field;
import id.aduan.lapor.portal.profile.V3Profile;
import id.aduan.lapor.portal.profile.V3Profile.Attachments;
import id.aduan.lapor.portal.profile.V3Profile.Create;
import id.aduan.lapor.portal.v3.V3Wire.Answered;
import id.aduan.lapor.portal.v3.V3Wire.Ended;
import id.aduan.lapor.portal.v3.V3Wire.Posted;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Files complaints: upload, create, forward (portal-wire 2.4 to 2.6). */
final class V3Filer implements PortalFiler {
  private static final String JSON = "application/json";
  private final V3Wire wire;
  private final V3Settings settings;
  private final V3Profile profile;
  private final V3Answers answers;
  private final PortalReader reader;
  private final RandomGenerator chance;

  V3Filer(V3Wire wire, V3Settings settings, PortalReader reader, RandomGenerator chance) {
    this.wire = wire;
    this.settings = settings;
    this.profile = settings.profile();
    this.answers = new V3Answers(profile.refused());
    this.reader = reader;
    this.chance = chance;
  }

  @Override
  public DeliveryResult upload(List<PortalFile> files) {
    if (files.isEmpty()) {
      return new DeliveryResult.Accepted("");
    }
    Multipart form = new Multipart(chance);
    files.forEach(
        file -> form.file(profile.upload().part(), file.name(), file.type(), file.bytes()));
    Posted posted = wire.send(profile.upload().call(), form.body());
    if (posted instanceof Ended ended) {
      return ended.result();
    }
    HttpReply reply = ((Answered) posted).reply();
    List<String> ids = uploaded(V3Answers.json(reply));
    if (ids.size() == files.size()) {
      return new DeliveryResult.Accepted(String.join(",", ids));
    }
    return answers
        .objection(reply)
        .orElseGet(
            () ->
                new DeliveryResult.Unknown(
                    "the portal answered %d numbers for %d files"
                        .formatted(ids.size(), files.size())));
  }

  /** Photos stand in one list and all else in another: both count (portal-wire 12 no. 3). */
  private List<String> uploaded(JsonNode answer) {
    List<String> ids = new ArrayList<>();
    for (Field place : profile.upload().ids()) {
      for (JsonNode file : place.find(answer)) {
        String id = profile.upload().id().text(file);
        if (id.matches("[A-Za-z0-9-]{1,64}")) {
          ids.add(id);
        }
      }
    }
    return ids;
  }

  @Override
  public DeliveryResult create(Report report, String uploaded) {
    Posted posted =
        wire.send(
            profile.create().call(), json(profile.create().body().json(values(report, uploaded))));
    if (posted instanceof Ended ended) {
      return ended.result();
    }
    HttpReply reply = ((Answered) posted).reply();
    return created(V3Answers.json(reply))
        .<DeliveryResult>map(id -> new DeliveryResult.Accepted(id.value()))
        .or(() -> answers.objection(reply))
        .orElseGet(
            () ->
                new DeliveryResult.Unknown(
                    "the portal answered a success without a complaint's number"));
  }

  private Optional<TrackingId> created(JsonNode answer) {
    try {
      String id = profile.create().id().text(answer);
      return id.isEmpty() ? Optional.empty() : Optional.of(TrackingId.parse(id));
    } catch (IllegalArgumentException e) {
      return Optional.empty(); // something else stands in that place
    }
  }

  private Map<String, String> values(Report report, String uploaded) {
    Map<String, String> values = new HashMap<>();
    values.put("title", report.title());
    values.put("content", report.content());
    values.put("user", settings.userId());
    values.put("institution", settings.institutionId());
    values.put("classification", report.classificationId().orElse(""));
    values.put("category", report.categoryId().orElse(""));
    values.put("incidentOn", report.incidentOn().map(LocalDate::toString).orElse(""));
    values.put("anonymous", Boolean.toString(report.anonymous()));
    values.put("secret", Boolean.toString(report.secret()));
    values.put("attachments", attachments(profile.create(), uploaded));
    values.put("reporterName", report.reporter().name());
    values.put("reporterPhone", report.reporter().phone());
    values.put("reporterEmail", report.reporter().email());
    return values;
  }

  /** A text that holds a JSON array, in one of the ways that ran in production. */
  static String attachments(Create create, String uploaded) {
    if (uploaded.isEmpty()) {
      return create.noAttachments();
    }
    List<String> ids = new ArrayList<>();
    for (String id : uploaded.split(",", -1)) {
      ids.add(id.matches("[0-9]+") ? id : "\"" + id + "\"");
    }
    String array = "[" + String.join(",", ids) + "]";
    return create.attachments() == Attachments.JSON_ARRAY_DOT ? array + "." : array;
  }

  @Override
  public Lookup findCreated(Report report, Instant since) {
    return new CreatedSearch(reader).find(report.reference(), since);
  }

  @Override
  public DeliveryResult forward(TrackingId id, String institution, String explanation) {
    JsonNode body =
        profile
            .forward()
            .body()
            .json(
                Map.of(
                    "target",
                    institution,
                    "explanation",
                    explanation,
                    "user",
                    settings.userId(),
                    "institution",
                    settings.institutionId()));
    Posted posted = wire.send(profile.forward().call().of(id), json(body));
    return posted instanceof Ended ended
        ? ended.result()
        : answers
            .objection(((Answered) posted).reply())
            .orElseGet(() -> new DeliveryResult.Accepted(""));
  }

  /**
   * It is with an institution if that is its disposition now, or if it has moved on from there
   * since we handed it over.
   */
  @Override
  public Lookup isForwarded(TrackingId id, String institution) {
    try {
      PortalState state = reader.complaint(id);
      Complaint complaint = state.complaint();
      String now = complaint.disposition().map(Institution::id).orElse("");
      if (now.equals(institution)) {
        return new Lookup.Found("");
      }
      if (now.equals(settings.institutionId())) {
        return new Lookup.Absent();
      }
      return state.entries().stream().anyMatch(entry -> handedOver(entry, institution))
          ? new Lookup.Found("")
          : new Lookup.CannotTell("the portal names neither us nor that institution", false);
    } catch (FarEndException e) {
      return Lookup.cannotTell(e);
    }
  }

  private boolean handedOver(PortalEntry entry, String institution) {
    return entry.from().filter(it -> it.id().equals(settings.institutionId())).isPresent()
        && entry.to().filter(it -> it.id().equals(institution)).isPresent();
  }

  @Override
  public Ability ability() {
    return new Ability(true, true, reader.lists());
  }

  private static HttpCall.Body json(JsonNode body) {
    return new HttpCall.Body(JSON, V3Json.write(body));
  }
}
