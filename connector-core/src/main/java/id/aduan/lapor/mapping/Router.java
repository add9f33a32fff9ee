package id.aduan.lapor.mapping;

import id.aduan.lapor.mapping.Routing.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Decides by what was read from a file; the order is that of {@link Rule} (D13). */
record Router(Compiled compiled, String file) {

  /** There is always an answer. */
  Routing route(Question question) {
    Asked asked = new Asked(question, compiled.terms());
    Ruling ruling = Ruling.of(compiled.rules(), asked, file);
    Optional<Target> institution = compiled.institutions().find(asked.institution(), asked.day());
    Optional<Target> rule = ruling.rule().map(RuleLine::target);
    Optional<Target> ruled = rule.or(() -> compiled.categories().find(asked));
    if (institution.isPresent()) {
      Optional<String> other =
          ruled
              .map(it -> guarded(it, ruling).lead())
              .filter(lead -> !guarded(institution.get(), ruling).agencies().contains(lead));
      return routing(institution.get(), Rule.INSTITUTION, ruling, other);
    }
    if (rule.isPresent()) {
      return routing(rule.get(), Rule.RULE, ruling, Optional.empty());
    }
    return ruled
        .map(found -> routing(found, Rule.CATEGORY, ruling, Optional.empty()))
        .orElseGet(() -> routing(compiled.fallback(), Rule.DEFAULT, ruling, Optional.empty()));
  }

  private Routing routing(
      Target target, Rule reason, Ruling ruling, Optional<String> disagreement) {
    Target guarded = guarded(target, ruling);
    boolean accusedAlone = ruling.accused().containsAll(guarded.agencies());
    boolean confirm =
        accusedAlone
            || (reason != Rule.INSTITUTION && ruling.confirm())
            || (reason == Rule.DEFAULT && compiled.confirmDefault());
    return new Routing(
        guarded.agencies(),
        reason,
        reason == Rule.RULE ? ruling.rule().map(RuleLine::name).orElse("") : "",
        file + ":" + target.line(),
        compiled.version(),
        disagreement,
        confirm,
        ruling.flags(),
        ruling.priority(),
        ruling.marks(),
        reason == Rule.INSTITUTION ? List.of() : ruling.tried());
  }

  /** Never the accused alone (UU25-09): the first superior that is not accused leads. */
  private Target guarded(Target target, Ruling ruling) {
    if (!ruling.accused().containsAll(target.agencies())) {
      return target;
    }
    Optional<String> superior = compiled.agency(target.lead()).superior();
    while (superior.isPresent() && ruling.accused().contains(superior.get())) {
      superior = compiled.agency(superior.get()).superior();
    }
    if (superior.isEmpty()) {
      return target;
    }
    List<String> agencies = new ArrayList<>(List.of(superior.get()));
    agencies.addAll(target.agencies());
    return new Target(agencies, target.line());
  }
}
