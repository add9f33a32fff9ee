package id.aduan.lapor.example;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every number and link that a comment, a test or a document holds leads somewhere. */
class ReferencesTest {
  private static final Pattern RULE =
      Pattern.compile(
          "\\b(?:CMP|CAL|UU25|UU14|SOP|SMS|ODF|GOV|OMB|ARC|PSE|PDP|INT|COD|TRM)-\\d{2}\\b");
  private static final Pattern STATEMENT = Pattern.compile("\\b[CDS]\\d{1,2}\\b");
  private static final Pattern FAULT = Pattern.compile("\\bF(?:[1-9]|[1-6]\\d|7[01])\\b");
  private static final Pattern SECTION =
      Pattern.compile("portal-wire[ \\n*/]+(\\d+(?:\\.\\d+)?(?:, \\d+(?:\\.\\d+)?)*)");
  private static final Pattern FACT = Pattern.compile("@Tag\\(\"portal-wire-12\\.(\\d+)\"\\)");
  private static final Pattern COMMENT_OR_TAG =
      Pattern.compile("/\\*.*?\\*/|(?<![:\"])//[^\\n]*|@Tag\\(\"[^\"]*\"\\)", Pattern.DOTALL);
  private static final Pattern DEFINED = Pattern.compile("(?m)^\\| \\*\\*([A-Z0-9-]+)\\*\\* \\|");
  private static final Pattern LINK =
      Pattern.compile("\\]\\((?!https?:)([^)\\s]+)\\)", Pattern.MULTILINE);
  private static final Pattern TITLE = Pattern.compile("(?m)^#+ (.+)$");
  private static final Pattern HEADING = Pattern.compile("(?m)^#{2,3} (\\d+(?:\\.\\d+)?) ");

  @Test
  void every_guarantee_rule_and_decision_that_is_cited_is_explained() {
    Set<String> explained = new TreeSet<>();
    for (String page : List.of("guarantees", "design-decisions", "rules")) {
      explained.addAll(groups(DEFINED, reference(page)));
    }

    for (Path file : sources()) {
      String text = citing(file);
      for (Pattern pattern : List.of(RULE, STATEMENT, FAULT)) {
        Set<String> cited = wholes(pattern, text);
        cited.removeAll(explained);
        assertThat(cited).as("cited in %s, not in docs/reference", Documents.name(file)).isEmpty();
      }
    }
  }

  @Test
  void every_section_of_the_portals_wire_that_is_cited_exists() {
    Set<String> sections = groups(HEADING, reference("portal-wire"));

    for (Path file : sources()) {
      Set<String> cited = new TreeSet<>();
      for (String list : groups(SECTION, citing(file))) {
        cited.addAll(List.of(list.split(", ")));
      }
      cited.removeAll(sections);
      assertThat(cited).as("sections cited in %s", Documents.name(file)).isEmpty();
    }
  }

  @Test
  void every_fact_of_the_portals_wire_that_is_easy_to_get_wrong_has_a_test_that_names_it() {
    Set<String> named = new TreeSet<>();
    Documents.files("Test.java").forEach(it -> named.addAll(groups(FACT, Documents.read(it))));

    assertThat(named).containsExactlyInAnyOrder("1", "2", "3", "4", "5", "6", "7", "8", "9", "10");
  }

  @Test
  void every_link_between_documents_leads_to_a_file_and_a_heading() {
    for (Path file : Documents.files(".md")) {
      for (MatchResult link : LINK.matcher(Documents.read(file)).results().toList()) {
        String[] parts = link.group(1).split("#", 2);
        Path target = parts[0].isEmpty() ? file : file.resolveSibling(parts[0]).normalize();
        assertThat(target).as("link in %s", Documents.name(file)).exists();
        if (parts.length > 1) {
          assertThat(anchors(target)).as("link in %s", Documents.name(file)).contains(parts[1]);
        }
      }
    }
  }

  /** Headings as they are addressed: lower case, blanks as hyphens, no punctuation. */
  private static Set<String> anchors(Path page) {
    Set<String> anchors = new TreeSet<>();
    for (String title : groups(TITLE, Documents.read(page))) {
      anchors.add(
          title.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N} -]", "").replace(' ', '-'));
    }
    return anchors;
  }

  private static List<Path> sources() {
    return Documents.files(".java", ".md", ".yaml", ".sql", ".csv");
  }

  private static String reference(String page) {
    return Documents.read(Documents.root().resolve("docs/reference/" + page + ".md"));
  }

  /** Of a Java file only its comments and tags: its code may use such words for anything. */
  private static String citing(Path file) {
    String text = Documents.read(file);
    return file.toString().endsWith(".java")
        ? COMMENT_OR_TAG
            .matcher(text)
            .results()
            .map(MatchResult::group)
            .collect(Collectors.joining("\n"))
        : text;
  }

  private static Set<String> wholes(Pattern pattern, String text) {
    return collected(pattern.matcher(text).results().map(MatchResult::group));
  }

  private static Set<String> groups(Pattern pattern, String text) {
    return collected(pattern.matcher(text).results().map(result -> result.group(1)));
  }

  private static Set<String> collected(Stream<String> found) {
    return found.collect(Collectors.toCollection(TreeSet::new));
  }
}
