package id.aduan.lapor.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import id.aduan.lapor.mapping.Routing.Mark;
import id.aduan.lapor.mapping.Routing.Rule;
import id.aduan.lapor.mapping.Routing.Tried;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a rule without agencies says holds wherever it stands in the file. */
class MarksTest {
  private static final String HEAD =
      """
      version: 1
      default: diskominfo
      agencies:
        diskominfo: {superior: inspektorat}
        inspektorat:
        pupr: {superior: inspektorat, institutions: [15211]}
        dishub: {superior: inspektorat}
      categories: [{agency: dishub, ids: [1398]}]
      rules:
      """;

  private static final String DECIDES = "  - {name: jalan, when: {words: [jalan]}, to: pupr}\n";
  private static final String ABOUT =
      "  - {name: oknum, when: {words: [oknum]}, about: [pupr, dishub, diskominfo]}\n";
  private static final String CONFIRM =
      "  - {name: ancaman, when: {words: [oknum]}, confirm: true, priority: high}\n";
  private static final String FLAG =
      "  - {name: tanda, when: {words: [oknum]}, flags: [inspectorate]}\n";

  private static Routing route(String rules, Asking asking) {
    return Fixtures.parse("m.yaml", HEAD + rules).route(asking.build());
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({"RULE,pupr,jalan,''", "CATEGORY,dishub,'',1398", "DEFAULT,diskominfo,'',''"})
  void marks_below_a_rule_that_decides_hold(
      Rule reason, String agency, String word, String category) {
    Routing routing =
        route(
            DECIDES + ABOUT + CONFIRM + FLAG,
            new Asking().text("oknum " + word).category(category));

    assertThat(routing.reason()).isEqualTo(reason);
    assertThat(routing.agencies()).containsExactly("inspektorat", agency);
    assertThat(routing.confirm()).isTrue();
    assertThat(routing.flags()).containsExactly("inspectorate");
    assertThat(routing.priority()).contains("high");
  }

  @Test
  void marks_below_a_rule_that_decides_hold_where_the_portal_decides_but_for_confirming() {
    Routing routing =
        route(
            DECIDES + ABOUT + CONFIRM + FLAG,
            new Asking().text("oknum jalan").institution("15211"));

    assertThat(routing.reason()).isEqualTo(Rule.INSTITUTION);
    assertThat(routing.agencies()).containsExactly("inspektorat", "pupr");
    assertThat(routing.flags()).containsExactly("inspectorate");
    assertThat(routing.confirm()).isFalse();
  }

  @Test
  void the_place_of_a_rule_that_only_marks_changes_nothing() {
    Asking asking = new Asking().text("oknum jalan");
    List<Routing> routings = new ArrayList<>();
    for (List<String> order : orders(List.of(DECIDES, ABOUT, CONFIRM, FLAG))) {
      routings.add(route(String.join("", order), asking));
    }

    assertThat(routings).hasSize(24);
    assertThat(routings)
        .extracting(
            it ->
                "%s by %s, confirm %s, flags %s, priority %s"
                    .formatted(
                        it.agencies(),
                        it.rule(),
                        it.confirm(),
                        it.flags(),
                        it.priority().orElse("")))
        .containsOnly(
            "[inspektorat, pupr] by jalan, confirm true, flags [inspectorate], priority high");
  }

  private static List<List<String>> orders(List<String> rules) {
    if (rules.isEmpty()) {
      return List.of(List.of());
    }
    List<List<String>> all = new ArrayList<>();
    for (String first : rules) {
      List<String> others = rules.stream().filter(it -> !it.equals(first)).toList();
      for (List<String> rest : orders(others)) {
        List<String> order = new ArrayList<>(List.of(first));
        order.addAll(rest);
        all.add(order);
      }
    }
    return all;
  }

  @Test
  void a_rule_below_that_decides_marks_nothing_and_the_first_priority_counts() {
    String second =
        "  - {name: dua, when: {words: [oknum]}, to: dishub, flags: [second], confirm: true}\n";
    String low = "  - {name: rendah, when: {words: [oknum]}, priority: low}\n";

    Routing routing = route(low + DECIDES + second + FLAG, new Asking().text("oknum jalan"));
    Routing turned = route(FLAG + DECIDES + CONFIRM + low, new Asking().text("oknum jalan"));

    assertThat(routing.flags()).containsExactly("inspectorate");
    assertThat(routing.confirm()).isFalse();
    assertThat(routing.priority()).contains("low");
    assertThat(turned.priority()).contains("high");
  }

  @Test
  void the_rules_that_marked_are_named_and_what_was_tried_ends_at_the_one_that_decides() {
    String never = "  - {name: sampah, when: {words: [sampah]}, flags: [x]}\n";

    Routing routing =
        route(never + FLAG + DECIDES + CONFIRM + never.replace("sampah,", "dua,"), oknumJalan());

    assertThat(routing.marks())
        .containsExactly(new Mark("m.yaml:11", "tanda"), new Mark("m.yaml:13", "ancaman"));
    assertThat(routing.tried()).containsExactly(new Tried("m.yaml:10", "sampah", "words"));
  }

  @Test
  void a_rule_that_only_marks_may_stand_below_one_that_takes_all_of_it() {
    String narrower =
        "  - {name: dua, when: {words: [jalan], secret: false}, flags: [inspectorate]}\n";

    assertThat(route(DECIDES + narrower, oknumJalan()).flags()).containsExactly("inspectorate");
  }

  private static Asking oknumJalan() {
    return new Asking().text("oknum jalan");
  }
}
