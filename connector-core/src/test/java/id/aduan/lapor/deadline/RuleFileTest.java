package id.aduan.lapor.deadline;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import id.aduan.lapor.yaml.Problem;
import id.aduan.lapor.yaml.Problems;
import id.aduan.lapor.yaml.YamlFile;
import id.aduan.lapor.yaml.YamlMap;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RuleFileTest {
  private static final String RIGHT =
      """
      version: own-1
      clocks:
        - id: own.answer
          name: {id: Jawaban, en: Answer}
          limit: 2
          unit: working_day
          extension: {limit: 1, reason: required}
          scope: local
          duty: agency
          from: [delivered]
          until: [answered]
          drop: [closed]
          pause: {from: [waiting_for_reporter], until: [reporter_replied]}
          reopen: [reopened]
          applies: {classification: [unknown], type: [open], agency: [opd]}
          source: Keputusan Bupati
          grade: D
      """;

  private final Problems problems = new Problems();

  @Test
  void theRightFileHasNoFault() {
    RuleBook book = read(RIGHT);

    assertThat(problems.list()).isEmpty();
    assertThat(book.rules()).hasSize(1);
    ClockRule rule = book.rules().get(0);
    assertThat(rule.limit()).isEqualTo(new Limit(2, Limit.Unit.WORKING_DAY));
    assertThat(rule.extension()).contains(new Limit(1, Limit.Unit.WORKING_DAY));
    assertThat(rule.pauseUntil()).containsExactly(CaseEvent.REPORTER_REPLIED);
    assertThat(rule.source()).isEqualTo("Keputusan Bupati");
  }

  static Stream<Arguments> faults() {
    return Stream.of(
        fault("limit: 2", "limit: -1", "5:12: 'limit' must be a whole number from 1 to 1000"),
        fault("limit: 2", "limit: 0", "5:12: 'limit' must be a whole number from 1 to 1000"),
        fault("limit: 2", "limit: 1001", "5:12: 'limit' must be a whole number from 1 to 1000"),
        fault("limit: 2", "limit: two", "5:12: 'limit' must be a whole number from 1 to 1000"),
        fault(
            "limit: 2", "limit: 1000", "7:16: a limit and its extension are together at most 1000"),
        fault(
            "limit: 1,",
            "limit: 999,",
            "7:16: a limit and its extension are together at most 1000"),
        fault(
            "unit: working_day",
            "unit: week",
            "6:11: unknown value for 'unit': 'week'"
                + " (known: working_day, calendar_day, clock_hour, minute)"),
        fault("unit: working_day", "", "3:5: the key 'unit' is missing"),
        fault(
            "extension: {limit: 1,",
            "extension: {limit: 1, unit: calendar_day,",
            "7:33: an extension is counted in the unit of its limit, working_day"),
        fault("reason: required", "reason: no", "7:35: unknown word for 'reason': 'no' (known:"),
        fault(", reason: required", "", "7:16: the key 'reason' is missing"),
        fault(
            "from: [delivered]",
            "from: [deliverd]",
            "10:12: unknown event for 'from': 'deliverd' (did you mean 'delivered'?)"),
        fault("from: [delivered]", "from: [extended]", "10:12: unknown event for 'from'"),
        fault("from: [delivered]", "from: []", "3:5: 'from' is empty: nothing starts this clock"),
        fault("from: [delivered]\n", "\n", "3:5: the key 'from' is missing"),
        fault("until: [answered]", "until: []", "3:5: 'until' is empty: nothing fulfils"),
        fault("until: [answered]\n", "\n", "3:5: the key 'until' is missing"),
        fault(
            "from: [delivered]",
            "from: [delivered, delivered]",
            "10:23: the event 'delivered' stands twice in 'from'"),
        fault(", until: [reporter_replied]", "", "13:12: the key 'until' is missing"),
        fault("from: [waiting_for_reporter], ", "", "13:12: the key 'from' is missing"),
        fault(
            "[reporter_replied]",
            "[waiting_for_reporter]",
            "3:5: 'pause.from' and 'pause.until' both name the event waiting_for_reporter"),
        fault(
            "drop: [closed]",
            "drop: [closed, answered]",
            "3:5: 'until' and 'drop' both name the event answered"),
        fault("drop: [closed]\n", "\n", "3:5: 'reopen' has no effect"),
        fault("id: own.answer", "id: Own answer", "3:9: an id is 2 to 4 words of lower-case"),
        fault("id: own.answer\n    name", "name", "3:5: the key 'id' is missing"),
        fault(
            "classification: [unknown]",
            "classification: [complaint]",
            "15:32: unknown value for 'classification': 'complaint' (known: supervisory_complaint,"),
        fault("type: [open]", "type: [opn]", "15:49: unknown value for 'type': 'opn' (did you"),
        fault("agency: [opd]", "agency: [dinas]", "15:65: unknown value for 'agency': 'dinas'"),
        fault("source: Keputusan Bupati", "", "3:5: the key 'source' is missing"),
        fault("grade: D", "", "3:5: the key 'grade' is missing"),
        fault("grade: D", "grade: E", "17:12: unknown value for 'grade': 'E'"),
        fault("name: {id: Jawaban, en: Answer}", "name: {id: Jawaban}", "the key 'en' is missing"),
        fault("scope: local", "scope: regional", "unknown value for 'scope': 'regional'"),
        fault("scope: local\n", "\n", "3:5: the key 'scope' is missing"),
        fault("duty: agency", "duty: citizen", "unknown value for 'duty': 'citizen'"),
        fault("version: own-1", "version: own 1", "1:10: 'version' must be 1 to 32 letters"),
        fault("version: own-1", "", "the key 'version' is missing"),
        fault("drop:", "dorp:", "12:5: unknown key: 'dorp' (did you mean 'drop'?)"),
        fault(
            "scope: local", "scope: local\n    replaces: true", "there is no clock own.answer in"),
        fault("clocks:", "clokcs:", "the key 'clocks' is missing"));
  }

  private static Arguments fault(String right, String wrong, String told) {
    return Arguments.of(right, wrong, told);
  }

  @ParameterizedTest(name = "{1} instead of {0}")
  @MethodSource("faults")
  void aFaultIsToldWithItsPlace(String right, String wrong, String told) {
    assertThat(RIGHT).contains(right);

    read(RIGHT.replace(right, wrong));

    assertThat(problems.list())
        .extracting(Problem::toString)
        .anySatisfy(problem -> assertThat(problem).startsWith("0.yaml:").contains(told));
  }

  @Test
  void allFaultsAreToldAtOnce() {
    read(
        RIGHT
            .replace("limit: 2", "limit: 0")
            .replace("from: [delivered]", "from: [sent]")
            .replace("grade: D", "grade: Z"));

    assertThat(problems.list()).extracting(Problem::line).containsExactly(5, 10, 17);
  }

  @Test
  void aClockOfAnotherFileIsReplacedOnlyByOneThatSaysSo() {
    String second = RIGHT.replace("limit: 2", "limit: 3");

    read(RIGHT, second);
    assertThat(problems.list())
        .extracting(Problem::toString)
        .containsExactly(
            "1.yaml:3:5: the clock own.answer is in an earlier file too"
                + " ('replaces: true' if this one is to take its place)");

    RuleBook book = read(RIGHT, second.replace("scope:", "replaces: true\n    scope:"));
    assertThat(problems.list()).hasSize(1);
    assertThat(book.rules()).extracting(rule -> rule.limit().amount()).containsExactly(3);
  }

  @Test
  void aClockStandsOnceInAFileEvenIfItSaysThatItReplaces() {
    String clock = RIGHT.substring(RIGHT.indexOf("  - id"));

    read(RIGHT + clock.replace("scope:", "replaces: true\n    scope:"));

    assertThat(problems.list())
        .extracting(Problem::toString)
        .containsExactly("0.yaml:18:5: the clock own.answer is written twice in this file");
  }

  @Test
  void thereAreAtMost200Clocks() {
    StringBuilder text = new StringBuilder("version: own-1\nclocks:\n");
    String clock = RIGHT.substring(RIGHT.indexOf("  - id"));
    for (int i = 0; i <= RuleFile.CLOCKS_MAX; i++) {
      text.append(clock.replace("own.answer", "own.answer_" + i));
    }

    read(text.toString());

    assertThat(problems.list())
        .extracting(Problem::message)
        .containsExactly("with this file there are more than 200 clocks");
  }

  private RuleBook read(String... files) {
    List<YamlMap> maps = new ArrayList<>();
    for (String file : files) {
      maps.add(YamlFile.parse(maps.size() + ".yaml", file.getBytes(UTF_8), problems));
    }
    return RuleBook.read(maps);
  }
}
