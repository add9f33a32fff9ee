package id.aduan.lapor.yaml;

import static java.util.Comparator.comparingInt;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Collects the faults of one or more files, so that all of them are told at once.
 *
 * <p>The same fault is kept once, and at most 1000 are kept: a last one tells of the rest. Not for
 * use by several threads.
 */
public final class Problems {

  /** More than anybody mends at once; a file of megabytes could have millions. */
  private static final int PROBLEMS_MAX = 1000;

  private static final String REST = "there are more faults than these";

  private final Set<Problem> found = new LinkedHashSet<>();

  /** Notes a fault. */
  public void add(Problem problem) {
    if (found.size() < PROBLEMS_MAX) {
      found.add(problem);
    } else if (found.size() == PROBLEMS_MAX) {
      found.add(new Problem(problem.file(), 0, 0, REST, "mend these first"));
    }
  }

  private static boolean isRest(Problem problem) {
    return problem.message().equals(REST);
  }

  /** Whether no more are kept. */
  boolean isFull() {
    return found.size() >= PROBLEMS_MAX;
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
            .thenComparing(Problems::isRest)
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
