package id.aduan.lapor.portal.v3;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import id.aduan.lapor.complaint.Flag;
import id.aduan.lapor.complaint.Institution;
import id.aduan.lapor.complaint.Status;
import id.aduan.lapor.portal.PortalEntry;
import id.aduan.lapor.portal.PortalEntry.Kind;
import id.aduan.lapor.portal.PortalEntry.Origin;
import id.aduan.lapor.portal.UnreadableMessageException;
import id.aduan.lapor.portal.profile.V3Profile;
import id.aduan.lapor.portal.profile.V3Profile.EntryField;
import id.aduan.lapor.portal.profile.V3Profile.EntryFields;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * Reads entries of logs and follow-ups: templates with placeholders, HTML, JSON inside a text, all
 * kinds in one list (portal-wire 2.7, 2.8, 12 no. 10).
 */
final class V3Entries {
  /** More of one complaint are not taken in at once. */
  static final int ENTRIES_MAX = 2_000;

  private final V3Profile profile;
  private final V3Attachments filesOfLog;
  private final V3Attachments filesOfFollowUps;

  V3Entries(V3Settings settings) {
    this.profile = settings.profile();
    this.filesOfLog = files(settings, profile.log());
    this.filesOfFollowUps = files(settings, profile.followUp());
  }

  private static V3Attachments files(V3Settings settings, EntryFields fields) {
    return new V3Attachments(
        settings, fields.at(EntryField.ATTACHMENT_URL), fields.at(EntryField.ATTACHMENT_NAME));
  }

  /** The entries of a list; an item that is no object is only noted. */
  List<PortalEntry> of(Iterable<JsonNode> items, Origin origin, V3Unfamiliar unfamiliar) {
    List<PortalEntry> entries = new ArrayList<>();
    for (JsonNode item : newest(items, origin, unfamiliar)) {
      if (item.isObject()) {
        entries.add(entry(item, origin, unfamiliar));
      } else {
        unfamiliar.note("entries: an item of another form");
      }
    }
    return entries;
  }

  /** As many as are taken in, in the order of the list: the newest, and only then others. */
  private List<JsonNode> newest(Iterable<JsonNode> items, Origin origin, V3Unfamiliar unfamiliar) {
    List<JsonNode> all = new ArrayList<>();
    items.forEach(all::add);
    if (all.size() <= ENTRIES_MAX) {
      return all;
    }
    unfamiliar.note("entries: more than " + ENTRIES_MAX);
    EntryFields fields = origin == Origin.LOG ? profile.log() : profile.followUp();
    List<Instant> times = new ArrayList<>();
    for (JsonNode item : all) {
      times.add(fields.times().instant(fields.at(EntryField.AT).text(item)).orElse(Instant.MIN));
    }
    return IntStream.range(0, all.size())
        .boxed()
        .sorted(Comparator.comparing(times::get, Comparator.reverseOrder()))
        .limit(ENTRIES_MAX)
        .sorted()
        .map(all::get)
        .toList();
  }

  private PortalEntry entry(JsonNode item, Origin origin, V3Unfamiliar unfamiliar) {
    EntryFields fields = origin == Origin.LOG ? profile.log() : profile.followUp();
    Optional<Institution> from =
        institution(item, fields, EntryField.FROM_ID, EntryField.FROM_NAME);
    Optional<Institution> to = institution(item, fields, EntryField.TO_ID, EntryField.TO_NAME);
    JsonNode change = change(fields.at(EntryField.CHANGE).find(item));
    Optional<Status> before = status(fields.at(EntryField.BEFORE).text(change), unfamiliar);
    Optional<Status> after = status(fields.at(EntryField.AFTER).text(change), unfamiliar);
    String template = fields.at(EntryField.TEMPLATE).text(item);
    String sentence =
        sentence(fields.at(EntryField.SENTENCE).text(item), from, to, before, after, unfamiliar);
    String said = PlainText.of(fields.at(EntryField.TEXT).text(item));
    String at = fields.at(EntryField.AT).text(item);
    return new PortalEntry(
        id(fields.at(EntryField.ID).text(item), item),
        origin,
        kind(origin, template, sentence, from, to, before.or(() -> after)),
        unfamiliar.time(EntryField.AT, at, fields.times().instant(at)),
        from,
        to,
        template,
        said.isEmpty() ? sentence : said,
        Flag.of(fields.at(EntryField.SECRET).flag(item).orElse(null)),
        files(origin).below(fields.at(EntryField.ATTACHMENTS).find(item)),
        before,
        after);
  }

