package id.aduan.lapor.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import id.aduan.lapor.mapping.Catalogue.Entry;
import id.aduan.lapor.yaml.Problem;
import id.aduan.lapor.yaml.Problems;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What may be right is told, and stops nothing. */
class MappingNoticesTest {

  private static final String HEAD = "version: 1\ndefault: dishub\n";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          categories: [{agency: dishub, ids: [99001]}]                            | 3:37: the category 99001 is not in our list
          categories: [{agency: dishub, ids: [{topic: ANTARIKSA}]}]               | 3:45: no topic is called 'ANTARIKSA' in our list
          categories: [{agency: dishub, ids: [{topic: AGAMA, name: Wakaf Tunai}]}] | 3:58: no category 'Wakaf Tunai' stands under 'AGAMA' in our list
          rules: [{name: x, when: {channel: Telegram}, to: dishub}]               | 3:35: no complaint has been seen by the channel 'Telegram'
          regions: [{code: '32.01', name: Bogor, bps: '3201'}]                    | 3:45: the number of the BPS is the Kemendagri code without its dots
          agencies: {dishub: {institutions: [{id: 1, until: 2024-12-31}, {id: 2, from: 2025-02-01}]}} | 3:69: the agency has no institution from 2025-01-01 to 2025-01-31
          """)
  void what_looks_odd_is_a_notice_with_its_place(String line, String expected) {
    Problems problems = new Problems();
    Mapping mapping = parse(HEAD + line + "\n", Catalogue.shipped(), problems);

    assertThat(problems.list()).isEmpty();
    assertThat(mapping.notices())
        .extracting(it -> it.line() + ":" + it.column() + ": " + it.message())
        .containsExactly(expected);
  }

  @Test
  void a_line_that_a_rule_hides_is_told() {
    String yaml =
        HEAD
            + """
            rules:
              - {name: lampu, when: {category: [1398, 936]}, to: dishub}
            categories:
              - {agency: dishub, ids: [1398, 938]}
            """;
    Mapping mapping = parse(yaml, Catalogue.shipped(), new Problems());

    assertThat(mapping.notices())
        .extracting(Problem::toString)
        .containsExactly(
            "m.yaml:6:28: no complaint reaches this line for 1398"
                + " (the rule 'lampu' takes all of that category)");
  }

  @Test
  void a_name_that_the_portal_changed_later_stops_no_mapping_that_counted() {
    String yaml = HEAD + "categories: [{agency: dishub, ids: [{id: 7, name: Jalan Rusak}]}]\n";
    Catalogue later = Catalogue.of(List.of(new Entry("7", "Jalan Berlubang", Set.of("Umum"))));
    Problems strict = new Problems();
    Problems again = new Problems();

    parse(yaml, later, strict);
    Mapping counted =
        Mapping.parseAgain("m.yaml", yaml.getBytes(StandardCharsets.UTF_8), Set.of(), later, again);

    String told = "the category 7 is called 'JALAN BERLUBANG', not 'Jalan Rusak'";
    assertThat(strict.list()).extracting(Problem::message).containsExactly(told);
    assertThat(again.list()).isEmpty();
    assertThat(counted.notices()).extracting(Problem::message).containsExactly(told);
    assertThat(counted.categoryPlaces()).containsEntry("7", "m.yaml:3");
  }

  private static Mapping parse(String yaml, Catalogue catalogue, Problems problems) {
    return Mapping.parse(
        "m.yaml", yaml.getBytes(StandardCharsets.UTF_8), Set.of(), catalogue, problems);
  }
}
