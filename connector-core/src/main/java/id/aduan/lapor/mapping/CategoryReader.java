package id.aduan.lapor.mapping;

import id.aduan.lapor.mapping.Catalogue.Entry;
import id.aduan.lapor.mapping.CategorySet.Named;
import id.aduan.lapor.yaml.YamlMap;
import id.aduan.lapor.yaml.YamlScalar;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads categories where they are mapped and where they are meant, and the table of them. */
final class CategoryReader {

  static final List<String> ROW_KEYS = List.of("agency", "ids");
  static final List<String> ITEM_KEYS = List.of("id", "name", "topic");

  private static final Pattern ID = Pattern.compile("[1-9][0-9]{0,11}");

  private final AgencyCodes codes;
  private final Catalogue catalogue;
  private final Findings findings;
  private final Set<String> topics = new TreeSet<>();
  private final Map<String, Target> byId = new HashMap<>();
  private final Map<String, Map<Named, Target>> byName = new HashMap<>();
  private final Map<String, Target> byTopic = new HashMap<>();
  private final Map<String, String> written = new HashMap<>();
  private final Map<String, YamlScalar> places = new LinkedHashMap<>();

  CategoryReader(AgencyCodes codes, Catalogue catalogue, Findings findings) {
    this.codes = codes;
    this.catalogue = catalogue;
    this.findings = findings;
    catalogue.topics().forEach(topic -> topics.add(topic.name()));
  }

  CategoryTable compile() {
    return new CategoryTable(byId, byName, byTopic);
  }

  void read(YamlMap file) {
    for (YamlMap row : file.maps("categories")) {
      row.rejectUnknownKeys(ROW_KEYS.toArray(String[]::new));
      row.requireKeys("agency", "ids");
      String agency = row.scalar("agency").map(codes::check).orElse("");
      for (YamlMap item : row.maps("ids", "id")) {
        meant(item).ifPresent(it -> put(it, agency));
      }
    }
  }

  /** The line kept is the category's own, for that is the one to change. */
  private void put(Meant meant, String agency) {
    Target target = Target.of(agency, meant.at().line());
    for (String id : meant.ids()) {
      places.putIfAbsent(id, meant.at());
      Target first = byId.putIfAbsent(id, target);
      refuseSecond(meant, "id " + id, first, "the id " + id + " of a category");
    }
    if (meant.named().isPresent()) {
      Named named = meant.named().get();
      Target first =
          byName
              .computeIfAbsent(named.name(), name -> new LinkedHashMap<>())
              .putIfAbsent(named, target);
      refuseSecond(meant, "name " + named, first, "the category " + meant.at().excerpt());
    } else if (meant.isWholeTopic()) {
      Target first = byTopic.putIfAbsent(meant.topic(), target);
      refuseSecond(meant, "topic " + meant.topic(), first, "the topic " + meant.at().excerpt());
    }
  }

  /** Where only the portal's list makes two lines one, the first keeps it. */
  private void refuseSecond(Meant meant, String key, @Nullable Target first, String what) {
    String firstWritten = written.putIfAbsent(key, meant.written());
    if (first == null) {
      return;
    }
    String hint = "line %d maps it to '%s'".formatted(first.line(), first.lead());
    if (meant.written().equals(firstWritten)) {
      meant.at().problem(what + " is mapped twice", hint);
    } else {
      findings.differs(meant.at(), what + " is mapped twice", hint);
    }
  }

  /** One category as written: by its number, by topic and name, or a whole topic. */
  Optional<Meant> meant(YamlMap item) {
    item.rejectUnknownKeys(ITEM_KEYS.toArray(String[]::new));
    Optional<YamlScalar> name = item.scalar("name").filter(it -> it.asText().isPresent());
    if (item.has("topic") && item.has("id")) {
      item.problem("a category has an id or a topic, not both", "remove 'topic'");
      return Optional.empty();
    }
    if (item.has("topic")) {
      return item.scalar("topic").flatMap(topic -> byTopic(topic, name));
    }
    item.requireKeys("id");
    return item.scalar("id").flatMap(id -> id(id, name).map(digits -> Meant.of(id, digits)));
  }

