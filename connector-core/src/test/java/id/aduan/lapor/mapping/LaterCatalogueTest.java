package id.aduan.lapor.mapping;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import id.aduan.lapor.mapping.Catalogue.Entry;
import id.aduan.lapor.yaml.Problem;
import id.aduan.lapor.yaml.Problems;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A mapping that has counted stays usable, whatever the portal does to its list later. */
class LaterCatalogueTest {
  private static final String HEAD = "version: 1\ndefault: diskominfo\n";
  private static final Entry GENERAL = new Entry("10", "Umum", Set.of());
  private static final Entry OTHER = new Entry("11", "Lain", Set.of());
  private static final Entry UNNUMBERED = new Entry("", "Jalan Rusak", Set.of("Umum"));
  private static final Entry HERE = new Entry("7", "Jalan Rusak", Set.of("Umum"));
  private static final Entry THERE = new Entry("7", "Jalan Rusak", Set.of("Lain"));

  private static Catalogue list(Entry entry) {
    return Catalogue.of(List.of(GENERAL, OTHER, entry));
  }

  private static Problems strictly(String yaml, Catalogue list) {
    Problems problems = new Problems();
    Mapping unused = Mapping.parse("m.yaml", yaml.getBytes(UTF_8), Set.of(), list, problems);
    return problems;
  }

  /** It was right by the first list, is faulty by the second, and goes on with a notice. */
  private static Mapping goesOn(String rest, Catalogue before, Catalogue after, String told) {
    String yaml = HEAD + rest + "\n";
    assertThat(strictly(yaml, before).list()).isEmpty();
    assertThat(strictly(yaml, after).list()).extracting(Problem::message).containsExactly(told);

    Problems again = new Problems();
    Mapping mapping = Mapping.parseAgain("m.yaml", yaml.getBytes(UTF_8), Set.of(), after, again);

    assertThat(again.list()).isEmpty();
    assertThat(mapping.notices()).extracting(Problem::message).contains(told);
    return mapping;
  }

  private static List<String> agencies(Mapping mapping) {
    return mapping.route(new Asking().category("7").build()).agencies();
  }

  @Test
  void a_name_whose_number_becomes_known_leaves_the_number_to_the_first_line() {
    Mapping mapping =
        goesOn(
            "categories: [{agency: dishub, ids: [7]}, {agency: pupr, ids: [{topic: Umum, name: Jalan Rusak}]}]",
            list(UNNUMBERED),
            list(HERE),
            "the id 7 of a category is mapped twice");

    assertThat(agencies(mapping)).containsExactly("dishub");
  }

  @Test
  void a_topic_that_gets_the_name_of_another_line_stays_with_the_first_line() {
    Catalogue renamed = Catalogue.of(List.of(new Entry("10", "Lain", Set.of()), THERE));
    Mapping mapping =
        goesOn(
            "categories: [{agency: dishub, ids: [{topic: \"10\"}]}, {agency: pupr, ids: [{topic: Lain}]}]",
            list(HERE),
            renamed,
            "the topic 'Lain' is mapped twice");

    assertThat(agencies(mapping)).containsExactly("dishub");
  }

  @Test
  void a_number_and_a_name_of_one_rule_may_become_the_same_category() {
    Mapping mapping =
        goesOn(
            "rules: [{name: x, when: {category: [7, {topic: Umum, name: Jalan Rusak}]}, to: dishub}]",
            list(UNNUMBERED),
            list(HERE),
            "the category 'Jalan Rusak' stands twice");

    assertThat(agencies(mapping)).containsExactly("dishub");
  }

  @Test
  void a_category_that_leaves_the_topic_of_its_rule_is_a_rule_that_is_not_met() {
    Mapping mapping =
        goesOn(
            "rules: [{name: x, when: {category: 7, topic: Umum}, to: dishub}]",
            list(HERE),
            list(THERE),
            "no category of this rule stands under its topic");

    assertThat(agencies(mapping)).containsExactly("diskominfo");
  }

  @Test
  void a_category_that_comes_under_the_topic_of_an_earlier_rule_goes_by_that_rule() {
    Mapping mapping =
        goesOn(
            "rules: [{name: x, when: {topic: Umum}, to: dishub}, {name: y, when: {category: 7}, to: pupr}]",
            list(THERE),
            list(HERE),
            "the rule 'y' is never met");

    assertThat(agencies(mapping)).containsExactly("dishub");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          categories: [{agency: dishub, ids: [7, 7]}]                               | the id 7 of a category is mapped twice
          categories: [{agency: dishub, ids: [{topic: Umum}, {topic: UMUM}]}]       | the topic 'UMUM' is mapped twice
          rules: [{name: x, when: {category: [7, 7]}, to: dishub}]                  | the category '7' stands twice
          rules: [{name: x, when: {secret: true}, to: dishub}, {name: y, when: {secret: true, words: a}, to: pupr}] | the rule 'y' is never met
          """)
  void what_is_wrong_by_itself_is_a_fault_at_any_time(String rest, String told) {
    Problems again = new Problems();
    String yaml = HEAD + rest + "\n";
    Mapping unused =
        Mapping.parseAgain("m.yaml", yaml.getBytes(UTF_8), Set.of(), list(HERE), again);

    assertThat(again.list()).extracting(Problem::message).containsExactly(told);
  }
}
