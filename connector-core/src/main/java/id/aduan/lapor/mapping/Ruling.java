package id.aduan.lapor.mapping;

import id.aduan.lapor.mapping.Routing.Mark;
import id.aduan.lapor.mapping.Routing.Tried;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the rules say of a complaint: the first that decides, and all that marks it. A rule without
 * agencies marks wherever it stands; one with agencies marks where it decides.
 *
 * @param accused the agencies that it is about
 * @param marks the rules without agencies that it meets
 * @param tried what was tried before the rule that decides
 */
record Ruling(
    Optional<RuleLine> rule,
    boolean confirm,
    List<String> flags,
    Optional<String> priority,
    Set<String> accused,
    List<Mark> marks,
    List<Tried> tried) {

  static Ruling of(List<RuleLine> rules, Asked asked, String file) {
    Optional<RuleLine> decider = Optional.empty();
    List<RuleLine> met = new ArrayList<>();
    List<Tried> tried = new ArrayList<>();
    for (RuleLine rule : rules) {
      if (decider.isPresent() && rule.decides()) {
        continue;
      }
      Optional<Condition> unmet = rule.unmet(asked);
      if (unmet.isEmpty()) {
        met.add(rule);
        decider = decider.or(() -> Optional.of(rule).filter(RuleLine::decides));
      } else if (decider.isEmpty()) {
        tried.add(new Tried(where(file, rule), rule.name(), unmet.get().key()));
      }
    }
    return of(decider, met, tried, file);
  }

  private static Ruling of(
      Optional<RuleLine> decider, List<RuleLine> met, List<Tried> tried, String file) {
    Set<String> flags = new LinkedHashSet<>();
    Set<String> accused = new LinkedHashSet<>();
    met.forEach(rule -> flags.addAll(rule.flags()));
    met.forEach(rule -> accused.addAll(rule.about()));
    return new Ruling(
        decider,
        met.stream().anyMatch(RuleLine::confirm),
        List.copyOf(flags),
        met.stream().flatMap(rule -> rule.priority().stream()).findFirst(),
        accused,
        met.stream()
            .filter(rule -> !rule.decides())
            .map(rule -> new Mark(where(file, rule), rule.name()))
            .toList(),
        tried);
  }

  private static String where(String file, RuleLine rule) {
    return file + ":" + rule.target().line();
  }
}
