package id.aduan.lapor.mapping;

import id.aduan.lapor.yaml.Problem;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What was read from a file.
 *
 * @param confirmDefault whether a person has to confirm what the default queue gets
 * @param named each agency that stands anywhere in the file
 */
record Compiled(
    String version,
    Target fallback,
    boolean confirmDefault,
    Terms terms,
    Institutions institutions,
    CategoryTable categories,
    List<RuleLine> rules,
    Map<String, Agency> agencies,
    Set<String> named,
    List<Problem> notices) {

  Compiled {
    rules = List.copyOf(rules);
    agencies = new TreeMap<>(agencies);
    named = Set.copyOf(named);
    notices = List.copyOf(notices);
  }

  /** What is known of an agency; nothing, if the file has no section for it. */
  Agency agency(String code) {
    return agencies.getOrDefault(code, Agency.UNTOLD);
  }

  /** Without notices, and without what only readers see. */
  String canonical() {
    return String.join(
        "\n",
        version,
        fallback.agencies() + (confirmDefault ? " confirm" : ""),
        terms.toString(),
        institutions.toString(),
        categories.toString(),
        rules.toString(),
        agencies.toString());
  }
}
