package id.aduan.lapor.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import id.aduan.lapor.mapping.Routing.Rule;
import id.aduan.lapor.yaml.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MappingTest {

  @TempDir Path folder;
  private Mapping mapping;

  @BeforeEach
  void compile() throws IOException {
    mapping =
        load(
            """
            version: "2026-11-01"
            default: diskominfo
            institutions:
              - {id: 30011, agency: dishub, name: "Dinas\u00a0Perhubungan Kab. Bintan"}
              - {id: "30012", agency: dinkes}
            categories:
              - agency: dishub
                ids: [1398, 936]
              - agency: dinkes
                ids:
                  - "921"      # Pelayanan Kesehatan
                  - 99001
            """);
  }

  private Mapping load(String yaml) throws IOException {
    Path file = Files.writeString(folder.resolve("mapping.yaml"), yaml);
    return Mapping.load(file, List.of("diskominfo", "dishub", "dinkes"));
  }

  @ParameterizedTest(name = "category {0}, institution {1}: {2} by {3}")
  @CsvSource(
      nullValues = "-",
      textBlock =
          """
          # category, institution, agency,  rule,       where,        disagreement
          -,          30011,       dishub,     INSTITUTION, mapping.yaml:4,  -
          936,        30011,       dishub,     INSTITUTION, mapping.yaml:4,  -
          921,        30011,       dishub,     INSTITUTION, mapping.yaml:4,  dinkes
          1398,       30012,       dinkes,     INSTITUTION, mapping.yaml:5,  dishub
          5555,       30012,       dinkes,     INSTITUTION, mapping.yaml:5,  -
          1398,       -,           dishub,     CATEGORY,    mapping.yaml:8,  -
          921,        -,           dinkes,     CATEGORY,    mapping.yaml:11, -
          921,        77777,       dinkes,     CATEGORY,    mapping.yaml:11, -
          ' 921\u00a0', '',        dinkes,     CATEGORY,    mapping.yaml:11, -
          -,          -,           diskominfo, DEFAULT,     mapping.yaml:2,  -
          '',         '',          diskominfo, DEFAULT,     mapping.yaml:2,  -
          5555,       77777,       diskominfo, DEFAULT,     mapping.yaml:2,  -
          """)
  void theInstitutionDecidesThenTheCategoryThenTheDefault(
      String category, String institution, String agency, Rule rule, String where, String other) {
    Routing routing =
        mapping.route(Optional.ofNullable(category), Optional.ofNullable(institution));

    assertThat(routing.agencies()).containsExactly(agency);
    assertThat(routing.reason()).isEqualTo(rule);
    assertThat(routing.where()).isEqualTo(where);
    assertThat(routing.version()).isEqualTo("2026-11-01");
    assertThat(routing.disagreement()).isEqualTo(Optional.ofNullable(other));
  }

  @Test
  void anIdThatTheListLacksIsANoticeAndRoutesAllTheSame() {
    assertThat(mapping.notices())
        .extracting(Problem::message)
        .containsExactly("the category 99001 is not in our list");
    assertThat(mapping.notices().get(0).line()).isEqualTo(12);
    assertThat(mapping.route(Optional.of("99001"), Optional.empty()).agency()).isEqualTo("dinkes");
  }

  @Test
  void aMappingMayConsistOfItsDefault() throws IOException {
    Mapping small = load("version: 1\ndefault: dishub\ninstitutions:\ncategories:\n");

    assertThat(small.route(Optional.of("921"), Optional.of("30011")).agency()).isEqualTo("dishub");
    assertThat(small.version()).isEqualTo("1");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          1398  | PEKERJAAN UMUM DAN PENATAAN RUANG > PENERANGAN JALAN
          1443  | SOSIAL DAN KESEJAHTERAAN > PKH PROGRAM KELUARGA HARAPAN
          1660  | CORONA VIRUS > PKH PROGRAM KELUARGA HARAPAN
          921   | PELAYANAN KESEHATAN
          911   | AGAMA
          99001 | 99001
          """)
  void aCategoryIsDescribedByTopicAndName(String id, String expected) {
    assertThat(Mapping.describe(id)).isEqualTo(expected);
  }
}
