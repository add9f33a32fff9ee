package id.aduan.lapor.runner.command;

import static org.assertj.core.api.Assertions.assertThat;

import id.aduan.lapor.runner.ParkedFixture;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the mapping decides of the cases that there are, and why of one of them. */
@Tag("D8")
class MappingCoverageCommandTest extends MappingCommandsRig {
  @Test
  void coverage_counts_a_rule_that_only_marks_and_names_one_that_never_does() throws Exception {
    String marks =
        """
        rules:
          - {name: lampu, when: {category: 1398}, flags: [lamp]}
          - {name: banjir, when: {category: 1400}, flags: [flood]}
        """;
    String marked = file("marked.yaml", mapping("1", "dishub", "kantah") + marks);

    assertThat(run("coverage", "--mapping", marked, "--lang", "en")).isZero();

    assertThat(shell.out())
        .contains("         3  marked.yaml:4  its category -> dishub\n")
        .contains("         3  marked.yaml:7  the rule 'lampu' only marks\n")
        .contains("Lines that never decided or marked: 3")
        .contains("            marked.yaml:8  the rule 'banjir' only marks\n");
    assertThat(run("coverage", "--mapping", marked, "--lang", "id")).isZero();
    assertThat(shell.out()).contains("aturan 'lampu' hanya menandai", "atau menandai: 3");
  }

  @Test
  void coverage_tells_what_decides_what_never_does_and_what_goes_to_the_default_queue() {
    assertThat(run("coverage", "--lang", "en")).isZero();

    assertThat(shell.out())
        .contains("Mapping 2026-11-01: 3 cases that came here")
        .contains("Default queue: 0 (0 %), 0 of them without a category")
        .contains("         3  mapping.yaml:4  its category -> dishub\n")
        .contains("Lines that never decided or marked: 2")
        .contains("mapping.yaml:5  its category -> kantah")
        .contains("mapping.yaml:2  the default queue -> kantah");
    assertThat(run("coverage", "--from", "2026-11-24", "--json")).isZero();
    assertThat(shell.out()).contains("\"cases\" : 0", "\"neverHit\" : 3");
  }

  @Test
  void coverage_names_the_categories_that_no_line_has() throws Exception {
    String few =
        file("few.yaml", "version: \"1\"\ndefault: kantah\nagencies: {dishub: , kantah: }\n");

    assertThat(run("coverage", "--mapping", few, "--lang", "en")).isZero();

    assertThat(shell.out())
        .contains("Default queue: 3 (100 %)", "Categories without a line", "         3  1398");
  }

  @Test
  @Tag("D13")
  void explain_tells_what_was_tried_before_by_the_version_that_the_case_keeps() throws Exception {
    String config = sample.file().toString();
    String id = ParkedFixture.caseNumber(0);
    assertThat(shell.run("explain", id, "--lang", "en", "--config", config)).isZero();
    assertThat(shell.out()).contains("Version 2026-11-01 of the mapping is not known any more");
    String rules =
        """
        rules:
          - {name: pungli, when: {words: [pungli]}, to: kantah}
          - {name: lampu, when: {category: [1398], anonymous: true}, to: kantah}
        """;
    var unused = file("mapping.yaml", mapping("2026-11-01", "dishub", "kantah") + rules);
    assertThat(run("apply")).isZero();

    assertThat(shell.run("explain", id, "--lang", "en", "--config", config)).isZero();

    assertThat(shell.out())
        .contains(
            """
            Tried before, in this order:
              pungli (mapping.yaml:7): no, because of words
              lampu (mapping.yaml:8): no, because of anonymous
            """)
        .doesNotContain("not known", "would go to");
    assertThat(shell.run("explain", id, "--json", "--config", config)).isZero();
    assertThat(shell.out()).contains("\"because\" : \"words\"").doesNotContain("ZZPII");
  }

  @Test
  void explain_says_when_the_case_would_go_elsewhere_by_that_version_now() throws Exception {
    var unused = file("mapping.yaml", mapping("2026-11-01", "kantah", "dishub"));
    assertThat(run("apply")).isZero();

    String config = sample.file().toString();
    assertThat(shell.run("explain", ParkedFixture.caseNumber(0), "--config", config)).isZero();

    assertThat(shell.out()).contains("Menurut versi itu sekarang akan ke kantah");
  }
}
