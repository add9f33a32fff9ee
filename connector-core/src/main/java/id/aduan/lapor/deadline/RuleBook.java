package id.aduan.lapor.deadline;

import id.aduan.lapor.deadline.RuleFile.Entry;
import id.aduan.lapor.json.ModelJson;
import id.aduan.lapor.yaml.Problems;
import id.aduan.lapor.yaml.YamlFile;
import id.aduan.lapor.yaml.YamlMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The clocks that are in force, from one or several files.
 *
 * @param version the labels of the files and the beginning of a hash over the rules, such as {@code
 *     2026-11~1f0c93ab}: other content has another version, whether or not somebody gave the file
 *     another label
 * @param rules at most 200, in the order of their files, each id once
 */
public record RuleBook(String version, List<ClockRule> rules) {
  /** The files that ship, by the name that the setting {@code deadlines.rules} knows them by. */
  public static final List<String> SHIPPED =
      List.of("bintan", "sp4n", "uu25", "uu14", "ombudsman", "pdp");

  /** Those that are in force where nothing else is said: the national ones. */
  public static final List<String> NATIONAL = List.of("sp4n", "uu25", "uu14", "ombudsman", "pdp");

  public RuleBook {
    rules = List.copyOf(rules);
  }

  /** All that ships, with the service level of Kabupaten Bintan. */
  public static RuleBook shipped() {
    return shipped(SHIPPED);
  }

  /** The national rules that ship. */
  public static RuleBook national() {
    return shipped(NATIONAL);
  }

  private static RuleBook shipped(List<String> names) {
    Problems problems = new Problems();
    RuleBook book = read(names.stream().map(name -> shippedFile(name, problems)).toList());
    problems.throwIfAny();
    return book;
  }

  /** One of the {@link #SHIPPED} files. */
  static YamlMap shippedFile(String name, Problems problems) {
    return YamlFile.resource(RuleBook.class, "rules/" + name + ".yaml", problems);
  }

  /**
   * The rules of these files, which must be opened with one collection of problems: nothing of the
   * book may be used when any was noted. A later file may take the place of an earlier one's clock,
   * if it says so.
   */
  public static RuleBook read(List<YamlMap> files) {
    Set<String> labels = new LinkedHashSet<>();
    Map<String, ClockRule> rules = new LinkedHashMap<>();
    for (YamlMap map : files) {
      RuleFile file = RuleFile.read(map);
      labels.add(file.label());
      Set<String> here = new LinkedHashSet<>();
      for (Entry entry : file.clocks()) {
        add(entry, here, rules);
      }
      if (rules.size() > RuleFile.CLOCKS_MAX) {
        map.problem("with this file there are more than " + RuleFile.CLOCKS_MAX + " clocks", "");
      }
    }
    return of(labels, List.copyOf(rules.values()));
  }

  private static void add(Entry entry, Set<String> here, Map<String, ClockRule> rules) {
    String id = entry.rule().id();
    if (id.isEmpty()) {
      return;
    }
    boolean known = rules.containsKey(id);
    if (!here.add(id)) {
      entry.place().problem("the clock " + id + " is written twice in this file", "");
    } else if (known && !entry.replaces()) {
      entry
          .place()
          .problem(
              "the clock " + id + " is in an earlier file too",
              "'replaces: true' if this one is to take its place");
    } else if (!known && entry.replaces()) {
      entry
          .place()
          .problem(
              "there is no clock " + id + " in an earlier file that this one could replace",
              "remove 'replaces', or put this file after the other one");
    }
    rules.put(id, entry.rule());
  }

  private static RuleBook of(Set<String> labels, List<ClockRule> rules) {
    return new RuleBook(ContentVersion.of(String.join("+", labels), ModelJson.write(rules)), rules);
  }

  public Optional<ClockRule> find(String id) {
    return rules.stream().filter(rule -> rule.id().equals(id)).findFirst();
  }

  /** For a store, so that a date can be explained by the very rules that it was computed by. */
  public byte[] toJson() {
    return ModelJson.write(this);
  }

  /**
   * Reads what {@link #toJson} wrote.
   *
   * @throws IllegalArgumentException when it is something else
   */
  public static RuleBook fromJson(byte[] json) {
    return ModelJson.read(json, RuleBook.class);
  }
}
