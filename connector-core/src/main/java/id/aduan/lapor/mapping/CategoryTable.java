package id.aduan.lapor.mapping;

import id.aduan.lapor.mapping.CategorySet.Named;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Who has the portal's categories.
 *
 * @param byName those without a known number, by their name
 * @param byTopic whole topics, for what is not named more closely
 */
record CategoryTable(
    Map<String, Target> byId, Map<String, Map<Named, Target>> byName, Map<String, Target> byTopic) {

  CategoryTable {
    byId = new TreeMap<>(byId);
    byName = new TreeMap<>(byName);
    byTopic = new TreeMap<>(byTopic);
  }

  /** By the number, else by the name, else by the topic; nobody where several would be right. */
  Optional<Target> find(Asked asked) {
    Target known = byId.get(asked.categoryId());
    if (known != null) {
      return Optional.of(known);
    }
    return named(asked).or(() -> topic(asked));
  }

  Stream<Target> targets() {
    return Stream.of(
            byId.values().stream(),
            byName.values().stream().flatMap(named -> named.values().stream()),
            byTopic.values().stream())
        .flatMap(targets -> targets);
  }

  private Optional<Target> named(Asked asked) {
    List<Target> found =
        byName.getOrDefault(asked.categoryName(), Map.of()).entrySet().stream()
            .filter(each -> each.getKey().is(asked))
            .map(Map.Entry::getValue)
            .toList();
    return agreed(found);
  }

  private Optional<Target> topic(Asked asked) {
    if (byTopic.isEmpty()) {
      return Optional.empty();
    }
    return agreed(asked.topics().stream().map(byTopic::get).filter(Objects::nonNull).toList());
  }

  private static Optional<Target> agreed(List<Target> found) {
    return found.stream().map(Target::agencies).distinct().count() == 1
        ? Optional.of(found.get(0))
        : Optional.empty();
  }
}