  /** A category's number, held against the portal's list, with the name that the file gives it. */
  Optional<String> id(YamlScalar id, Optional<YamlScalar> name) {
    String digits = Catalogue.plain(id.text());
    if (!ID.matcher(digits).matches()) {
      id.problem("the id of a category is digits, but this is " + id.excerpt(), nameHint(digits));
      return Optional.empty();
    }
    Optional<Entry> known = catalogue.find(digits);
    if (known.isPresent()) {
      name.filter(it -> !Catalogue.name(it.text()).equals(known.get().name()))
          .ifPresent(it -> renamed(it, digits, known.get()));
      return Optional.of(digits);
    }
    List<String> others = name.map(it -> catalogue.idsNamed(it.text())).orElse(List.of());
    if (others.isEmpty()) {
      findings.notice(
          id, "the category " + digits + " is not in our list", "the list is not complete");
    } else {
      findings.differs(
          id, "the category of that name is not " + digits, "it is " + String.join(" or ", others));
    }
    return Optional.of(digits);
  }

  private void renamed(YamlScalar name, String id, Entry known) {
    findings.differs(
        name,
        "the category %s is called '%s', not %s".formatted(id, known.name(), name.excerpt()),
        nameHint(name.text()));
  }

  private String nameHint(String name) {
    List<String> ids = catalogue.idsNamed(name);
    return ids.isEmpty() ? "" : "the category of that name is " + String.join(" or ", ids);
  }

  private Optional<Meant> byTopic(YamlScalar written, Optional<YamlScalar> name) {
    Optional<String> topic = topic(written);
    if (topic.isEmpty() || name.isEmpty()) {
      return topic.map(
          it -> new Meant(written, Set.of(), Optional.empty(), it, Catalogue.name(written.text())));
    }
    Named named = new Named(topic.get(), Catalogue.name(name.get().text()));
    List<Entry> known =
        catalogue.named(named.name()).stream()
            .filter(it -> it.topics().contains(named.topic()))
            .toList();
    if (known.isEmpty()) {
      unknownName(name.get(), named.topic());
    }
    Set<String> ids = new TreeSet<>();
    known.stream().map(Entry::id).filter(id -> !id.isEmpty()).forEach(ids::add);
    Optional<Named> rest = Optional.of(named).filter(it -> ids.isEmpty());
    String asWritten = Catalogue.name(written.text()) + " > " + named.name();
    return Optional.of(new Meant(name.get(), ids, rest, named.topic(), asWritten));
  }

  /** A name of the list that is near was meant; one that is not near may be new there. */
  private void unknownName(YamlScalar name, String topic) {
    List<String> siblings =
        catalogue.entries().stream()
            .filter(it -> it.topics().contains(topic))
            .map(Entry::name)
            .distinct()
            .toList();
    unknown(name, "no category " + name.excerpt() + " stands under '" + topic + "'", siblings);
  }

  private void unknown(YamlScalar written, String message, Collection<String> known) {
    String near = written.nearest(known);
    if (near.isEmpty()) {
      findings.notice(written, message + " in our list", "the list is not complete");
    } else {
      findings.differs(written, message, near);
    }
  }

  /** A topic's name as it is compared, given by its name or number. */
  Optional<String> topic(YamlScalar written) {
    String name = Catalogue.name(written.asText().orElse(""));
    if (name.isEmpty()) {
      return Optional.empty();
    }
    Optional<String> known =
        catalogue.find(name).filter(Entry::isTopic).map(Entry::name).or(() -> Optional.of(name));
    if (!topics.contains(known.get())) {
      unknown(written, "no topic is called " + written.excerpt(), topics);
    }
    return known;
  }

  /** A line of the table that no complaint reaches, since a rule takes all of its category. */
  void noticeHidden(List<RuleLine> rules) {
    for (RuleLine rule : rules) {
      if (rule.decides()
          && rule.conditions().size() == 1
          && rule.conditions().get(0) instanceof Condition.OfCategory category) {
        for (String id : category.categories().ids()) {
          YamlScalar place = places.get(id);
          if (place != null) {
            findings.notice(
                place,
                "no complaint reaches this line for " + id,
                "the rule '" + rule.name() + "' takes all of that category");
          }
        }
      }
    }
  }

  /**
   * A category as a file means it.
   *
   * @param ids its numbers, as far as they are known
   * @param named without a number
   * @param topic with neither: the whole topic; else empty or the topic that was written
   * @param written what stands in the file, whatever the portal's list makes of it
   */
  record Meant(
      YamlScalar at, Set<String> ids, Optional<Named> named, String topic, String written) {
    static Meant of(YamlScalar at, String id) {
      return new Meant(at, Set.of(id), Optional.empty(), "", id);
    }

    boolean isWholeTopic() {
      return ids.isEmpty() && named.isEmpty();
    }
  }
}
