package id.aduan.lapor.mapping;

import static java.nio.charset.StandardCharsets.UTF_8;

import id.aduan.lapor.mapping.Catalogue.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** A catalogue as text that is kept: a line for each entry, its number, topics and name. */
public final class CatalogueText {
  private static final String FIELD = "\t";
  private static final String TOPIC = "\u001f";

  private CatalogueText() {}

  public static byte[] write(Catalogue catalogue) {
    return catalogue.entries().stream()
        .map(it -> it.id() + FIELD + String.join(TOPIC, it.topics()) + FIELD + it.name() + "\n")
        .collect(Collectors.joining())
        .getBytes(UTF_8);
  }

  /**
   * Reads it back.
   *
   * @throws IllegalArgumentException for another text
   */
  public static Catalogue read(byte[] text) {
    List<Entry> entries = new ArrayList<>();
    for (String line : new String(text, UTF_8).lines().toList()) {
      String[] fields = line.split(FIELD, -1);
      if (fields.length != 3) {
        throw new IllegalArgumentException("a line of a catalogue has three fields");
      }
      Set<String> topics = fields[1].isEmpty() ? Set.of() : Set.of(fields[1].split(TOPIC, -1));
      entries.add(new Entry(fields[0], fields[2], topics));
    }
    return Catalogue.of(entries);
  }
}
