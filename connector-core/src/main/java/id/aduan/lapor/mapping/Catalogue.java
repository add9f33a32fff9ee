package id.aduan.lapor.mapping;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import id.aduan.lapor.complaint.Category;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The portal's categories (kategori) as a list of topics and of what stands below them.
 *
 * <p>Names are compared in capitals and with single spaces, and are not unique (portal-wire 6); two
 * catalogues are equal when they hold the same entries, in whatever order. Immutable; safe for use
 * by many threads.
 */
public final class Catalogue {

  private static final Pattern SPACES = Pattern.compile("[\\s\\u00a0]+");
  private static final Catalogue SHIPPED = read();

  private final List<Entry> entries;
  private final Map<String, Entry> byId = new LinkedHashMap<>();
  private final Map<String, List<Entry>> byName = new LinkedHashMap<>();

  private Catalogue(Collection<Entry> entries) {
    this.entries = List.copyOf(new LinkedHashSet<>(entries));
    for (Entry entry : this.entries) {
      if (!entry.id().isEmpty()) {
        byId.put(entry.id(), entry);
      }
      byName.computeIfAbsent(entry.name(), name -> new ArrayList<>()).add(entry);
    }
  }

  /** What ships: all names of 2025, and the ids that have been seen. Known to be incomplete. */
  public static Catalogue shipped() {
    return SHIPPED;
  }

  /** Of these entries; those of one id become one, under the topics of all, by the first's name. */
  public static Catalogue of(Collection<Entry> entries) {
    Map<String, Entry> byKey = new LinkedHashMap<>();
    for (Entry entry : entries) {
      String key = entry.id().isEmpty() ? entry.topics() + " > " + entry.name() : entry.id();
      byKey.merge(key, entry, Entry::and);
    }
    return new Catalogue(byKey.values());
  }

  /** All of it in the order of its source, topics among the rest. */
  public List<Entry> entries() {
    return entries;
  }

  /** The topics alone. */
  public List<Entry> topics() {
    return entries.stream().filter(Entry::isTopic).toList();
  }

  /** What has this id, with or without spaces around it. */
  public Optional<Entry> find(String id) {
    return Optional.ofNullable(byId.get(plain(id)));
  }

  /** All that has this name, in no matter what case and with what spaces. */
  public List<Entry> named(String name) {
    return byName.getOrDefault(name(name), List.of());
  }

  /** The ids of a name, the smaller number first. */
  public List<String> idsNamed(String name) {
    return named(name).stream()
        .map(Entry::id)
        .filter(id -> !id.isEmpty())
        .sorted(Comparator.comparing(String::length).thenComparing(id -> id))
        .toList();
  }

  /**
   * The names of the topics that a complaint's category stands under, by its id, else by its name
   * where only one entry has it. A topic stands under itself. More than one where the catalogue
   * does not tell; empty for what it does not have.
   */
  public Set<String> topicsOf(Category category) {
    return find(category.id())
        .or(
            () ->
                Optional.of(named(category.name()))
                    .filter(it -> it.size() == 1)
                    .map(Catalogue::first))
        .map(it -> it.isTopic() ? Set.of(it.name()) : it.topics())
        .orElse(Set.of());
  }

  /** The topic and the name, or only the name where the topic is not certain. */
  public Optional<String> describe(String id) {
    return find(id)
        .map(it -> it.topics().size() == 1 ? first(it.topics()) + " > " + it.name() : it.name());
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Catalogue that && Set.copyOf(entries).equals(Set.copyOf(that.entries));
  }

  @Override
  public int hashCode() {
    return Set.copyOf(entries).hashCode();
  }

  @Override
  public String toString() {
    return "Catalogue of " + entries.size();
  }

  /** The text with each run of spaces, U+00A0 among them, as one space. */
  static String plain(String text) {
    return SPACES.matcher(text).replaceAll(" ").strip();
  }

  /** A name as it is compared. */
  static String name(String text) {
    return plain(text).toUpperCase(Locale.ROOT);
  }

  private static <T> T first(Collection<T> items) {
    return items.iterator().next();
  }

  private static Catalogue read() {
    var resource = requireNonNull(Catalogue.class.getResourceAsStream("portal-categories.csv"));
    try (BufferedReader lines = new BufferedReader(new InputStreamReader(resource, UTF_8))) {
      return of(lines.lines().filter(line -> !line.startsWith("#")).map(Catalogue::row).toList());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the list of categories", e);
    }
  }

  private static Entry row(String line) {
    String[] fields = line.split(";", 3);
    return new Entry(fields[0], fields[2], fields[1].isEmpty() ? Set.of() : Set.of(fields[1]));
  }

  /**
   * One topic or category.
   *
   * @param id the portal's number; empty where it has not been seen
   * @param name in capitals and with single spaces, however it was handed in
   * @param topics the names of the topics above it, sorted; empty for a topic, and more than one
   *     where the source does not tell which
   */
  public record Entry(String id, String name, Set<String> topics) {
    public Entry {
      id = plain(id);
      name = Catalogue.name(name);
      Set<String> sorted = new TreeSet<>();
      topics.forEach(topic -> sorted.add(Catalogue.name(topic)));
      topics = Collections.unmodifiableSet(sorted);
    }

    /** Whether it is one of the topics themselves. */
    public boolean isTopic() {
      return topics.isEmpty();
    }

    private Entry and(Entry other) {
      Set<String> both = new TreeSet<>(topics);
      both.addAll(other.topics);
      return new Entry(id, name, both);
    }
  }
}
