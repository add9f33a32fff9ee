package id.aduan.lapor.portal.profile;

import id.aduan.lapor.portal.PortalEntry.Kind;
import id.aduan.lapor.portal.profile.V3Profile.Attachments;
import id.aduan.lapor.portal.profile.V3Profile.ComplaintField;
import id.aduan.lapor.portal.profile.V3Profile.ComplaintFields;
import id.aduan.lapor.portal.profile.V3Profile.Create;
import id.aduan.lapor.portal.profile.V3Profile.Detail;
import id.aduan.lapor.portal.profile.V3Profile.EntryField;
import id.aduan.lapor.portal.profile.V3Profile.EntryFields;
import id.aduan.lapor.portal.profile.V3Profile.FollowUps;
import id.aduan.lapor.portal.profile.V3Profile.Forward;
import id.aduan.lapor.portal.profile.V3Profile.Gateway;
import id.aduan.lapor.portal.profile.V3Profile.Headers;
import id.aduan.lapor.portal.profile.V3Profile.Kinds;
import id.aduan.lapor.portal.profile.V3Profile.Master;
import id.aduan.lapor.portal.profile.V3Profile.MasterField;
import id.aduan.lapor.portal.profile.V3Profile.MasterList;
import id.aduan.lapor.portal.profile.V3Profile.Message;
import id.aduan.lapor.portal.profile.V3Profile.Reply;
import id.aduan.lapor.portal.profile.V3Profile.Upload;
import id.aduan.lapor.yaml.YamlScalar;
import java.net.URI;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Reads a profile of the wire v3; each section is one method. */
final class V3Reader {
  private static final String[] KEYS = {
    "version",
    "wire",
    "extends",
    "baseUri",
    "answers",
    "headers",
    "times",
    "masters",
    "upload",
    "create",
    "forward",
    "detail",
    "followUps",
    "reply",
    "list",
    "message",
    "complaint",
    "log",
    "followUp",
    "kinds",
    "gateway",
    "words"
  };
  private static final int KEYS_OPTIONAL = 5;
  private static final Predicate<String> HEADER =
      Pattern.compile("[A-Za-z0-9_-]{1,64}").asMatchPredicate();
  private static final Predicate<String> PART =
      Pattern.compile("[A-Za-z0-9_.\\[\\]{}-]{1,64}").asMatchPredicate();
  private static final Predicate<String> VISIBLE =
      Pattern.compile("[\\x20-\\x7e]{0,200}").asMatchPredicate();

  private final ProfileMap profile;
  private final Times times;

  V3Reader(ProfileMap profile) {
    this.profile = profile;
    this.times = Times.nothing().with(profile.map("times"));
  }

  V3Profile read(String name, Optional<URI> baseUri) {
    profile.known(KEYS);
    List.of(KEYS).subList(KEYS_OPTIONAL, KEYS.length).forEach(profile::require);
    return new V3Profile(
        name,
        baseUri,
        headers(profile.map("headers")),
        masters(profile.map("masters")),
        upload(profile.map("upload")),
        create(profile.map("create")),
        forward(profile.map("forward")),
        detail(profile.map("detail")),
        followUps(profile.map("followUps")),
        reply(profile.map("reply")),
        list(profile.map("list")),
        message(profile.map("message")),
        complaint(profile.map("complaint")),
        entry(profile.map("log")),
        entry(profile.map("followUp")),
        kinds(profile.map("kinds")),
        refused(profile.map("answers")),
        gateway(profile.map("gateway")),
        WordsSection.read(profile.map("words")));
  }

  private static Headers headers(ProfileMap map) {
    map.known("authorization", "prefix", "token", "braces", "accept");
    Headers headers =
        new Headers(
            map.text("authorization", HEADER, "the name of a header"),
            map.text("prefix", VISIBLE, "visible ASCII characters"),
            map.text("token", HEADER, "the name of a header"),
            map.truth("braces", true),
            map.text("accept", VISIBLE, "visible ASCII characters"));
    if (headers.areMixedUp()) {
      map.scalar("token")
          .ifPresent(it -> it.problem("the two headers need names of their own", ""));
    }
    return headers;
  }

  private static Map<Master, MasterList> masters(ProfileMap map) {
    map.known("institutions", "templates", "categories");
    Map<Master, MasterList> masters = new EnumMap<>(Master.class);
    for (Master each : Master.values()) {
      ProfileMap one = map.map(each.name().toLowerCase(Locale.ROOT));
      one.known(Listing.keysAnd("fields"));
      if (Call.isThere(one)) {
        masters.put(
            each,
            new MasterList(
                Listing.read(one, Call.of(one, "GET")), FieldGroups.read(one, MasterField.class)));
      }
    }
    return masters;
  }

