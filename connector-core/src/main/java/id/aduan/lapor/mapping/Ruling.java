package id.aduan.lapor.mapping;

import id.aduan.lapor.mapping.Routing.Tried;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the rules say of a complaint: the first that decides, and all that marks it until there.
 *
 * @param accused the agencies that it is about
 */
record Ruling(
    Optional<RuleLine> rule,
    boolean confirm,
    List<String> flags,
    Optional<String> priority,
    Set<String> accused,
    List<Tried> tried) {

  static Ruling of(List<RuleLine> rules, Asked asked, String file) {
    boolean confirm = false;
    Set<String> flags = new LinkedHashSet<>();
    Optional<String> priority = Optional.empty();
    Set<String> accused = new LinkedHashSet<>();
    List<Tried> tried = new ArrayList<>();
    for (RuleLine rule : rules) {
      Optional<Condition> unmet = rule.unmet(asked);
      if (unmet.isPresent()) {
        String where = file + ":" + rule.target().line();
        tried.add(new Tried(where, rule.name(), unmet.get().key()));
        continue;
      }
      confirm |= rule.confirm();
      flags.addAll(rule.flags());
      priority = priority.or(rule::priority);
      accused.addAll(rule.about());
      if (rule.decides()) {
        return new Ruling(Optional.of(rule), confirm, List.copyOf(flags), priority, accused, tried);
      }
    }
    return new Ruling(Optional.empty(), confirm, List.copyOf(flags), priority, accused, tried);
  }
}
