package id.aduan.lapor.mapping;

import id.aduan.lapor.mapping.Catalogue.Entry;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What makes one catalogue another one: a number is the same entry whatever its name, and an entry
 * whose number is not known is known by its name and topic. Pure.
 *
 * @param renamed entries as they were and as they are, of one number
 * @param moved entries that stand under another topic
 */
public record CatalogueChange(
    List<Entry> added, List<Entry> gone, List<Pair> renamed, List<Pair> moved) {

  /**
   * So many of a hundred may be gone, renamed or moved before a person has to say whether the list
   * is to count.
   */
  public static final int CHANGED_PERCENT_MAX = 20;

  public CatalogueChange {
    added = List.copyOf(added);
    gone = List.copyOf(gone);
    renamed = List.copyOf(renamed);
    moved = List.copyOf(moved);
  }

  /** An entry before and after. */
  public record Pair(Entry before, Entry after) {
    private boolean isRenamed() {
      return !before.name().equals(after.name());
    }

    /** One that stood under several topics may stand under one of them now. */
    private boolean isMoved() {
      return !before.topics().equals(after.topics())
          && Collections.disjoint(before.topics(), after.topics());
    }
  }

  /** Compares. */
  public static CatalogueChange between(Catalogue before, Catalogue after) {
    Set<Entry> added = new LinkedHashSet<>(after.entries());
    List<Pair> pairs = new ArrayList<>();
    List<Entry> left = new ArrayList<>();
    for (Entry entry : before.entries()) {
      after
          .find(entry.id())
          .filter(it -> !entry.id().isEmpty())
          .ifPresentOrElse(
              it -> {
                added.remove(it);
                pairs.add(new Pair(entry, it));
              },
              () -> left.add(entry));
    }
    List<Entry> gone = byName(left, added, pairs);
    return new CatalogueChange(
        List.copyOf(added),
        gone,
        pairs.stream().filter(Pair::isRenamed).toList(),
        pairs.stream().filter(Pair::isMoved).toList());
  }

  private static List<Entry> byName(List<Entry> left, Set<Entry> added, List<Pair> pairs) {
    Map<String, List<Entry>> named = new LinkedHashMap<>();
    added.forEach(it -> named.computeIfAbsent(it.name(), name -> new ArrayList<>()).add(it));
    List<Entry> gone = new ArrayList<>();
    for (Entry entry : left) {
      List<Entry> candidates = named.getOrDefault(entry.name(), List.of());
      candidates.stream()
          .filter(it -> isSame(entry, it))
          .findFirst()
          .ifPresentOrElse(
              it -> {
                candidates.remove(it);
                added.remove(it);
                pairs.add(new Pair(entry, it));
              },
              () -> gone.add(entry));
    }
    return gone;
  }

  /** Two numbers of one name are two entries; a number that one of them lacks tells nothing. */
  private static boolean isSame(Entry before, Entry after) {
    boolean numbered = !before.id().isEmpty() && !after.id().isEmpty();
    return !numbered
        && (before.isTopic() == after.isTopic())
        && (before.isTopic() || !Collections.disjoint(before.topics(), after.topics()));
  }

  /** Whether nothing has changed that anybody would notice. */
  public boolean isNone() {
    return added.isEmpty() && gone.isEmpty() && renamed.isEmpty() && moved.isEmpty();
  }

  /** Whether so much is gone, renamed or moved that the list may be a broken one. */
  public boolean isDrastic(Catalogue before) {
    Set<Entry> touched = new HashSet<>(gone);
    renamed.forEach(it -> touched.add(it.before()));
    moved.forEach(it -> touched.add(it.before()));
    return touched.size() * 100L > before.entries().size() * (long) CHANGED_PERCENT_MAX;
  }

  /** How many of each kind, for the audit trail and alerts. */
  public String summary() {
    return "%d new, %d gone, %d renamed, %d moved"
        .formatted(added.size(), gone.size(), renamed.size(), moved.size());
  }
}
