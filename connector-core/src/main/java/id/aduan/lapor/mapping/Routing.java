package id.aduan.lapor.mapping;

import java.util.Optional;

/**
 * Where a complaint goes, and why.
 *
 * @param agency the agency's code
 * @param reason which rule decided
 * @param where the line that decided, such as {@code mapping.yaml:17}
 * @param version the mapping's version; an open case keeps it
 * @param disagreement the other agency that the category names, when the portal's disposition
 *     decided against it
 */
public record Routing(
    String agency, Rule reason, String where, String version, Optional<String> disagreement) {

  /** The rules in their order (D13): the first that applies decides. */
  public enum Rule {
    /** The portal has already disposed it to an institution that is mapped (disposisi). */
    INSTITUTION,
    /** Its category is mapped. */
    CATEGORY,
    /** Neither: the default queue. */
    DEFAULT
  }
}
