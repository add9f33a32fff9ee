package id.aduan.lapor.sync;

import id.aduan.lapor.mapping.Catalogue;
import id.aduan.lapor.mapping.Catalogue.Entry;
import id.aduan.lapor.portal.PortalCategories;
import id.aduan.lapor.portal.PortalCategories.Item;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Makes a catalogue of what a portal lists. What its list leaves out is taken from the catalogue
 * that counts: topics where it has none, numbers where its own are of another numbering
 * (portal-wire 3.1). Pure.
 */
final class CatalogueReading {
  /** So many items are taken at most. */
  static final int ITEMS_MAX = 20_000;

  private final Catalogue known;
  private final boolean numbersHold;
  private final Map<String, String> names = new HashMap<>();

  private CatalogueReading(Catalogue known, boolean numbersHold) {
    this.known = known;
    this.numbersHold = numbersHold;
  }

  /** The catalogue; items without a name are none. */
  static Catalogue of(PortalCategories list, List<Item> items, Catalogue known) {
    CatalogueReading reading = new CatalogueReading(known, list.numbersHold());
    List<Item> named =
        items.stream()
            .map(CatalogueReading::plain)
            .filter(it -> !it.name().isEmpty())
            .limit(ITEMS_MAX)
            .toList();
    named.forEach(it -> reading.names.put(it.id(), it.name()));
    boolean hasParents = named.stream().anyMatch(it -> !it.parent().isEmpty());
    List<Entry> entries = new ArrayList<>();
    named.forEach(it -> entries.add(reading.entry(it, hasParents)));
    if (!hasParents && !entries.isEmpty()) {
      entries.addAll(reading.untold(entries));
    }
    return Catalogue.of(entries);
  }

  /** A list without topics tells nothing of topics, nor of names whose numbers are not known. */
  private List<Entry> untold(List<Entry> read) {
    Set<String> told = read.stream().map(Entry::name).collect(Collectors.toSet());
    return known.entries().stream()
        .filter(it -> it.isTopic() || it.id().isEmpty())
        .filter(it -> !told.contains(it.name()))
        .toList();
  }

  /** Whatever a portal writes, a name is one line. */
  private static Item plain(Item item) {
    return new Item(line(item.id()), line(item.name()), line(item.parent()));
  }

  private static String line(String text) {
    return text.replaceAll("[\\p{Cntrl}\\s\\u00a0]+", " ").strip();
  }

  private Entry entry(Item item, boolean hasParents) {
    Set<String> topics =
        hasParents
            ? topics(item.parent())
            : topicsKnown(new Entry(item.id(), item.name(), Set.of()));
    Entry read = new Entry(numbersHold ? item.id() : "", item.name(), topics);
    return numbersHold ? read : numbered(read);
  }

  private Set<String> topics(String parent) {
    return parent.isEmpty() ? Set.of() : Set.of(names.getOrDefault(parent, parent));
  }

  private Set<String> topicsKnown(Entry entry) {
    return known
        .find(entry.id())
        .map(Entry::topics)
        .orElseGet(
            () ->
                known.named(entry.name()).stream()
                    .flatMap(it -> it.topics().stream())
                    .collect(Collectors.toSet()));
  }

  private Entry numbered(Entry read) {
    return known.named(read.name()).stream()
        .filter(it -> it.isTopic() == read.isTopic())
        .filter(it -> it.isTopic() || !Collections.disjoint(it.topics(), read.topics()))
        .findFirst()
        .map(it -> new Entry(it.id(), read.name(), read.topics()))
        .orElse(read);
  }
}
