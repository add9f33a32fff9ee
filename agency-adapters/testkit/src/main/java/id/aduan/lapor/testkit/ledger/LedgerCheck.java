package id.aduan.lapor.testkit.ledger;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Collects the ledgers of a run with faults, and says whether every promise was kept: nothing lost,
 * nothing that nobody told, nothing twice, nothing out of order (C3, C7, C8, C15). Which faults
 * were planned and how many really happened is a part of it: a run without its faults proves
 * nothing.
 *
 * <p>Safe for use by many threads; effects of one lane must be added in the order in which the far
 * end saw them.
 */
public final class LedgerCheck {
  private final long seed;
  private final Map<String, Told> told = new LinkedHashMap<>();
  private final List<Effect> effects = new ArrayList<>();
  private final Set<String> parked = new HashSet<>();
  private final List<FaultCount> faults = new ArrayList<>();

  /**
   * A fault of the plan, and how often it happened.
   *
   * @param planned how often it must have happened at least
   */
  public record FaultCount(String name, int planned, int happened) {}

  /**
   * Begins an empty one.
   *
   * @param seed of whatever chance the run used, to be printed
   */
  public LedgerCheck(long seed) {
    this.seed = seed;
  }

  /**
   * Adds what a sender told.
   *
   * @throws IllegalArgumentException for a key that is there already with another content
   */
  public synchronized void told(Told entry) {
    Told earlier = told.putIfAbsent(entry.key(), entry);
    if (earlier != null && !earlier.equals(entry)) {
      throw new IllegalArgumentException("the key " + entry.key() + " was told in two ways");
    }
  }

  /** Adds what a far end saw; once more for each time that it saw it. */
  public synchronized void effect(Effect entry) {
    effects.add(entry);
  }

  /** Adds the key of what waits for a person instead of having an effect. */
  public synchronized void parked(String key) {
    parked.add(key);
  }

  /** Adds how often a planned fault happened. */
  public synchronized void fault(FaultCount count) {
    faults.add(count);
  }

  /** Holds all that was added against each other. */
  public synchronized Verdict verdict() {
    Map<String, List<String>> traces = new HashMap<>();
    effects.forEach(
        it -> traces.computeIfAbsent(it.key(), key -> new ArrayList<>()).add(it.trace()));
    List<String> lost =
        told.values().stream()
            .filter(Told::acknowledged)
            .map(Told::key)
            .filter(key -> !traces.containsKey(key) && !parked.contains(key))
            .toList();
    List<String> unexpected =
        traces.keySet().stream().filter(key -> !told.containsKey(key)).sorted().toList();
    List<String> doubled =
        traces.entrySet().stream()
            .filter(it -> it.getValue().size() > 1 && told.containsKey(it.getKey()))
            .map(Map.Entry::getKey)
            .sorted()
            .toList();
    long unacknowledged =
        told.values().stream()
            .filter(it -> !it.acknowledged() && traces.containsKey(it.key()))
            .count();
    return new Verdict(
        seed,
        new Verdict.Counts(told.size(), effects.size(), parked.size(), unacknowledged),
        new Verdict.Broken(lost, unexpected, doubled, outOfOrder()),
        List.copyOf(faults),
        traces);
  }

  /** Keys whose first effect came after that of a later version of their lane. */
  private List<String> outOfOrder() {
    Map<String, Long> newest = new HashMap<>();
    Set<String> seen = new HashSet<>();
    List<String> late = new ArrayList<>();
    for (Effect effect : effects) {
      Told entry = told.get(effect.key());
      if (entry == null || !seen.add(effect.key())) {
        continue;
      }
      long last = Objects.requireNonNullElse(newest.get(entry.lane()), Long.MIN_VALUE);
      if (entry.version() < last) {
        late.add(effect.key());
      }
      newest.put(entry.lane(), Math.max(last, entry.version()));
    }
    return late;
  }
}
