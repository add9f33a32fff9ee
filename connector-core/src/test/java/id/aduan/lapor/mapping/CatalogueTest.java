package id.aduan.lapor.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import id.aduan.lapor.complaint.Category;
import id.aduan.lapor.mapping.Catalogue.Entry;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CatalogueTest {

  private final Catalogue shipped = Catalogue.shipped();

  @Test
  void all_topics_and_all_rows_below_them_ship() throws Exception {
    List<String> rows;
    try (InputStream in = Catalogue.class.getResourceAsStream("portal-categories.csv")) {
      rows =
          new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
              .lines()
              .filter(line -> !line.startsWith("#"))
              .toList();
    }

    assertThat(shipped.topics()).hasSize(38);
    assertThat(rows).hasSize(38 + 929);
    assertThat(rows)
        .allSatisfy(row -> assertThat(shipped.named(row.split(";", 3)[2])).isNotEmpty());
    assertThat(shipped.entries().stream().filter(entry -> !entry.id().isEmpty())).hasSize(211);
  }

  @Test
  void an_id_under_two_topics_keeps_both_and_is_described_by_its_name_alone() {
    assertThat(shipped.find("921").orElseThrow().topics())
        .containsExactly("CORONA VIRUS", "KESEHATAN");
    assertThat(shipped.describe("921")).contains("PELAYANAN KESEHATAN");
    assertThat(shipped.describe("1660")).contains("CORONA VIRUS > PKH PROGRAM KELUARGA HARAPAN");
  }

  @Test
  void a_category_has_its_topic_by_id_and_else_by_a_name_that_is_unique() {
    assertThat(shipped.topicsOf(new Category("1558", ""))).containsExactly("POLITIK DAN HUKUM");
    assertThat(shipped.topicsOf(new Category(" 911", ""))).containsExactly("AGAMA");
    assertThat(shipped.topicsOf(new Category("", "Haji\u00a0dan  umroh"))).containsExactly("AGAMA");
    assertThat(shipped.topicsOf(new Category("", "Bantuan Sosial Tunai (BST)"))).isEmpty();
    assertThat(shipped.topicsOf(new Category("99001", ""))).isEmpty();
  }

  @Test
  void the_order_and_the_writing_of_names_make_no_other_catalogue() {
    Entry roads = new Entry("5", "Jalan  Raya", Set.of("Umum"));
    Entry topic = new Entry("1", "UMUM", Set.of());
    Entry again = new Entry("5", "JALAN RAYA", Set.of("UMUM"));

    assertThat(Catalogue.of(List.of(roads, topic)))
        .isEqualTo(Catalogue.of(List.of(topic, again, roads)))
        .hasSameHashCodeAs(Catalogue.of(List.of(topic, again)))
        .isNotEqualTo(Catalogue.of(List.of(topic)));
    assertThat(Catalogue.of(List.of(roads, topic)).entries()).containsExactly(roads, topic);
  }
}