  /** The portal's own number of an entry, or one that is made of all it says. */
  static String id(String number, JsonNode item) {
    return number.isEmpty() ? "content-" + UUID.nameUUIDFromBytes(V3Json.write(item)) : number;
  }

  private V3Attachments files(Origin origin) {
    return origin == Origin.LOG ? filesOfLog : filesOfFollowUps;
  }

  private static Optional<Institution> institution(
      JsonNode item, EntryFields fields, EntryField id, EntryField name) {
    String number = fields.at(id).text(item);
    String named = PlainText.of(fields.at(name).text(item));
    return number.isEmpty() && named.isEmpty()
        ? Optional.empty()
        : Optional.of(new Institution(number, named));
  }

  /** JSON inside a text, or as it is. */
  private static JsonNode change(JsonNode written) {
    if (!written.isTextual()) {
      return written;
    }
    try {
      return V3Json.parse(written.textValue().getBytes(StandardCharsets.UTF_8));
    } catch (UnreadableMessageException e) {
      return MissingNode.getInstance(); // then it tells no change
    }
  }

  private Optional<Status> status(String word, V3Unfamiliar unfamiliar) {
    return word.isBlank()
        ? Optional.empty()
        : Optional.of(unfamiliar.told(profile.words().status(PlainText.of(word))));
  }

  private static String sentence(
      String template,
      Optional<Institution> from,
      Optional<Institution> to,
      Optional<Status> before,
      Optional<Status> after,
      V3Unfamiliar unfamiliar) {
    String fromName = from.map(Institution::name).orElse("");
    String toName = to.map(Institution::name).orElse("");
    Map<String, String> values = new HashMap<>();
    values.put("institution_from", fromName);
    values.put("institution_from_link", fromName);
    values.put("institution_to", toName);
    values.put("institution_to_link", toName);
    values.put("institution", fromName.isEmpty() ? toName : fromName);
    values.put("status_old", before.map(Status::raw).orElse(""));
    values.put("status_new", after.map(Status::raw).orElse(""));
    Set<String> unknown = PlainText.names();
    String filled = PlainText.fill(PlainText.of(template), values, unknown);
    unknown.forEach(name -> unfamiliar.note("placeholder: " + name));
    return filled;
  }

  /**
   * The template or the sentence says it. Otherwise an entry of the log that names another
   * institution than the one that acted hands the case over (portal-wire 2.7), and one that says
   * nothing but a change of the status is that.
   */
  private Kind kind(
      Origin origin,
      String template,
      String sentence,
      Optional<Institution> from,
      Optional<Institution> to,
      Optional<Status> change) {
    Optional<Kind> told = profile.kinds().of(template, sentence);
    if (told.isPresent()) {
      return told.get();
    }
    if (origin == Origin.LOG && to.isPresent() && !to.equals(from)) {
      return Kind.DISPOSITION;
    }
    return origin == Origin.LOG && change.isPresent() ? Kind.STATUS : Kind.UNTYPED;
  }

  /** All of them, oldest first. One without a time stays behind the one before it in its list. */
  static List<PortalEntry> ordered(List<PortalEntry> log, List<PortalEntry> followUps) {
    List<Placed> all = new ArrayList<>();
    for (List<PortalEntry> list : List.of(log, followUps)) {
      Instant last = Instant.MIN;
      for (PortalEntry entry : list) {
        last = entry.at().orElse(last);
        all.add(new Placed(last, entry));
      }
    }
    all.sort(
        Comparator.comparing(Placed::at)
            .thenComparing(it -> it.entry().origin())
            .thenComparing(it -> it.entry().id().length())
            .thenComparing(it -> it.entry().id()));
    return all.stream().map(Placed::entry).toList();
  }

  private record Placed(Instant at, PortalEntry entry) {}
}
