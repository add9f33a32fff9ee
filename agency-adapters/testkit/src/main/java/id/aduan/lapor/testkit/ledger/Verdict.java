package id.aduan.lapor.testkit.ledger;

import id.aduan.lapor.testkit.ledger.LedgerCheck.FaultCount;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the ledgers of a run say together.
 *
 * @param traces what the far ends wrote down, by key
 */
public record Verdict(
    long seed,
    Counts counts,
    Broken broken,
    List<FaultCount> faults,
    Map<String, List<String>> traces) {

  /**
   * How much there was.
   *
   * @param unacknowledged effects of what was told and not acknowledged, which is allowed
   */
  public record Counts(int told, int effects, int parked, long unacknowledged) {}

  /** The keys at which a promise was broken, by promise. */
  public record Broken(
      List<String> lost, List<String> unexpected, List<String> doubled, List<String> outOfOrder) {

    Stream<String> all() {
      return Stream.of(lost, unexpected, doubled, outOfOrder).flatMap(List::stream);
    }
  }

  /** Faults that happened less often than planned. */
  public List<FaultCount> missingFaults() {
    return faults.stream().filter(it -> it.happened() < it.planned()).toList();
  }

  /** Whether every promise was kept, under every fault of the plan. */
  public boolean isClean() {
    return broken.all().findAny().isEmpty() && missingFaults().isEmpty() && counts.told() > 0;
  }

  /** All of it in a few lines, with the first broken key and its trace. */
  @Override
  public String toString() {
    String first =
        broken
            .all()
            .findFirst()
            .map(key -> "\nfirst: " + key + ", seen " + traces.getOrDefault(key, List.of()))
            .orElse("");
    long failed = broken.all().distinct().count();
    return "%d passed, %d failed, seed %d: lost=%d unexpected=%d doubled=%d out of order=%d"
            .formatted(
                Math.max(0, counts.told() - failed),
                failed,
                seed,
                broken.lost().size(),
                broken.unexpected().size(),
                broken.doubled().size(),
                broken.outOfOrder().size())
        + "\n%d told, %d effects, %d parked, %d effects without acknowledgement\nfaults: %s"
            .formatted(
                counts.told(),
                counts.effects(),
                counts.parked(),
                counts.unacknowledged(),
                faults.stream()
                    .map(it -> it.name() + " " + it.happened() + " of " + it.planned())
                    .collect(Collectors.joining(", ", "", faults.isEmpty() ? "none planned" : "")))
        + first;
  }

  /**
   * Fails a test whose run was not clean.
   *
   * @throws AssertionError with all of it
   */
  public void requireClean() {
    if (!isClean()) {
      throw new AssertionError(toString());
    }
  }
}
