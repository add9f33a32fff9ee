package id.aduan.lapor.sync;

import id.aduan.lapor.delivery.Outbox.Standing;
import id.aduan.lapor.delivery.Outbox.Twin;
import id.aduan.lapor.delivery.State;
import id.aduan.lapor.portal.PortalEntry.Origin;
import id.aduan.lapor.sync.PortalEntries.Known;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The write ledger (C13): which of our own answers an entry of the portal is. Each answer has one
 * echo in each of the portal's lists, so an equal message beyond those is somebody else's. Pure.
 */
final class EchoLedger {
  private EchoLedger() {}

  /**
   * The answer that an entry is the echo of: one that is known to stand there first, then one whose
   * end is not known yet, which the entry proves.
   *
   * @param published the answers of the case that say the same
   * @param known the case's entries so far
   */
  static Optional<Twin> echo(Origin list, List<Twin> published, List<Known> known) {
    Set<String> taken =
        known.stream()
            .filter(entry -> entry.origin() == list && entry.isOurs())
            .map(Known::echoOf)
            .collect(Collectors.toSet());
    return published.stream()
        .filter(answer -> answer.standing().operation().equals(AnswerIntake.PUBLISH))
        .filter(answer -> isThere(answer) || answer.standing().mayHaveArrived())
        .filter(answer -> !taken.contains(answer.standing().key().value()))
        .min(
            Comparator.comparing((Twin answer) -> !isThere(answer))
                .thenComparingLong(answer -> answer.id()));
  }

  private static boolean isThere(Twin answer) {
    return answer.standing().state() == State.DONE;
  }

  /** Whether a person waits for what the entry proves: nothing else would settle the answer. */
  static boolean isParked(Standing answer) {
    return answer.state() == State.PARKED;
  }

  /** The entry of the portal's other list that says the same and was not told here yet. */
  static Optional<Known> repeated(Origin list, String twin, List<Known> known) {
    if (twin.isEmpty()) {
      return Optional.empty();
    }
    Set<String> taken =
        known.stream()
            .filter(entry -> entry.origin() == list && entry.isRepeated())
            .map(Known::echoOf)
            .collect(Collectors.toSet());
    return known.stream()
        .filter(entry -> entry.origin() != list && entry.twin().equals(twin))
        .filter(entry -> !entry.isOurs() && !entry.isRepeated())
        .filter(entry -> !taken.contains(Known.repeats(entry)))
        .findFirst();
  }
}
