package id.aduan.lapor.deadline.explain;

import static id.aduan.lapor.deadline.Cases.ORDINARY;
import static id.aduan.lapor.deadline.Cases.STANDARD;
import static id.aduan.lapor.deadline.Cases.at;
import static id.aduan.lapor.deadline.Cases.clock;
import static id.aduan.lapor.deadline.Cases.computed;
import static id.aduan.lapor.deadline.Cases.event;
import static org.assertj.core.api.Assertions.assertThat;

import id.aduan.lapor.deadline.CaseClocks;
import id.aduan.lapor.deadline.CaseEvent;
import id.aduan.lapor.deadline.Language;
import id.aduan.lapor.deadline.RuleBook;
import id.aduan.lapor.deadline.RuleSettings;
import id.aduan.lapor.yaml.Problems;
import id.aduan.lapor.yaml.YamlFile;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The guide to deadlines shows what ships; where a test fails, put what it expected there. */
class DeadlineGuideTest {

  @ParameterizedTest
  @EnumSource
  void theTableOfClocksIsMadeFromTheShippedRules(Language language) throws IOException {
    assertThat(generated(language, "clocks")).isEqualTo(new DeadlineTables(language).clocks());
  }

  @ParameterizedTest
  @EnumSource
  void theTableOfEventsHasEachOfThem(Language language) throws IOException {
    assertThat(generated(language, "events")).isEqualTo(new DeadlineTables(language).events());
  }

  @ParameterizedTest
  @EnumSource
  void theWorkedExampleIsWhatTheCommandTells(Language language) throws IOException {
    CaseClocks clocks = computed(ORDINARY, event(CaseEvent.RECEIVED, "2026-03-13T15:20"));
    String rule = "sp4n.verify_forward";
    Deadline deadline =
        new Deadline(
            clocks,
            clock(clocks, rule),
            RuleBook.shipped().find(rule).orElseThrow(),
            STANDARD,
            at("2026-03-17T10:00"));

    String shown =
        deadline
            .explanation(language)
            .text()
            .replaceAll("~[0-9a-f]{8}", "~xxxxxxxx"); // another one with each change of a rule

    assertThat(generated(language, "example")).isEqualTo("```text\n" + shown + "```");
  }

  private static String generated(Language language, String name) throws IOException {
    String file = language == Language.ID ? "deadlines.id.md" : "deadlines.md";
    String guide = Files.readString(Path.of("..", "docs", "guide", file));
    Pattern region =
        Pattern.compile(
            "<!-- generated: " + name + " -->\\n+(.*?)\\n+<!-- end -->", Pattern.DOTALL);
    Matcher found = region.matcher(guide);
    assertThat(found.find()).as("%s in %s", name, file).isTrue();
    return found.group(1);
  }

  @Test
  void theRulesOfOnesOwnThatItShowsAreRight() throws URISyntaxException {
    Path file =
        Path.of(Objects.requireNonNull(RuleBook.class.getResource("own-rules.yaml")).toURI());
    Problems problems = new Problems();
    byte[] setting = "rules: [sp4n, bintan, own-rules.yaml]".getBytes(StandardCharsets.UTF_8);

    RuleBook book =
        RuleSettings.read(
            YamlFile.parse("lapor.yaml", setting, problems),
            Objects.requireNonNull(file.getParent()),
            problems);

    assertThat(problems.list()).isEmpty();
    assertThat(book.find("bintan.answer_in_two_days")).isPresent();
    assertThat(book.rules()).hasSize(10);
  }
}
