package id.aduan.lapor.mapping;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What the file says of one agency.
 *
 * @param superior who gets a complaint about the agency itself (UU25-09); empty if nobody is named
 * @param fields further words, the same for each complaint
 */
record Agency(
    Optional<String> superior,
    Statuses statuses,
    Map<Agency.Word, WordTable> tables,
    Map<String, String> fields) {

  static final Agency UNTOLD = new Agency(Optional.empty(), Statuses.NONE, Map.of(), Map.of());

  Agency {
    tables = new TreeMap<>(tables);
    fields = new TreeMap<>(fields);
  }

  /** What an agency may have words for, in the order in which a file lists them. */
  enum Word {
    CHANNEL("channels"),
    CLASSIFICATION("classifications"),
    PRIORITY("priorities"),
    CATEGORY("categories"),
    REGION("regions");

    private final String section;

    Word(String section) {
      this.section = section;
    }

    /** The key of its table. */
    String section() {
      return section;
    }

    /** The name of the word, as adapters know it. */
    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  WordTable table(Word word) {
    return tables.getOrDefault(word, WordTable.NONE);
  }

  /** Its words for a complaint; the status is the caller's. */
  Map<String, String> words(Asked asked, List<String> priority) {
    Map<String, String> words = new LinkedHashMap<>();
    tables.forEach(
        (word, table) ->
            table
                .firstOf(values(word, asked, priority))
                .ifPresent(text -> words.put(word.word(), text)));
    words.putAll(fields);
    return words;
  }

  private static List<String> values(Word word, Asked asked, List<String> priority) {
    return switch (word) {
      case CHANNEL -> List.of(asked.channel());
      case CLASSIFICATION -> List.of(asked.classification());
      case PRIORITY -> priority;
      case CATEGORY -> {
        List<String> values = new ArrayList<>(List.of(asked.categoryId()));
        values.addAll(asked.topics());
        yield values;
      }
      case REGION -> regions(asked);
    };
  }

  /** The smallest region first, each before the one that it lies in. */
  private static List<String> regions(Asked asked) {
    List<String> codes = new ArrayList<>();
    for (String code : asked.regions()) {
      String each = code;
      codes.add(each);
      while (each.contains(".")) {
        each = each.substring(0, each.lastIndexOf('.'));
        codes.add(each);
      }
    }
    codes.sort(
        Comparator.comparing(String::length).reversed().thenComparing(Comparator.naturalOrder()));
    return codes;
  }
}
