package id.aduan.lapor.mapping;

import id.aduan.lapor.complaint.Classification;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

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

  private final Map<String, String> names = new TreeMap<>();

  Vocabulary(Map<String, String> names) {
    names.forEach((raw, name) -> this.names.put(Catalogue.name(raw), Catalogue.name(name)));
  }

  /** The name that the file gives the raw word, else the one of its kind. */
  String name(Classification classification) {
    String kind = KINDS.getOrDefault(classification.kind(), "");
    return names.getOrDefault(Catalogue.name(classification.raw()), kind);
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
