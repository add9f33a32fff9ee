package id.aduan.lapor.simulator.generate;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * What a complaint may be about.
 *
 * @param words parts of category names that it suits; none: suits every category
 */
record Topic(List<String> words, List<String> titles, List<String> sentences) {
  static final List<Topic> ALL = load();

  /** The topics for a category of this name, the general one if there is no other. */
  static List<Topic> suiting(String categoryName) {
    String name = categoryName.replace('\u00a0', ' ').toLowerCase(Locale.ROOT);
    List<Topic> suiting =
        ALL.stream().filter(each -> each.words.stream().anyMatch(name::contains)).toList();
    return suiting.isEmpty() ? List.of(ALL.get(ALL.size() - 1)) : suiting;
  }

  private static List<Topic> load() {
    try (InputStream in = Topic.class.getResourceAsStream("topics.json")) {
      return List.of(new ObjectMapper().readValue(Objects.requireNonNull(in), Topic[].class));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
