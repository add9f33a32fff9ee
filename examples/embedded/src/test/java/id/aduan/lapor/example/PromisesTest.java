package id.aduan.lapor.example;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Each promise is on the page of reliability, with tests that are there and bear its number. */
class PromisesTest {
  private static final int PROMISES = 24;
  private static final Pattern ROW =
      Pattern.compile("(?m)^\\| \\*\\*(C\\d+)\\*\\* \\| ([^|]+) \\| ([^|]+) \\|[^|]*\\|$");
  private static final Pattern NAME = Pattern.compile("`(\\w+)`");

  private static List<MatchResult> rows() {
    String page = Documents.read(Documents.root().resolve("docs/reliability.md"));
    return ROW.matcher(page).results().toList();
  }

  @Test
  void every_promise_has_one_row() {
    assertThat(rows().stream().map(row -> row.group(1)))
        .containsExactlyElementsOf(
            IntStream.rangeClosed(1, PROMISES).mapToObj(number -> "C" + number).toList());
  }

  @Test
  void every_promise_names_tests_that_bear_its_number_or_says_that_it_is_not_yet_held() {
    for (MatchResult row : rows()) {
      List<String> named =
          NAME.matcher(row.group(3)).results().map(result -> result.group(1)).toList();
      if (named.isEmpty()) {
        assertThat(row.group(3)).as(row.group(1)).isEqualTo("not yet held");
      }
      assertThat(withTag(row.group(1))).as("tests tagged %s", row.group(1)).containsAll(named);
    }
  }

  @Test
  void every_fault_of_the_guarantees_is_on_the_page() {
    Pattern fault = Pattern.compile("(?m)^\\| \\*{0,2}(F\\d+)\\*{0,2} \\|");
    Path docs = Documents.root().resolve("docs");
    Set<String> explained = numbers(fault, Documents.read(docs.resolve("reference/guarantees.md")));

    assertThat(numbers(fault, Documents.read(docs.resolve("reliability.md"))))
        .isEqualTo(explained)
        .hasSize(71);
  }

  private static Set<String> numbers(Pattern pattern, String text) {
    return pattern
        .matcher(text)
        .results()
        .map(result -> result.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The names of the classes whose text has this tag. */
  private static Set<String> withTag(String promise) {
    return Documents.files("Test.java", "Contract.java").stream()
        .filter(file -> Documents.read(file).contains("@Tag(\"" + promise + "\")"))
        .map(file -> String.valueOf(file.getFileName()).replace(".java", ""))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
