package id.aduan.lapor.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import id.aduan.lapor.complaint.Category;
import id.aduan.lapor.complaint.Classification.Kind;
import id.aduan.lapor.mapping.Catalogue.Entry;
import id.aduan.lapor.mapping.Routing.Rule;
import id.aduan.lapor.yaml.Problems;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The mapping that ships for a start. */
class StarterMappingTest {

  private final String text = Fixtures.text("starter-mapping.yaml");
  private final Mapping mapping = compile();

  private Mapping compile() {
    Problems problems = new Problems();
    Mapping compiled =
        Mapping.parse(
            "starter-mapping.yaml", text.getBytes(StandardCharsets.UTF_8), Set.of(), problems);
    problems.throwIfAny();
    return compiled;
  }

  @Test
  void it_compiles_and_nothing_in_it_looks_odd() {
    assertThat(mapping.notices()).isEmpty();
  }

  @Test
  void it_names_every_topic_and_every_category_and_by_its_number_where_one_is_known() {
    assertThat(Catalogue.shipped().topics())
        .allSatisfy(topic -> assertThat(text).contains("- {topic: \"" + topic.name() + "\"}"));
    assertThat(Catalogue.shipped().entries())
        .hasSizeGreaterThan(900)
        .allSatisfy(entry -> assertThat(text).contains(line(entry)));
  }

  private static String line(Entry entry) {
    String name = "name: \"" + entry.name() + "\"}";
    if (!entry.id().isEmpty()) {
      return "- {id: " + entry.id() + ", " + name;
    }
    return entry.isTopic()
        ? "- {topic: \"" + entry.name() + "\"}"
        : "- {topic: \"" + entry.topics().iterator().next() + "\", " + name;
  }

  @Test
  void a_category_goes_to_the_usual_office_and_a_new_one_with_its_topic() {
    assertThat(mapping.route(new Asking().category("1398").build()).agency()).isEqualTo("dishub");
    assertThat(mapping.route(new Asking().category("911").build()).agency()).isEqualTo("kesra");
    assertThat(
            mapping
                .route(new Asking().category(new Category("", "Haji dan Umroh")).build())
                .agency())
        .isEqualTo("kesra");
    assertThat(mapping.route(new Asking().build()).confirm()).isTrue();
  }

  @Test
  void what_is_of_a_supervisory_nature_is_flagged_and_corruption_goes_to_the_inspectorate() {
    Routing flagged =
        mapping.route(new Asking().category("1398").kind(Kind.SUPERVISORY_COMPLAINT).build());
    Routing corruption = mapping.route(new Asking().category("996").text("ada suap").build());

    assertThat(flagged.agency()).isEqualTo("dishub");
    assertThat(flagged.flags()).containsExactly("inspectorate");
    assertThat(corruption.agencies()).containsExactly("inspektorat");
    assertThat(corruption.reason()).isEqualTo(Rule.RULE);
  }
}
