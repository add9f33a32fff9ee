package id.aduan.lapor.documents.letter;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a letter says, as inert text. Its text form shows nothing of it.
 *
 * @param values by the placeholder's name; one that is missing is empty
 * @param lists by the list's name, each item with values by field
 */
public record LetterData(Map<String, String> values, Map<String, List<Map<String, String>>> lists) {
  /** Says nothing at all. */
  public static final LetterData NOTHING = new LetterData(Map.of(), Map.of());

  /** Keeps what is handed in. */
  public LetterData {
    values = Map.copyOf(values);
    lists =
        lists.entrySet().stream()
            .collect(
                Collectors.toUnmodifiableMap(Map.Entry::getKey, it -> List.copyOf(it.getValue())));
  }

  @Override
  public String toString() {
    return "LetterData[***]";
  }
}
