package id.aduan.lapor.runner.command;

import static org.assertj.core.api.Assertions.assertThat;

import id.aduan.lapor.audit.AuditEntry;
import id.aduan.lapor.runner.ParkedFixture;
import id.aduan.lapor.sync.CaseRecord;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The commands of the mapping while no connector runs, on a store with three open cases. */
@Tag("D8")
class MappingCommandsTest extends MappingCommandsRig {
  @Test
  void a_complaint_that_does_not_exist_is_tried_and_nothing_of_it_is_kept() throws Exception {
    String trial = file("a.json", "{\"category\": \"1398\", \"content\": \"Lampu ZZPII mati\"}");

    assertThat(run("try", trial, "--lang", "en")).isZero();

    assertThat(shell.out())
        .isEqualTo(
            """
            It would go to: dishub, Dinas Perhubungan
            because of its category: mapping.yaml:4 (mapping 2026-11-01)
            """);
    assertThat(run("try", trial, "--json")).isZero();
    assertThat(shell.out())
        .contains("\"agencies\" : [ \"dishub\" ]", "\"reason\" : \"CATEGORY\"")
        .doesNotContain("ZZPII");
    assertThat(trail()).isEmpty();
  }

  @Test
  void a_trial_that_is_no_complaint_is_told_in_one_line() throws Exception {
    for (String json :
        List.of(
            "{\"categori\": \"1398\"}",
            "[]",
            "{",
            "",
            "{\"category\": 1398}",
            "{\"content\": \"" + "x".repeat(300_000) + "\"}")) {
      assertThat(run("try", file("a.json", json))).isEqualTo(65);
      assertThat(shell.err().lines()).singleElement().asString().startsWith("error[mapping.trial]");
    }
    assertThat(run("try", folder.resolve("none.json").toString())).isEqualTo(66);
  }

