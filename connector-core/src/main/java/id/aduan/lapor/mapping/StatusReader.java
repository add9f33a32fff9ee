package id.aduan.lapor.mapping;

import id.aduan.lapor.complaint.Handling;
import id.aduan.lapor.complaint.Status.Stage;
import id.aduan.lapor.yaml.YamlMap;
import id.aduan.lapor.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads an agency's words for statuses, and holds both directions against each other. */
final class StatusReader {

  static final List<String> KEYS = List.of("from", "to");

  /** The portal's stages, and the two keys beside them. */
  static final List<String> TO_KEYS = toKeys();

  private static final Set<Handling> WORKING =
      EnumSet.of(Handling.UNKNOWN, Handling.RECEIVED, Handling.IN_PROGRESS);
  private static final Set<Handling> WAITING =
      EnumSet.of(
          Handling.UNKNOWN, Handling.RECEIVED, Handling.IN_PROGRESS, Handling.WAITING_FOR_REPORTER);
  private static final Set<Handling> OVER =
      EnumSet.of(Handling.UNKNOWN, Handling.DONE, Handling.RETURNED);
  private static final Set<Handling> DONE = EnumSet.of(Handling.UNKNOWN, Handling.DONE);

  private final Map<String, Handling> from = new LinkedHashMap<>();
  private final Map<String, YamlScalar> to = new LinkedHashMap<>();

  private StatusReader() {}

  static Statuses read(YamlMap statuses) {
    statuses.rejectUnknownKeys(KEYS.toArray(String[]::new));
    if (statuses.keys().isEmpty()) {
      statuses.problem("there is no word below 'statuses'", "write 'from', 'to' or both");
    }
    StatusReader reader = new StatusReader();
    statuses.optionalMap("from").ifPresent(reader::readFrom);
    statuses.optionalMap("to").ifPresent(reader::readTo);
    Map<String, String> words = new LinkedHashMap<>();
    reader.to.forEach((stage, word) -> words.put(stage, word.text()));
    return new Statuses(reader.from, words);
  }

  private static List<String> toKeys() {
    List<String> keys = new ArrayList<>();
    for (Stage stage : Stage.values()) {
      if (stage != Stage.UNKNOWN) {
        keys.add(Statuses.name(stage));
      }
    }
    keys.addAll(List.of(Statuses.CLOSED_BY_SYSTEM, Statuses.OTHERWISE));
    return List.copyOf(keys);
  }

  private void readFrom(YamlMap table) {
    Once once = new Once("the word");
    for (YamlScalar word : table.keys()) {
      if (once.isNew(word, Catalogue.name(word.text()))) {
        // A faulty meaning is told there, and is no reason to miss the word where it is used.
        Optional<Handling> meaning =
            table.scalar(word.text()).flatMap(it -> it.asEnum(Handling.class));
        from.put(Catalogue.name(word.text()), meaning.orElse(Handling.UNKNOWN));
      }
    }
  }

  private void readTo(YamlMap table) {
    Once once = new Once("the stage");
    Set<String> written = new HashSet<>();
    for (YamlScalar key : table.keys()) {
      String stage = key.text().toLowerCase(Locale.ROOT);
      written.add(stage);
      if (!TO_KEYS.contains(stage)) {
        key.asOneOf(TO_KEYS, "stage of the portal");
      } else if (once.isNew(key, stage) && AgencyReader.word(table, key).isPresent()) {
        table.scalar(key.text()).ifPresent(word -> to.put(stage, word));
      }
    }
    requireStages(table, written);
    to.forEach(this::check);
  }

  private static void requireStages(YamlMap table, Set<String> written) {
    if (written.contains(Statuses.OTHERWISE)) {
      return;
    }
    List<String> missing =
        TO_KEYS.stream()
            .filter(key -> !written.contains(key))
            .filter(key -> !key.equals(Statuses.CLOSED_BY_SYSTEM))
            .filter(key -> !key.equals(Statuses.OTHERWISE))
            .toList();
    if (!missing.isEmpty()) {
      table.problem(
          "no word for the stage " + String.join(", ", missing),
          "write one, or 'otherwise' for all others");
    }
  }

  /** What goes there must mean the same when it comes back. */
  private void check(String stage, YamlScalar word) {
    if (from.isEmpty()) {
      return; // an agency that says nothing cannot contradict
    }
    Handling back = from.get(Catalogue.name(word.text()));
    if (back == null) {
      word.problem(
          "the word " + word.excerpt() + " does not stand in 'from'",
          "write what it means when it comes back, or 'unknown'");
      return;
    }
    List<String> wrong =
        stagesOf(stage).stream().filter(each -> !allowed(each).contains(back)).toList();
    if (!wrong.isEmpty()) {
      word.problem(
          "the word %s goes out for %s and comes back as %s"
              .formatted(
                  word.excerpt(), String.join(", ", wrong), back.name().toLowerCase(Locale.ROOT)),
          "choose a word that means the same, or one that 'from' has as 'unknown'");
    }
  }

  private List<String> stagesOf(String key) {
    if (!key.equals(Statuses.OTHERWISE)) {
      return List.of(key);
    }
    return Arrays.stream(Stage.values())
        .filter(stage -> stage != Stage.UNKNOWN)
        .map(Statuses::name)
        .filter(stage -> !to.containsKey(stage))
        .toList();
  }

  /** What a word for a stage may mean at the agency: closed there is done, and nothing else is. */
  private static Set<Handling> allowed(String stage) {
    if (stage.equals(Statuses.CLOSED_BY_SYSTEM)) {
      return WAITING;
    }
    return switch (Stage.valueOf(stage.toUpperCase(Locale.ROOT))) {
      case UNVERIFIED, VERIFIED, IN_PROGRESS, REPORTER_REPLIED -> WORKING;
      case WAITING_FOR_REPORTER -> WAITING;
      case CLOSED -> DONE;
      case ARCHIVED, REJECTED, BLOCKED -> OVER;
      case UNKNOWN -> EnumSet.allOf(Handling.class);
    };
  }
}
