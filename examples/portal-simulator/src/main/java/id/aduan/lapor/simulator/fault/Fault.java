package id.aduan.lapor.simulator.fault;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A fault to order.
 *
 * <pre>{@code
 * Fault.of(FaultKind.STATUS).at(Place.DETAIL).times(3).with("status", "429").with("retryAfter", "2")
 * }</pre>
 *
 * @param place where; null: everywhere the kind can happen
 * @param timesMax how often it happens at most; 0: without end
 * @param skipped how many occasions pass before the first
 * @param chance of each further occasion, above 0 and up to 1
 * @param parameters by name; what is not said has its kind's default
 */
public record Fault(
    FaultKind kind,
    @Nullable Place place,
    int timesMax,
    int skipped,
    double chance,
    Map<String, String> parameters) {
  /** A bound for {@code timesMax} and {@code skipped}. */
  public static final int COUNT_MAX = 1_000_000;

  /**
   * @throws IllegalArgumentException with one line that says what can be said instead
   */
  public Fault {
    parameters = Map.copyOf(parameters);
    if (place != null && !kind.places().contains(place)) {
      throw wrong(kind, "happens at " + places(kind) + ", not at " + place.word());
    }
    if (timesMax < 0 || timesMax > COUNT_MAX || skipped < 0 || skipped > COUNT_MAX) {
      throw wrong(kind, "times and skip are 0 to " + COUNT_MAX);
    }
    if (!(chance > 0 && chance <= 1)) {
      throw wrong(kind, "chance is above 0 and at most 1, not " + chance);
    }
    parameters.forEach((name, value) -> check(kind, name, value));
  }

  /** Everywhere it can happen, always. */
  public static Fault of(FaultKind kind) {
    return new Fault(kind, null, 0, 0, 1, Map.of());
  }

  public Fault at(Place where) {
    return new Fault(kind, where, timesMax, skipped, chance, parameters);
  }

  public Fault times(int max) {
    return new Fault(kind, place, max, skipped, chance, parameters);
  }

  public Fault skip(int occasions) {
    return new Fault(kind, place, timesMax, occasions, chance, parameters);
  }

  public Fault withChance(double ofEach) {
    return new Fault(kind, place, timesMax, skipped, ofEach, parameters);
  }

  public Fault with(String name, String value) {
    var more = new TreeMap<>(parameters);
    more.put(name, value);
    return new Fault(kind, place, timesMax, skipped, chance, more);
  }

  /** The parameter's text, or its default. */
  public String parameter(String name) {
    String said = parameters.get(name);
    return said != null
        ? said
        : kind.parameters().stream()
            .filter(each -> each.name().equals(name))
            .findFirst()
            .orElseThrow(() -> wrong(kind, "has no parameter " + name))
            .otherwise();
  }

  public int number(String name) {
    return Integer.parseInt(parameter(name));
  }

  public Duration duration(String name) {
    return Duration.parse(parameter(name));
  }

  public boolean is(String name, String value) {
    return parameter(name).equals(value);
  }

  /** The kind and its parameters, as the ledger tells it. */
  public String sentence() {
    return kind.word()
        + kind.parameters().stream()
            .filter(each -> !parameter(each.name()).isEmpty())
            .map(each -> " " + each.name() + "=" + parameter(each.name()))
            .collect(Collectors.joining());
  }

  private static void check(FaultKind kind, String name, String value) {
    Parameter parameter =
        kind.parameters().stream()
            .filter(each -> each.name().equals(name))
            .findFirst()
            .orElseThrow(() -> wrong(kind, "knows " + names(kind) + ", not '" + name + "'"));
    if (!parameter.allowed().matcher(value).matches()) {
      throw wrong(kind, name + " must match " + parameter.allowed() + ": '" + value + "'");
    }
  }

  private static String names(FaultKind kind) {
    return kind.parameters().isEmpty()
        ? "no parameters"
        : kind.parameters().stream().map(Parameter::name).collect(Collectors.joining(", "));
  }

  private static String places(FaultKind kind) {
    return kind.places().stream().map(Place::word).sorted().collect(Collectors.joining(", "));
  }

  private static IllegalArgumentException wrong(FaultKind kind, String what) {
    return new IllegalArgumentException(kind.word() + ": " + what);
  }
}
