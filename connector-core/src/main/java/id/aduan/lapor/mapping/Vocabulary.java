package id.aduan.lapor.mapping;

import id.aduan.lapor.complaint.Classification;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * From the portal's raw words to the names by which rules and agencies know them. Capital and small
 * letters count as the same. Immutable.
 */
final class Vocabulary {

  /** By the kinds that the national rules know, in the words of those rules. */
  static final Map<Classification.Kind, String> KINDS =
      Map.of(
          Classification.Kind.SUPERVISORY_COMPLAINT, "BERKADAR PENGAWASAN",
          Classification.Kind.ORDINARY_COMPLAINT, "TIDAK BERKADAR PENGAWASAN",
          Classification.Kind.INFORMATION_REQUEST, "PERMINTAAN INFORMASI",
          Classification.Kind.ASPIRATION, "ASPIRASI",
          Classification.Kind.UNKNOWN, "TANPA KLASIFIKASI");

  /** How the portal begins the words for what is a complaint. */
  private static final String COMPLAINT = "PENGADUAN ";

  private final Map<String, String> names = new TreeMap<>();

  Vocabulary(Map<String, String> names) {
    names.forEach((raw, name) -> this.names.put(Catalogue.name(raw), Catalogue.name(name)));
  }

  /** The name that the file gives the raw word, else the one of its kind. */
  String name(Classification classification) {
    String kind = KINDS.getOrDefault(classification.kind(), "");
    return names.getOrDefault(Catalogue.name(classification.raw()), kind);
  }

  /**
   * What a person means by a word for a classification: the portal's, that of the national rules,
   * our own, or one of the file. Empty for any other.
   */
  Optional<Classification> meant(String word) {
    String plain = Catalogue.name(word);
    Optional<Classification.Kind> kind = kind(plain);
    if (kind.isPresent() || names.containsKey(plain)) {
      return Optional.of(new Classification(kind.orElse(Classification.Kind.UNKNOWN), plain));
    }
    return names.entrySet().stream()
        .filter(it -> it.getValue().equals(plain))
        .map(it -> new Classification(Classification.Kind.UNKNOWN, it.getKey()))
        .findFirst();
  }

  private static Optional<Classification.Kind> kind(String plain) {
    String bare = plain.startsWith(COMPLAINT) ? plain.substring(COMPLAINT.length()) : plain;
    return KINDS.entrySet().stream()
        .filter(
            it -> it.getValue().equals(bare) || it.getKey().name().equals(plain.replace(' ', '_')))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  /** The words for classifications that stand in a file, in small letters. */
  Set<String> classifications() {
    Set<String> known = new TreeSet<>();
    KINDS.values().forEach(it -> known.add(it.toLowerCase(Locale.ROOT)));
    names.keySet().forEach(it -> known.add(it.toLowerCase(Locale.ROOT)));
    names.values().forEach(it -> known.add(it.toLowerCase(Locale.ROOT)));
    return known;
  }

  /** The name that the file gives the channel, else its own; what follows " - " is a detail. */
  String channel(String raw) {
    String word = Catalogue.name(raw);
    String known = names.get(word);
    if (known != null) {
      return known;
    }
    int detail = word.indexOf(" - ");
    String plain = detail < 0 ? word : word.substring(0, detail);
    return names.getOrDefault(plain, plain);
  }

  /** The names that the file gives. */
  Collection<String> names() {
    return names.values();
  }

  @Override
  public String toString() {
    return names.toString();
  }
}
