package id.aduan.lapor.yaml;

import java.util.List;
import java.util.stream.Collectors;

/**
 * The configuration cannot be used; nothing was started.
 *
 * <p>The message has one line per fault, in the form {@code file:line:column: message (hint)}.
 */
public final class ConfigurationFault extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<Problem> problems;

  /** A fault that tells these problems, in this order. */
  public ConfigurationFault(List<Problem> problems) {
    super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
    this.problems = List.copyOf(problems);
  }

  /** The faults, in the order of the message's lines. */
  public List<Problem> problems() {
    return problems;
  }
}
