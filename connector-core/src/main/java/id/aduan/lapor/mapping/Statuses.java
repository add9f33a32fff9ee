package id.aduan.lapor.mapping;

import id.aduan.lapor.complaint.Handling;
import id.aduan.lapor.complaint.Status;
import id.aduan.lapor.complaint.Status.Actor;
import id.aduan.lapor.complaint.Status.Stage;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * An agency's words for statuses, in both directions.
 *
 * @param from what its words mean, in capitals
 * @param to its words for the portal's stages, by the stage in small letters
 */
record Statuses(Map<String, Handling> from, Map<String, String> to) {

  static final String CLOSED_BY_SYSTEM = "closed_by_system";
  static final String OTHERWISE = "otherwise";
  static final Statuses NONE = new Statuses(Map.of(), Map.of());

  Statuses {
    from = new TreeMap<>(from);
    to = new TreeMap<>(to);
  }

  static String name(Stage stage) {
    return stage.name().toLowerCase(Locale.ROOT);
  }

  Optional<Handling> handling(String word) {
    return Optional.ofNullable(from.get(Catalogue.name(word)));
  }

  /**
   * The word for a status. Closed by nobody that we know is not solved (portal-wire 7): then no
   * word is written that means done, whatever the file has for closed.
   */
  Optional<String> word(Status status) {
    Optional<String> word = word(status.stage());
    boolean proven = status.actor() != Actor.SYSTEM && status.actor() != Actor.UNKNOWN;
    if (status.stage() != Stage.CLOSED || proven) {
      return word;
    }
    return Optional.ofNullable(to.get(CLOSED_BY_SYSTEM)).or(() -> word.filter(this::isNotDone));
  }

  /** What the portal means by an unknown word is not for us to tell the agency. */
  private Optional<String> word(Stage stage) {
    if (stage == Stage.UNKNOWN) {
      return Optional.empty();
    }
    return Optional.ofNullable(to.getOrDefault(name(stage), to.get(OTHERWISE)));
  }

  private boolean isNotDone(String word) {
    return handling(word).filter(it -> it != Handling.DONE).isPresent();
  }
}
