package id.aduan.lapor.yaml;

import static java.util.Comparator.comparingInt;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Collects the faults of one or more files, so that all of them are told at once.
 *
 * <p>The same fault is kept once. Not for use by several threads.
 */
public final class Problems {

  private final Set<Problem> found = new LinkedHashSet<>();

  /** Notes a fault. */
  public void add(Problem problem) {
    found.add(problem);
  }

  /** Whether nothing was found. */
  public boolean isEmpty() {
    return found.isEmpty();
  }

  /** What was found: the files in the order they were first met, each by line and column. */
  public List<Problem> list() {
    List<String> files = found.stream().map(Problem::file).distinct().toList();
    List<Problem> sorted = new ArrayList<>(found);
    sorted.sort(
        comparingInt((Problem problem) -> files.indexOf(problem.file()))
            .thenComparingInt(Problem::line)
            .thenComparingInt(Problem::column));
    return List.copyOf(sorted);
  }

  /**
   * Ends the reading of a configuration.
   *
   * @throws ConfigurationFault when anything was found, with all of it
   */
  public void throwIfAny() {
    if (!isEmpty()) {
      throw new ConfigurationFault(list());
    }
  }
}
