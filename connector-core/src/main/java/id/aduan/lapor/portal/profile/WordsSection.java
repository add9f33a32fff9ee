package id.aduan.lapor.portal.profile;

import id.aduan.lapor.complaint.Classification;
import id.aduan.lapor.complaint.Status.Actor;
import id.aduan.lapor.complaint.Status.Stage;
import id.aduan.lapor.portal.profile.Words.Meaning;
import id.aduan.lapor.portal.profile.Words.Vocabulary;
import id.aduan.lapor.yaml.YamlScalar;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** The key {@code words} of a profile. */
final class WordsSection {
  private WordsSection() {}

  static Words read(ProfileMap words) {
    words.known("statuses", "actors", "classifications");
    ProfileMap statuses = words.map("statuses");
    statuses.known(
        Arrays.stream(Vocabulary.values())
            .map(it -> it.name().toLowerCase(Locale.ROOT))
            .toArray(String[]::new));
    Map<String, Actor> actors = table(words.map("actors"), Actor.class);
    Map<Vocabulary, Map<String, Meaning>> all = new EnumMap<>(Vocabulary.class);
    for (Vocabulary each : Vocabulary.values()) {
      all.put(each, meanings(statuses.map(each.name().toLowerCase(Locale.ROOT)), actors));
    }
    return new Words(all, actors, table(words.map("classifications"), Classification.Kind.class));
  }

  /** A whole word that ends with somebody's name knows who that is. */
  private static Map<String, Meaning> meanings(ProfileMap table, Map<String, Actor> actors) {
    Map<String, Meaning> meanings = new HashMap<>();
    table(table, Stage.class)
        .forEach(
            (word, stage) -> {
              int by = word.indexOf(" oleh ");
              Actor actor =
                  by < 0
                      ? Actor.UNKNOWN
                      : actors.getOrDefault(word.substring(by + 6), Actor.UNKNOWN);
              meanings.put(word, new Meaning(stage, actor));
            });
    return meanings;
  }

  static <E extends Enum<E>> Map<String, E> table(ProfileMap words, Class<E> type) {
    Map<String, E> table = new HashMap<>();
    for (Map.Entry<String, YamlScalar> each : words.entries().entrySet()) {
      each.getValue()
          .asEnum(type)
          .ifPresent(meaning -> table.put(Words.normalised(each.getKey()), meaning));
    }
    return table;
  }
}
