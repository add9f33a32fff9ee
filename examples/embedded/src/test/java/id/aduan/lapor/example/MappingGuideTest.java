package id.aduan.lapor.example;

import static org.assertj.core.api.Assertions.assertThat;

import id.aduan.lapor.mapping.Mapping;
import id.aduan.lapor.yaml.Problem;
import id.aduan.lapor.yaml.Problems;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each file and recipe that the guide of the mapping shows is one that compiles. */
class MappingGuideTest {
  private static final Pattern SNIPPET = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL);
  private static final Pattern COMMENT = Pattern.compile("(?m) *# .*$");
  private static final String FIRST = "version: 1\n";
  private static final String DEFAULT = "default: diskominfo\n";

  @ParameterizedTest
  @ValueSource(strings = {"mapping.md", "mapping.id.md"})
  void each_snippet_compiles_and_nothing_in_it_looks_odd(String page) {
    assertThat(snippets(page)).hasSizeGreaterThan(13);
    for (String snippet : snippets(page)) {
      String whole =
          (snippet.contains("version:") ? "" : FIRST)
              + (snippet.contains("default:") ? "" : DEFAULT)
              + snippet;
      Problems problems = new Problems();
      Mapping mapping =
          Mapping.parse(page, whole.getBytes(StandardCharsets.UTF_8), Set.of(), problems);

      assertThat(problems.list()).as(snippet).extracting(Problem::toString).isEmpty();
      assertThat(mapping.notices()).as(snippet).extracting(Problem::toString).isEmpty();
    }
  }

  @Test
  void both_languages_show_the_same() {
    assertThat(snippets("mapping.id.md").stream().map(MappingGuideTest::bare))
        .containsExactlyElementsOf(
            snippets("mapping.md").stream().map(MappingGuideTest::bare).toList());
  }

  private static String bare(String snippet) {
    return COMMENT.matcher(snippet).replaceAll("");
  }

  private static List<String> snippets(String page) {
    return SNIPPET
        .matcher(Documents.read(Documents.root().resolve("docs/guide/" + page)))
        .results()
        .map((MatchResult block) -> block.group(1))
        .toList();
  }
}