  private static Upload upload(ProfileMap map) {
    map.known("path", "method", "query", "part", "ids", "id");
    map.require("ids");
    return new Upload(
        Call.of(map, "POST"),
        map.text("part", PART, "the name of a part, such as attachments[]"),
        Field.each(map, "ids"),
        Field.required(map, "id"));
  }

  private static Create create(ProfileMap map) {
    map.known("path", "method", "query", "attachments", "noAttachments", "body", "id");
    return new Create(
        Call.of(map, "POST"),
        attachments(map),
        map.text("noAttachments"),
        BodyForm.read(map.map("body"), Create.VALUES),
        Field.required(map, "id"));
  }

  /** Written with hyphens, as names of ways are. */
  private static Attachments attachments(ProfileMap map) {
    map.require("attachments");
    return map.scalar("attachments")
        .flatMap(
            it -> it.asOneOf(List.of("json-array", "json-array-dot"), "way to write attachments"))
        .map(it -> Attachments.valueOf(it.toUpperCase(Locale.ROOT).replace('-', '_')))
        .orElse(Attachments.JSON_ARRAY);
  }

  private static Forward forward(ProfileMap map) {
    map.known("path", "method", "query", "body");
    return new Forward(Call.ofOne(map, "POST"), BodyForm.read(map.map("body"), Forward.VALUES));
  }

  private static Detail detail(ProfileMap map) {
    map.known("path", "method", "query", "data", "log");
    return new Detail(Call.ofOne(map, "GET"), Field.required(map, "data"), Field.read(map, "log"));
  }

  private static FollowUps followUps(ProfileMap map) {
    map.known(Listing.keysAnd("read"));
    return new FollowUps(Listing.read(map, Call.ofOne(map, "GET")), map.truth("read", true));
  }

  private static Reply reply(ProfileMap map) {
    map.known("path", "method", "query", "template", "file", "fields");
    return new Reply(
        Call.of(map, "POST"),
        map.text("template"),
        map.text("file", PART, "the name of a part, such as attachment[{i}]"),
        BodyForm.read(map.map("fields"), Reply.VALUES));
  }

  private static Optional<Listing> list(ProfileMap map) {
    map.known(Listing.keysAnd("updatedSince", "updatedSinceForm", "zone"));
    return Call.isThere(map)
        ? Optional.of(Listing.read(map, Call.of(map, "GET")))
        : Optional.empty();
  }

  private static Message message(ProfileMap map) {
    map.known("type", "revision", "data", "followUp");
    return new Message(
        Field.read(map, "type"),
        Field.read(map, "revision"),
        Field.required(map, "data"),
        Field.read(map, "followUp"));
  }

  private ComplaintFields complaint(ProfileMap map) {
    map.known("fields", "unread", "times");
    Map<ComplaintField, Field> places = FieldGroups.read(map, ComplaintField.class);
    Field.required(map.map("fields"), "id");
    Set<String> known = new HashSet<>();
    places.values().forEach(place -> known.addAll(place.tops()));
    map.scalars("unread").forEach(name -> known.add(name.text()));
    return new ComplaintFields(places, times.with(map.map("times")), Set.copyOf(known));
  }

  private EntryFields entry(ProfileMap map) {
    map.known("fields", "times");
    return new EntryFields(FieldGroups.read(map, EntryField.class), times.with(map.map("times")));
  }

  private static Kinds kinds(ProfileMap map) {
    map.known("templates", "phrases");
    return new Kinds(
        WordsSection.table(map.map("templates"), Kind.class),
        WordsSection.table(map.map("phrases"), Kind.class));
  }

  private static Field refused(ProfileMap map) {
    map.known("refused");
    return Field.read(map, "refused");
  }

  private static Gateway gateway(ProfileMap map) {
    map.known("proves", "throttled", "credentials", "notSent");
    return new Gateway(
        map.truth("proves", false),
        codes(map, "throttled"),
        codes(map, "credentials"),
        codes(map, "notSent"));
  }

  private static Set<Integer> codes(ProfileMap map, String key) {
    Set<Integer> codes = new HashSet<>();
    for (YamlScalar each : map.scalars(key)) {
      each.asInt(1, 999_999_999).ifPresent(codes::add);
    }
    return codes;
  }
}
