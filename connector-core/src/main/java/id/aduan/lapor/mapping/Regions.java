package id.aduan.lapor.mapping;

import id.aduan.lapor.mapping.PlainText.Phrase;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The regions that a file names, by the code of the Ministry of Home Affairs with its dots
 * (COD-01), and how a place is recognised in a complaint's location. Immutable.
 */
final class Regions {

  /** Province, regency, district, village: each level needs its dot (COD-03). */
  static final Pattern CODE = Pattern.compile("\\d{2}(\\.\\d{2}(\\.\\d{2}(\\.\\d{4})?)?)?");

  private static final Pattern WRITTEN =
      Pattern.compile("(?<![\\d.])\\d{2}\\.\\d{2}(\\.\\d{2}(\\.\\d{4})?)?(?!\\.?\\d)");

  private final Map<String, List<Phrase>> phrases;

  /**
   * @param phrases the names of each code
   */
  Regions(Map<String, List<Phrase>> phrases) {
    this.phrases = new TreeMap<>(phrases);
  }

  Set<String> codes() {
    return phrases.keySet();
  }

  /** The code of a name. */
  Optional<String> named(String name) {
    String wanted = Phrase.of(name).text();
    return phrases.entrySet().stream()
        .filter(region -> region.getValue().stream().anyMatch(it -> it.text().equals(wanted)))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  /** All names, in the form in which they are compared. */
  List<String> names() {
    return phrases.values().stream().flatMap(List::stream).map(Phrase::text).toList();
  }

  /** The codes that stand in a location, as codes or by a name. */
  Set<String> in(String location) {
    Set<String> found = new TreeSet<>();
    if (location.isBlank()) {
      return found;
    }
    Matcher written = WRITTEN.matcher(location);
    while (written.find()) {
      found.add(written.group());
    }
    PlainText text = PlainText.of(location);
    phrases.forEach(
        (code, names) -> {
          if (names.stream().anyMatch(text::has)) {
            found.add(code);
          }
        });
    return found;
  }

  /** Whether some region is the code's own or lies in it. */
  static boolean isIn(String code, Collection<String> regions) {
    return regions.stream()
        .anyMatch(region -> region.equals(code) || region.startsWith(code + "."));
  }

  /** Whether the code is one of the regions', lies in one, or has one in it. */
  static boolean touches(String code, Collection<String> regions) {
    return isIn(code, regions)
        || regions.stream().anyMatch(region -> code.startsWith(region + "."));
  }

  @Override
  public String toString() {
    return phrases.toString();
  }
}
