package id.aduan.lapor.mapping;

import java.util.List;
import java.util.Optional;

/**
 * Where a complaint goes, and why.
 *
 * @param agencies the agencies' codes; the first answers for the whole, and there is at least one
 * @param reason which kind of rule decided
 * @param rule the name of the rule that decided; empty for one without a name
 * @param where the line that decided, such as {@code mapping.yaml:17}
 * @param version the mapping's version; an open case keeps it
 * @param disagreement the other agency that the rules name, when the portal's disposition decided
 *     against them
 * @param confirm whether a person has to confirm it before it goes out
 * @param flags what the rules say of it beside that, such as {@code inspectorate}; in their order
 * @param priority the rules' word for how urgent it is; empty where none gives one
 * @param marks each rule without agencies that the complaint meets, wherever it stands
 * @param tried each rule that was tried before, and why it did not apply
 */
public record Routing(
    List<String> agencies,
    Rule reason,
    String rule,
    String where,
    String version,
    Optional<String> disagreement,
    boolean confirm,
    List<String> flags,
    Optional<String> priority,
    List<Mark> marks,
    List<Tried> tried) {

  public Routing {
    agencies = List.copyOf(agencies);
    flags = List.copyOf(flags);
    marks = List.copyOf(marks);
    tried = List.copyOf(tried);
  }

  /** The agency that answers for the whole. */
  public String agency() {
    return agencies.get(0);
  }

  /** A rule that only marks, and was met. */
  public record Mark(String where, String rule) {}

  /**
   * A rule that did not apply.
   *
   * @param because the first of its conditions that the complaint does not meet, by its name; it
   *     tells nothing of the complaint
   */
  public record Tried(String where, String rule, String because) {}

  /** The kinds of rules in their order (D13): the first that applies decides. */
  public enum Rule {
    /** The portal has already disposed it to an institution that is mapped (disposisi). */
    INSTITUTION,
    /** A rule of the file. */
    RULE,
    /** Its category is mapped. */
    CATEGORY,
    /** Neither: the default queue. */
    DEFAULT
  }
}
