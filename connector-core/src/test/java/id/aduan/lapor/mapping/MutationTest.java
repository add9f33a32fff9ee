package id.aduan.lapor.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import id.aduan.lapor.mapping.Tree.Mutant;
import id.aduan.lapor.yaml.Problem;
import id.aduan.lapor.yaml.Problems;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Each key and value of a file counts: whoever changes one is told, or gets another mapping. */
class MutationTest {

  /** What only readers see, or is only held against other lines. */
  private static final Set<String> COMMENTS =
      new TreeSet<>(
          Set.of(
              "remove .agencies.*.name",
              "change .agencies.*.name",
              "remove .agencies.*.institutions[].name",
              "change .agencies.*.institutions[].name",
              "remove .agencies.*.institutions[].from",
              "change .agencies.*.institutions[].from",
              "remove .institutions[].name",
              "change .institutions[].name",
              "remove .institutions[].from",
              "change .institutions[].from",
              "remove .regions[].bps",
              "change .regions[].bps",
              // a name beside an id is held against the portal's list, and may be left out
              "remove .categories[].ids[].name",
              "remove .rules[].when.category[].name"));

  private final Tree rich = Tree.of(Fixtures.text("rich.yaml"));

  @Test
  void a_file_that_is_written_anew_means_the_same() {
    Result original = compile(rich);

    assertThat(original.faults()).isEmpty();
    assertThat(original.canonical()).isEqualTo(Fixtures.rich().canonical());
  }

  @Test
  void each_change_is_told_or_changes_what_was_compiled() {
    Result original = compile(rich);
    List<Mutant> mutants = rich.mutants("");

    Set<String> unnoticed =
        mutants.stream()
            .filter(mutant -> compile(mutant.tree()).equals(original))
            .map(mutant -> mutant.what().replaceFirst(" \\.agencies\\.[a-z]+", " .agencies.*"))
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(mutants).hasSizeGreaterThan(500);
    assertThat(unnoticed).isEqualTo(COMMENTS);
  }

  private static Result compile(Tree tree) {
    Problems problems = new Problems();
    byte[] yaml = tree.yaml().getBytes(StandardCharsets.UTF_8);
    Mapping mapping = Mapping.parse("m.yaml", yaml, Fixtures.AGENCIES, problems);
    return new Result(messages(problems.list()), messages(mapping.notices()), mapping.canonical());
  }

  private static Set<String> messages(List<Problem> problems) {
    return problems.stream().map(Problem::message).collect(Collectors.toSet());
  }

  private record Result(Set<String> faults, Set<String> notices, String canonical) {}
}
