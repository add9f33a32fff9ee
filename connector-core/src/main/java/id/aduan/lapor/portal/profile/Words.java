package id.aduan.lapor.portal.profile;

import id.aduan.lapor.complaint.Classification;
import id.aduan.lapor.complaint.Status;
import id.aduan.lapor.complaint.Status.Actor;
import id.aduan.lapor.complaint.Status.Stage;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The portal's words for statuses and classifications (portal-wire 4.3, 7). Case, blanks, U+00A0
 * and underscores make no difference, and each number is as good as another. A word that is not
 * known keeps its raw form and means UNKNOWN; it is never an exception.
 *
 * <p>Immutable, safe for use by many threads.
 */
public final class Words {
  private static final String BY = " oleh ";
  private static final int WORD_CHARS_MAX = 60;
  private final Map<Vocabulary, Map<String, Meaning>> statuses;
  private final Map<String, Actor> actors;
  private final Map<String, Classification.Kind> classifications;

  /** Where a word was read: the same matter has other words in each place. */
  public enum Vocabulary {
    /** The interface's {@code status_name}. */
    API,
    /** The spreadsheet "Laporan Ringkas". */
    EXPORT,
    /** The public pages. */
    PUBLIC,
    /** Figures of dashboards. */
    DASHBOARDS
  }

  /** What a status word says; a word without an actor may still be followed by "oleh". */
  record Meaning(Stage stage, Actor actor) {}

  Words(
      Map<Vocabulary, Map<String, Meaning>> statuses,
      Map<String, Actor> actors,
      Map<String, Classification.Kind> classifications) {
    Map<Vocabulary, Map<String, Meaning>> each = new EnumMap<>(Vocabulary.class);
    statuses.forEach((vocabulary, table) -> each.put(vocabulary, Map.copyOf(table)));
    this.statuses = each;
    this.actors = Map.copyOf(actors);
    this.classifications = Map.copyOf(classifications);
  }

  /** The words that ship with {@code sp4n-v3}. */
  public static Words standard() {
    return Profiles.shipped("sp4n-v3").words();
  }

  /** A status by the interface's words first, and then by any other's. */
  public Status status(String raw) {
    return status(Vocabulary.API, raw);
  }

  /** A status by one vocabulary's words first, and then by any other's. */
  public Status status(Vocabulary first, String raw) {
    String word = normalised(raw);
    if (word.isEmpty()) {
      return Status.UNKNOWN;
    }
    return meaning(first, word)
        .or(() -> meaning(first, word.replaceAll("[0-9]+", "#")))
        .map(known -> new Status(known.stage(), known.actor(), raw))
        .orElseGet(() -> byActor(first, word, raw));
  }

  /** "Ditutup oleh Sistem": what happened, and who did it. */
  private Status byActor(Vocabulary first, String word, String raw) {
    int by = word.indexOf(BY);
    if (by < 0) {
      return new Status(Stage.UNKNOWN, Actor.UNKNOWN, raw);
    }
    Actor actor = actors.getOrDefault(word.substring(by + BY.length()), Actor.UNKNOWN);
    return meaning(first, word.substring(0, by))
        .map(known -> new Status(known.stage(), actor, raw))
        .orElseGet(() -> new Status(Stage.UNKNOWN, actor, raw));
  }

  private Optional<Meaning> meaning(Vocabulary first, String word) {
    Meaning found = statuses.getOrDefault(first, Map.of()).get(word);
    for (Vocabulary other : Vocabulary.values()) {
      found = found == null ? statuses.getOrDefault(other, Map.of()).get(word) : found;
    }
    return Optional.ofNullable(found);
  }

  /** A classification; an empty word is UNKNOWN and ordinary. */
  public Classification classification(String raw) {
    String word = normalised(raw);
    return word.isEmpty()
        ? Classification.UNKNOWN
        : new Classification(classifications.getOrDefault(word, Classification.Kind.UNKNOWN), raw);
  }

  /**
   * A status's word if it is not known, for whoever keeps the profile: lower case, at most 60
   * characters, and without what stands behind "oleh", which may name somebody.
   */
  public Optional<String> unfamiliar(Status status) {
    String word = normalised(status.raw());
    int by = word.indexOf(BY);
    boolean known = status.stage() != Stage.UNKNOWN && (by < 0 || !noActor(status));
    if (word.isEmpty() || known) {
      return Optional.empty();
    }
    return Optional.of("status: " + shown(by < 0 ? word : word.substring(0, by) + BY + "?"));
  }

  private static boolean noActor(Status status) {
    return status.actor() == Actor.UNKNOWN;
  }

  /** A classification's word if it is not known, in the same form. */
  public Optional<String> unfamiliar(Classification classification) {
    String word = normalised(classification.raw());
    return word.isEmpty() || classification.kind() != Classification.Kind.UNKNOWN
        ? Optional.empty()
        : Optional.of("classification: " + shown(word));
  }

  /** A long one is no word but a text, which may be about a person. */
  private static String shown(String word) {
    return word.length() > WORD_CHARS_MAX
        ? "a text of more than " + WORD_CHARS_MAX + " characters"
        : word;
  }

  static String normalised(String raw) {
    return raw.replace('\u00a0', ' ')
        .replace('_', ' ')
        .strip()
        .replaceAll("\\s+", " ")
        .toLowerCase(Locale.ROOT);
  }
}
