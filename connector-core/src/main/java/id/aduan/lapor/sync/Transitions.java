package id.aduan.lapor.sync;

import id.aduan.lapor.complaint.Status.Stage;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How a complaint goes through its stages on the portal, and what we may write in which of them, as
 * data (portal-wire 7, C13). The table limits only what <em>we</em> write: whatever the portal
 * reports is accepted, and counted where the table does not have it. Rendered in {@code
 * docs/reference/state.md}.
 */
final class Transitions {
  private static final Map<Stage, Set<Stage>> STEPS = steps();
  private static final Map<Stage, Set<Stage>> REACHED = reached();

  private Transitions() {}

  /** What we write about a case on the portal. */
  enum Write {
    /** An agency's public answer (tindak lanjut). */
    ANSWER,
    /** Passing it on to another institution, or giving it back (bukan wewenang): one call. */
    FORWARD
  }

  private static Map<Stage, Set<Stage>> steps() {
    Map<Stage, Set<Stage>> steps = new EnumMap<>(Stage.class);
    steps.put(
        Stage.UNVERIFIED,
        EnumSet.of(
            Stage.WAITING_FOR_REPORTER,
            Stage.VERIFIED,
            Stage.IN_PROGRESS,
            Stage.ARCHIVED,
            Stage.REJECTED,
            Stage.BLOCKED));
    steps.put(
        Stage.WAITING_FOR_REPORTER,
        EnumSet.of(Stage.UNVERIFIED, Stage.VERIFIED, Stage.IN_PROGRESS, Stage.ARCHIVED));
    steps.put(
        Stage.VERIFIED,
        EnumSet.of(
            Stage.WAITING_FOR_REPORTER,
            Stage.IN_PROGRESS,
            Stage.CLOSED,
            Stage.ARCHIVED,
            Stage.REJECTED,
            Stage.BLOCKED));
    steps.put(
        Stage.IN_PROGRESS,
        EnumSet.of(
            Stage.WAITING_FOR_REPORTER,
            Stage.VERIFIED,
            Stage.REPORTER_REPLIED,
            Stage.CLOSED,
            Stage.ARCHIVED,
            Stage.BLOCKED));
    steps.put(
        Stage.REPORTER_REPLIED,
        EnumSet.of(Stage.IN_PROGRESS, Stage.CLOSED, Stage.ARCHIVED, Stage.BLOCKED));
    steps.put(Stage.CLOSED, EnumSet.of(Stage.REPORTER_REPLIED));
    for (Stage last : List.of(Stage.ARCHIVED, Stage.REJECTED, Stage.BLOCKED)) {
      steps.put(last, EnumSet.noneOf(Stage.class));
    }
    return steps;
  }

  /** In one step or several: between two looks at the portal there may have been more than one. */
  private static Map<Stage, Set<Stage>> reached() {
    Map<Stage, Set<Stage>> reached = new EnumMap<>(Stage.class);
    STEPS.forEach((from, to) -> reached.put(from, EnumSet.copyOf(to)));
    for (int round = 0; round < Stage.values().length; round++) {
      for (Set<Stage> known : reached.values()) {
        EnumSet<Stage> further = EnumSet.noneOf(Stage.class);
        known.forEach(stage -> further.addAll(STEPS.getOrDefault(stage, Set.of())));
        known.addAll(further);
      }
    }
    return reached;
  }

  /** The stages that follow one on the portal; none for a last one, or one that is not known. */
  static Set<Stage> steps(Stage from) {
    return Set.copyOf(STEPS.getOrDefault(from, Set.of()));
  }

  /**
   * Whether the portal's own rules lead from one to the other, by one step or several. Of a word
   * that is not known nothing is expected, and so nothing is unexpected.
   */
  static boolean isExpected(Stage from, Stage to) {
    return from == to
        || from == Stage.UNKNOWN
        || to == Stage.UNKNOWN
        || REACHED.getOrDefault(from, Set.of()).contains(to);
  }

  /** Whether we may write this while a case is in that stage. */
  static boolean mayWrite(Write what, Stage in) {
    return switch (in) {
      case ARCHIVED, REJECTED, BLOCKED -> false;
      case CLOSED -> what == Write.ANSWER;
      case UNVERIFIED, WAITING_FOR_REPORTER, VERIFIED, IN_PROGRESS, REPORTER_REPLIED, UNKNOWN ->
          true;
    };
  }
}