  private static final String BY_CLASSIFICATION =
      """
      classifications: {Whistle Blowing System: whistle blowing}
      rules:
        - {name: awas, when: {classification: [berkadar pengawasan, whistle blowing]}, to: kantah}
        - {name: kosong, when: {classification: tanpa klasifikasi}, to: dishub}
      """;

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "berkadar pengawasan,awas",
    "Pengaduan  Berkadar Pengawasan,awas",
    "supervisory_complaint,awas",
    "Whistle Blowing System,awas",
    "whistle blowing,awas",
    "Pengaduan Tidak Berkadar Pengawasan,''",
    "aspirasi,''",
    "tanpa klasifikasi,kosong",
    "'',kosong"
  })
  void a_trial_knows_the_words_of_the_guide_of_the_portal_and_of_the_file(String word, String rule)
      throws Exception {
    String by = file("by.yaml", mapping("1", "dishub", "kantah") + BY_CLASSIFICATION);
    String trial = file("a.json", "{\"classification\": \"%s\"}".formatted(word));

    assertThat(run("try", trial, "--mapping", by, "--json")).isZero();

    assertThat(shell.out()).contains("\n  \"rule\" : \"%s\"".formatted(rule));
  }

  @Test
  void a_trial_by_a_word_that_nobody_knows_is_refused_with_those_that_are_known() throws Exception {
    String by = file("by.yaml", mapping("1", "dishub", "kantah") + BY_CLASSIFICATION);
    String trial = file("a.json", "{\"classification\": \"berkadar ZZPII\"}");

    assertThat(run("try", trial, "--mapping", by)).isEqualTo(65);

    assertThat(shell.err())
        .contains("error[mapping.trial]", "aspirasi, berkadar pengawasan, permintaan informasi")
        .contains("whistle blowing system")
        .doesNotContain("ZZPII");
  }

  @Test
  void open_cases_that_another_mapping_would_send_elsewhere_are_named() throws Exception {
    String next = file("next.yaml", mapping("2026-12-01", "kantah", "dishub"));

    assertThat(run("diff", next, "--lang", "en")).isEqualTo(1);

    assertThat(shell.out())
        .contains("against mapping 2026-12-01: 3 open cases compared (mapping 2026-11-01 counts)")
        .contains("3 would go elsewhere; 0 to the same agencies")
        .contains("  dishub -> kantah: 3\n")
        .contains("  9300001  dishub -> kantah  CATEGORY (next.yaml:4)\n");
    assertThat(trail()).isEmpty();
  }

  @Test
  void the_same_mapping_moves_nothing() throws Exception {
    String both = "agencies: {dishub: , kantah: }\n";
    String same = file("same.yaml", mapping("2026-12-01", "dishub", "dishub") + both);

    assertThat(run("diff", same)).isZero();
    assertThat(run("diff")).isZero();
    assertThat(run("diff", "--json", same, same)).isZero();
    assertThat(shell.out()).contains("\"compared\" : 3", "\"moved\" : 0");
    assertThat(run("diff", "2020-01-01")).isEqualTo(66);
    assertThat(shell.err()).contains("error[mapping.missing]", "'2020-01-01'");
  }

  @Test
  void another_mapping_counts_by_its_person_and_is_listed() throws Exception {
    String next = file("next.yaml", mapping("2026-12-01", "kantah", "dishub"));

    assertThat(run("apply", next, "--who", "budi", "--reason", "OPD baru", "--lang", "en"))
        .isZero();

    assertThat(shell.out())
        .isEqualTo("Version 2026-12-01 of the mapping counts from 2026-12-21 10:00 WIB on.\n");
    assertThat(trail()).singleElement().extracting(AuditEntry::actor).isEqualTo("operator:budi");
    assertThat(run("versions", "--lang", "en")).isZero();
    assertThat(shell.out())
        .isEqualTo(
            """
            2026-12-01  counts  from 2026-12-21 10:00 WIB  by operator:budi  0 open cases
                OPD baru
            """);
    assertThat(run("diff", "--lang", "en")).isZero();
    assertThat(shell.out()).contains("(mapping 2026-12-01 counts)", "0 would go elsewhere");
    String configured = folder.resolve("mapping.yaml").toString();
    assertThat(run("diff", "2026-12-01", configured, "--lang", "en")).isEqualTo(1);
    assertThat(shell.out())
        .contains("Mapping 2026-12-01 against 2026-11-01", "3 are decided otherwise");
    assertThat(run("diff", "2026-12-01", "2026-12-01")).isZero();
    assertThat(run("apply", next, "--lang", "en")).isZero();
    assertThat(shell.out()).contains("counts already", "nothing was changed");
  }

  @Test
  void a_moment_is_by_the_office_unless_it_says_otherwise() throws Exception {
    String next = file("next.yaml", mapping("2026-12-31", "kantah", "dishub"));

    assertThat(run("apply", next, "--at", "2026-12-31", "--lang", "en")).isZero();
    assertThat(shell.out()).contains("from 2026-12-31 00:00 WIB on");
    assertThat(run("versions", "--json")).isZero();
    assertThat(shell.out()).contains("\"LATER\"", "\"2026-12-30T17:00:00Z\"");

    assertThat(run("apply", next, "--at", "2026-12-31T08:00+09:00")).isZero();
    assertThat(run("apply", next, "--at", "31 Desember")).isEqualTo(64);
    assertThat(run("apply", next, "--at", "2026-12-20")).isEqualTo(64);
    assertThat(shell.err()).contains("--at");
  }

  @Test
  void what_is_to_count_later_is_told_and_called_off() throws Exception {
    String now = file("now.yaml", mapping("2026-12-01", "dishub", "kantah"));
    String next = file("next.yaml", mapping("2026-12-31", "kantah", "dishub"));
    assertThat(run("apply", now)).isZero();
    assertThat(run("apply", next, "--at", "2026-12-31")).isZero();

    assertThat(run("apply", now, "--lang", "en")).isZero();
    assertThat(shell.out())
        .contains("counts already", "Version 2026-12-31 is to count from 2026-12-31 00:00 WIB on")
        .contains("'lapor mapping apply --cancel 2026-12-31'");
    assertThat(run("apply", "--cancel", "2026-12-31", "--who", "budi", "--lang", "en")).isZero();

    assertThat(shell.out()).contains("from 2026-12-31 00:00 WIB on, is called off");
    assertThat(trail()).last().extracting(AuditEntry::actor).isEqualTo("operator:budi");
    assertThat(run("versions", "--lang", "en")).isZero();
    assertThat(shell.out()).startsWith("2026-12-31  called off  ");
    assertThat(run("apply", "--cancel", "2026-12-31")).isEqualTo(65);
    assertThat(shell.err()).contains("error[mapping.not_scheduled]");
    assertThat(run("apply", next, "--cancel", "2026-12-31")).isEqualTo(64);
  }

  @Test
  void a_file_that_changed_without_its_version_is_a_fault_where_the_store_is_a_file()
      throws Exception {
    assertThat(run("apply")).isZero();
    String config = sample.file().toString();
    assertThat(shell.run("validate", "--config", config)).isZero();
    String same = mapping("2026-11-01", "dishub", "kantah").replace("\n", "\r\n");
    var unusedCrlf = file("mapping.yaml", same);
    assertThat(shell.run("validate", "--config", config)).isZero();

    var unused = file("mapping.yaml", mapping("2026-11-01", "kantah", "dishub"));

    assertThat(shell.run("validate", "--config", config)).isEqualTo(78);
    assertThat(shell.err()).contains("another content", "change 'version:' with the file");
  }

  @Test
  @Tag("D13")
  void explain_tells_of_a_case_that_is_nowhere_yet_what_would_be_decided() throws Exception {
    String rules = "rules:\n  - {name: pungli, when: {words: [pungli]}, to: kantah}\n";
    var unused = file("mapping.yaml", mapping("2026-11-01", "dishub", "kantah") + rules);
    assertThat(run("apply")).isZero();
    boolean saved =
        store.with(
            it ->
                it.inTransaction(
                    tx -> {
                      it.complaints()
                          .save(
                              tx,
                              new CaseRecord(
                                  ParkedFixture.complaint("9400001"),
                                  OptionalLong.empty(),
                                  Optional.empty(),
                                  Instant.parse("2026-11-23T04:00:00Z"),
                                  Optional.empty()));
                      return true;
                    }));

    String config = sample.file().toString();
    assertThat(shell.run("explain", "9400001", "--lang", "en", "--config", config)).isZero();

    assertThat(saved).isTrue();
    assertThat(shell.out())
        .contains("It would go to: dishub", "because of its category: mapping.yaml:4")
        .contains("pungli (mapping.yaml:7): no, because of words");
  }

  @Test
  void a_faulty_mapping_changes_nothing_and_every_fault_is_told() throws Exception {
    String bad = file("bad.yaml", "version: x\ndefalt: dishub\ncategories: 3\n");

    assertThat(run("apply", bad)).isEqualTo(78);

    assertThat(shell.err())
        .contains("bad.yaml:2:1: ", "bad.yaml:3:13: ", "error[mapping.invalid]")
        .contains("nothing was changed");
    assertThat(trail()).isEmpty();
    assertThat(run("diff", bad)).isEqualTo(78);
    assertThat(run("apply", folder.resolve("none.yaml").toString())).isEqualTo(66);
  }

  @Test
  void a_mapping_that_forgets_an_agency_is_refused_by_each_command_as_by_the_next_start()
      throws Exception {
    String few = file("few.yaml", "version: \"1\"\ndefault: kantah\n");
    String trial = file("a.json", "{}");

    for (List<String> args :
        List.of(
            List.of("apply", few),
            List.of("try", trial, "--mapping", few),
            List.of("diff", few),
            List.of("coverage", "--mapping", few))) {
      assertThat(run(args.toArray(String[]::new))).isEqualTo(78);
      assertThat(shell.err())
          .contains("few.yaml: the mapping names the agency 'dishub' nowhere (name it there");
    }
    assertThat(trail()).isEmpty();
  }

  @Test
  void the_starter_needs_no_configuration_and_another_mapping_may_be_tried() throws Exception {
    assertThat(shell.run("mapping", "starter")).isZero();
    assertThat(shell.out()).contains("\nversion: ", "\ndefault: ");

    String trial = file("a.json", "{}");
    assertThat(run("try", trial, "--mapping", "no such\u0000file")).isEqualTo(66);
    String other = file("other.yaml", mapping("9", "kantah", "dishub"));
    assertThat(run("try", trial, "--mapping", other, "--lang", "en")).isZero();
    assertThat(shell.out())
        .contains("go to: dishub", "the default queue: other.yaml:2 (mapping 9)");
  }
}
