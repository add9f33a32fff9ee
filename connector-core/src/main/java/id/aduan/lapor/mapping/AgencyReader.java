package id.aduan.lapor.mapping;

import id.aduan.lapor.mapping.Agency.Word;
import id.aduan.lapor.yaml.YamlMap;
import id.aduan.lapor.yaml.YamlScalar;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads what a file says of one agency after another. */
final class AgencyReader {

  static final List<String> KEYS =
      List.of(
          "name",
          "superior",
          "institutions",
          "statuses",
          "channels",
          "classifications",
          "priorities",
          "categories",
          "regions",
          "fields");

  static final String OTHERWISE = Statuses.OTHERWISE;

  private static final int WORD_CHARS_MAX = 200;
  private static final int FIELDS_MAX = 50;
  private static final Pattern FIELD = Pattern.compile("[A-Za-z][A-Za-z0-9_]{0,63}");
  private static final Set<String> TAKEN =
      Set.of("status", "channel", "classification", "priority", "region", "category");

  private final AgencyCodes codes;
  private final Terms terms;
  private final CategoryReader categories;
  private final Set<String> priorities;

  /**
   * @param priorities those that the rules give
   */
  AgencyReader(AgencyCodes codes, Terms terms, CategoryReader categories, Set<String> priorities) {
    this.codes = codes;
    this.terms = terms;
    this.categories = categories;
    this.priorities = priorities;
  }

  /** Its institutions are another's to read. */
  Agency read(YamlMap agency) {
    agency.rejectUnknownKeys(KEYS.toArray(String[]::new));
    agency.optionalString("name");
    Map<Word, WordTable> tables = new EnumMap<>(Word.class);
    for (Word word : Word.values()) {
      agency
          .optionalMap(word.section())
          .map(table -> table(word, table))
          .filter(table -> !table.isEmpty())
          .ifPresent(table -> tables.put(word, table));
    }
    return new Agency(
        agency.scalar("superior").map(codes::check),
        agency.optionalMap("statuses").map(StatusReader::read).orElse(Statuses.NONE),
        tables,
        agency.optionalMap("fields").map(AgencyReader::fields).orElse(Map.of()));
  }

  private WordTable table(Word word, YamlMap table) {
    Map<String, String> words = new LinkedHashMap<>();
    Once once = new Once("the value");
    for (YamlScalar key : table.keys()) {
      if (!key.text().equals(OTHERWISE)) {
        key(word, key)
            .filter(value -> once.isNew(key, value))
            .flatMap(value -> word(table, key).map(text -> Map.entry(value, text)))
            .ifPresent(entry -> words.put(entry.getKey(), entry.getValue()));
      }
    }
    Optional<String> otherwise = table.optionalString(OTHERWISE).filter(text -> fits(table, text));
    if (word == Word.PRIORITY && !table.has(OTHERWISE)) {
      requirePriorities(table);
    }
    return new WordTable(words, otherwise);
  }

  static Optional<String> word(YamlMap table, YamlScalar key) {
    return table.optionalString(key.text()).filter(text -> fits(table, text));
  }

  private static boolean fits(YamlMap table, String text) {
    if (text.length() > WORD_CHARS_MAX) {
      table.problem("a word has at most " + WORD_CHARS_MAX + " characters", "shorten it");
    }
    return text.length() <= WORD_CHARS_MAX;
  }

  /** The value that a word is for, in the form in which it is compared. */
  private Optional<String> key(Word word, YamlScalar key) {
    return switch (word) {
      case CHANNEL -> Conditions.channel(key, terms);
      case CLASSIFICATION -> Conditions.classification(key, terms);
      case PRIORITY -> key.asOneOf(priorities, "priority of the rules");
      case CATEGORY -> category(key);
      case REGION -> Optional.of(key.text()).filter(code -> TermReader.isCode(key));
    };
  }

  private Optional<String> category(YamlScalar key) {
    return Character.isDigit((key.text() + " ").charAt(0))
        ? categories.id(key, Optional.empty())
        : categories.topic(key);
  }

  private void requirePriorities(YamlMap table) {
    List<String> missing = priorities.stream().filter(it -> !table.has(it)).toList();
    if (!missing.isEmpty()) {
      table.problem(
          "no word for the priority " + String.join(", ", missing),
          "write one, or 'otherwise' for all others");
    }
  }

  private static Map<String, String> fields(YamlMap fields) {
    Map<String, String> words = new LinkedHashMap<>();
    for (YamlScalar name : fields.keys()) {
      if (TAKEN.contains(name.text())) {
        name.problem(
            "a field must not be called " + name.excerpt(), "that word has a table of its own");
      } else if (!FIELD.matcher(name.text()).matches()) {
        name.problem(
            "a field must not be called " + name.excerpt(),
            "a letter, then letters, digits and _, at most 64");
      } else {
        word(fields, name).ifPresent(text -> words.put(name.text(), text));
      }
    }
    if (words.size() > FIELDS_MAX) {
      fields.problem("more than " + FIELDS_MAX + " fields", "");
    }
    return words;
  }
}
