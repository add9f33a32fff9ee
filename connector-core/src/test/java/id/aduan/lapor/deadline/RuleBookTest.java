package id.aduan.lapor.deadline;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.aduan.lapor.deadline.ClockRule.Scope;
import id.aduan.lapor.yaml.Problem;
import id.aduan.lapor.yaml.Problems;
import id.aduan.lapor.yaml.YamlFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleBookTest {
  private static final String OWN =
      """
      version: bintan-2027
      clocks:
        - id: sop.bintan.answer
          replaces: true
          name: {id: Jawaban, en: Answer}
          limit: 2
          unit: calendar_day
          scope: local
          duty: agency
          from: [delivered]
          until: [answered]
          source: Surat Edaran
          grade: D
      """;

  @TempDir private Path folder;
  private final Problems problems = new Problems();

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          sop.bintan.notify_admin_kab,       1, MINUTE,       LOCAL,    A
          sop.bintan.forward_to_penghubung,  1, WORKING_DAY,  LOCAL,    A
          sop.bintan.answer,                 1, WORKING_DAY,  LOCAL,    A
          sp4n.verify_forward,               3, WORKING_DAY,  NATIONAL, B
          sp4n.first_followup,               5, WORKING_DAY,  NATIONAL, B
          sp4n.info_request,                 5, WORKING_DAY,  NATIONAL, C
          sp4n.complaint_no_supervision,    14, WORKING_DAY,  NATIONAL, C
          sp4n.complaint_supervision,       60, WORKING_DAY,  NATIONAL, C
          sp4n.reporter_silence_close,      10, WORKING_DAY,  NATIONAL, B
          uu25.respond,                     14, CALENDAR_DAY, NATIONAL, A
          uu25.complete_by_reporter,        30, CALENDAR_DAY, NATIONAL, A
          uu25.decide,                      60, CALENDAR_DAY, NATIONAL, A
          uu25.deliver_decision,            14, CALENDAR_DAY, NATIONAL, A
          uu25.file_limit,                  30, CALENDAR_DAY, NATIONAL, A
          uu14.answer,                      10, WORKING_DAY,  NATIONAL, A
          uu14.objection,                   30, WORKING_DAY,  NATIONAL, A
          uu14.objection_reply,             30, WORKING_DAY,  NATIONAL, A
          omb.explain,                      14, CALENDAR_DAY, NATIONAL, A
          omb.report_recommendation,        60, CALENDAR_DAY, NATIONAL, A
          pdp.correct,                      72, CLOCK_HOUR,   NATIONAL, A
          pdp.access,                       72, CLOCK_HOUR,   NATIONAL, A
          pdp.withdraw,                     72, CLOCK_HOUR,   NATIONAL, A
          pdp.suspend,                      72, CLOCK_HOUR,   NATIONAL, A
          pdp.breach_notice,                72, CLOCK_HOUR,   NATIONAL, A
          """)
  void theShippedClocksHaveTheNumbersOfTheRegulations(
      String id, int amount, Limit.Unit unit, Scope scope, ClockRule.Grade grade) {
    ClockRule rule = RuleBook.shipped().find(id).orElseThrow();

    assertThat(rule.limit()).isEqualTo(new Limit(amount, unit));
    assertThat(rule.scope()).isEqualTo(scope);
    assertThat(rule.grade()).isEqualTo(grade);
    assertThat(rule.source()).matches("(CMP|SOP|UU25|UU14|OMB|PDP)-\\d\\d: .+");
  }

  @Test
  void theseAreAllOfThemAndOneCanBeExtended() {
    assertThat(RuleBook.shipped().rules()).hasSize(24);
    assertThat(RuleBook.shipped().rules())
        .filteredOn(rule -> rule.extension().isPresent())
        .extracting(ClockRule::id)
        .containsExactly("uu14.answer");
    assertThat(RuleBook.shipped().find("uu14.answer").flatMap(ClockRule::extension))
        .contains(new Limit(7, Limit.Unit.WORKING_DAY));
  }

  @Test
  void theServiceLevelOfARegencyIsNotAmongTheNationalRules() {
    assertThat(RuleBook.national().rules())
        .hasSize(21)
        .allMatch(rule -> rule.scope() == Scope.NATIONAL);
  }

  @Test
  void closingACaseEndsNoClockOfTheOmbudsmanOrOfPersonalData() {
    assertThat(RuleBook.shipped().rules())
        .filteredOn(rule -> rule.id().startsWith("pdp.") || rule.id().startsWith("omb."))
        .hasSize(7)
        .noneMatch(rule -> rule.until().contains(CaseEvent.CLOSED))
        .allMatch(rule -> rule.drop().isEmpty());
  }

  @Test
  void aBookIsReadAsItWasWritten() {
    RuleBook book = RuleBook.shipped();

    RuleBook read = RuleBook.fromJson(book.toJson());

    assertThat(read).isEqualTo(book);
    assertThat(read.toJson()).isEqualTo(book.toJson());
    assertThatThrownBy(() -> RuleBook.fromJson("[]".getBytes(UTF_8)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void theVersionNamesTheContentNotOnlyItsLabel() {
    String before = version(OWN.replace("    replaces: true\n", ""));

    assertThat(before).matches("bintan-2027~[0-9a-f]{8}");
    assertThat(version(OWN.replace("    replaces: true\n", ""))).isEqualTo(before);
    assertThat(version(OWN.replace("    replaces: true\n", "").replace("limit: 2", "limit: 3")))
        .startsWith("bintan-2027~")
        .isNotEqualTo(before);
    assertThat(RuleBook.shipped().version()).matches("2026-11~[0-9a-f]{8}");
    assertThat(RuleBook.national().version()).isNotEqualTo(RuleBook.shipped().version());
  }

  /** A hash that depended on the order of a set would be another one in another process. */
  @Test
  void theVersionIsTheSameInEveryProcess() {
    assertThat(
            version(
                OWN.replace("    replaces: true\n", "")
                    .replace("[answered]", "[answered, closed, decided]")))
        .isEqualTo("bintan-2027~43f32f1f");
  }

  private String version(String file) {
    return RuleBook.read(List.of(YamlFile.parse("own.yaml", file.getBytes(UTF_8), problems)))
        .version();
  }

  @Test
  void withoutASettingTheNationalRulesAreInForce() {
    assertThat(setting("zone: x\n")).isEqualTo(RuleBook.national());
    assertThat(problems.list()).isEmpty();
  }

  @Test
  void theSettingNamesShippedRulesAndFilesOfOnesOwn() throws IOException {
    Files.writeString(folder.resolve("own.yaml"), OWN);

    RuleBook book = setting("rules: [sp4n, bintan, own.yaml]\n");

    assertThat(problems.list()).isEmpty();
    assertThat(book.rules()).hasSize(9);
    assertThat(book.version()).startsWith("2026-11+bintan-2027~");
    assertThat(book.find("sop.bintan.answer").map(ClockRule::limit))
        .contains(new Limit(2, Limit.Unit.CALENDAR_DAY));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          rules: []             | 1:1: 'rules' names no file: no clock would run
          rules: [spn]          | 1:9: unknown name of rules: 'spn' (did you mean 'sp4n'?)
          rules: [sp4n, sp4n]   | 1:15: 'sp4n' stands twice in 'rules'
          rules: [none.yaml]    | cannot read this file
          rules: ["\\0.yaml"]   | is not a path
          """)
  void aFaultOfTheSettingIsTold(String setting, String told) {
    setting(setting);

    assertThat(problems.list())
        .extracting(Problem::toString)
        .anySatisfy(problem -> assertThat(problem).contains(told));
  }

  private RuleBook setting(String yaml) {
    return RuleSettings.read(
        YamlFile.parse("lapor.yaml", yaml.getBytes(UTF_8), problems), folder, problems);
  }
}
