package id.aduan.lapor.mapping;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The portal's categories whose ids have been seen: facts that ship, and known to be incomplete.
 */
final class Categories {

  private static final Pattern SPACES = Pattern.compile("[\\s\\u00a0]+");

  /** The shipped list, read once. */
  static final Categories SHIPPED = read();

  private final Map<String, Category> byId;

  private Categories(Map<String, Category> byId) {
    this.byId = byId;
  }

  boolean has(String id) {
    return byId.containsKey(id);
  }

  /** The topic and the name, or only the name where the topic is not certain. */
  Optional<String> describe(String id) {
    return Optional.ofNullable(byId.get(id))
        .map(
            found -> found.topic().isEmpty() ? found.name() : found.topic() + " > " + found.name());
  }

  /** The ids of a name, in no matter what case and with what spaces; names are not unique. */
  List<String> idsNamed(String name) {
    String wanted = plain(name).toUpperCase(Locale.ROOT);
    return byId.entrySet().stream()
        .filter(entry -> entry.getValue().name().equals(wanted))
        .map(Map.Entry::getKey)
        .toList();
  }

  /** The text with each run of spaces, U+00A0 among them, as one space. */
  static String plain(String text) {
    return SPACES.matcher(text).replaceAll(" ").strip();
  }

  private static Categories read() {
    var resource = requireNonNull(Categories.class.getResourceAsStream("portal-categories.csv"));
    try (BufferedReader lines = new BufferedReader(new InputStreamReader(resource, UTF_8))) {
      Map<String, Category> byId = new LinkedHashMap<>();
      lines.lines().filter(line -> !line.startsWith("#")).forEach(line -> add(line, byId));
      return new Categories(byId);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the list of categories", e);
    }
  }

  private static void add(String line, Map<String, Category> byId) {
    String[] fields = line.split(";", 3);
    byId.put(fields[0], new Category(fields[1], plain(fields[2])));
  }

  private record Category(String topic, String name) {}
}
