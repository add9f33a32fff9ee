package id.aduan.lapor.mapping;

import java.util.Set;

/**
 * Categories that a rule names.
 *
 * @param ids by the portal's number
 * @param named by topic and name, where no number is known
 */
record CategorySet(Set<String> ids, Set<Named> named) {

  boolean has(Asked asked) {
    return ids.contains(asked.categoryId()) || named.stream().anyMatch(each -> each.is(asked));
  }

  boolean hasAll(CategorySet others) {
    return ids.containsAll(others.ids) && named.containsAll(others.named);
  }

  /** Whether each of them stands under one of these topics for sure. */
  boolean isUnder(Set<String> topics, Catalogue catalogue) {
    return named.stream().allMatch(each -> topics.contains(each.topic()))
        && ids.stream()
            .allMatch(id -> catalogue.find(id).filter(it -> isUnder(it, topics)).isPresent());
  }

  /** Whether none of them can stand under one of these topics, as far as they are known. */
  boolean isOutside(Set<String> topics, Catalogue catalogue) {
    return named.stream().noneMatch(each -> topics.contains(each.topic()))
        && ids.stream()
            .allMatch(id -> catalogue.find(id).filter(it -> isOutside(it, topics)).isPresent());
  }

  private static boolean isUnder(Catalogue.Entry entry, Set<String> topics) {
    return entry.isTopic() ? topics.contains(entry.name()) : topics.containsAll(entry.topics());
  }

  private static boolean isOutside(Catalogue.Entry entry, Set<String> topics) {
    return entry.isTopic()
        ? !topics.contains(entry.name())
        : entry.topics().stream().noneMatch(topics::contains);
  }

  /** A category without a known number. */
  record Named(String topic, String name) {
    /** By its name; where the topic cannot be told, the name is enough. */
    boolean is(Asked asked) {
      return name.equals(asked.categoryName())
          && (asked.topics().isEmpty() || asked.topics().contains(topic));
    }
  }
}
