package id.aduan.lapor.mapping;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * An agency's own words by our values, and one for all others.
 *
 * @param otherwise empty where a value without a word has none
 */
record WordTable(Map<String, String> words, Optional<String> otherwise) {

  static final WordTable NONE = new WordTable(Map.of(), Optional.empty());

  WordTable {
    words = new TreeMap<>(words);
  }

  boolean isEmpty() {
    return words.isEmpty() && otherwise.isEmpty();
  }

  /** The word for the first of these values that has one of its own. */
  Optional<String> firstOf(Collection<String> values) {
    return values.stream()
        .flatMap(value -> Optional.ofNullable(words.get(value)).stream())
        .findFirst()
        .or(() -> otherwise);
  }
}
