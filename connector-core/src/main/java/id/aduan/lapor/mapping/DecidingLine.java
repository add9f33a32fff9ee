package id.aduan.lapor.mapping;

import id.aduan.lapor.mapping.Routing.Rule;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A line of a mapping file that can decide, or a rule that only marks; several ids on one line are
 * one.
 *
 * @param rule its name, empty for one without
 * @param where as a {@link Routing} by it says
 * @param agencies none for a rule that only marks
 */
public record DecidingLine(Rule reason, String rule, String where, List<String> agencies) {
  public DecidingLine {
    agencies = List.copyOf(agencies);
  }

  /** All of them, in the order of the kinds of rules and then of the file. */
  public static List<DecidingLine> of(Mapping mapping) {
    Compiled compiled = mapping.compiled();
    Lines lines = new Lines(mapping.text().file());
    Stream<Target> institutions =
        compiled.institutions().byId().values().stream()
            .flatMap(List::stream)
            .map(Institutions.Span::target);
    CategoryTable categories = compiled.categories();
    Stream<Target> named =
        categories.byName().values().stream().flatMap(each -> each.values().stream());
    return Stream.of(
            lines.of(institutions, Rule.INSTITUTION),
            compiled.rules().stream().map(lines::of),
            lines.of(
                Stream.of(
                        categories.byId().values().stream(),
                        named,
                        categories.byTopic().values().stream())
                    .flatMap(each -> each),
                Rule.CATEGORY),
            lines.of(Stream.of(compiled.fallback()), Rule.DEFAULT))
        .flatMap(each -> each)
        .toList();
  }

  private record Lines(String file) {
    Stream<DecidingLine> of(Stream<Target> targets, Rule reason) {
      return targets
          .sorted(Comparator.comparingInt(Target::line))
          .map(it -> new DecidingLine(reason, "", where(it), it.agencies()))
          .distinct();
    }

    DecidingLine of(RuleLine rule) {
      return new DecidingLine(
          Rule.RULE, rule.name(), where(rule.target()), rule.target().agencies());
    }

    private String where(Target target) {
      return file + ":" + target.line();
    }
  }
}
