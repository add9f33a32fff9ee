package id.aduan.lapor.example;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * A document shows a region of a source by {@code <!-- snippet: name -->} before its code block;
 * the source marks it with {@code // snippet: name} (or {@code # snippet: name}) and {@code end}.
 */
class SnippetsTest {
  private static final Pattern REGION =
      Pattern.compile(
          "(?ms)^[ ]*(?://|#) snippet: ([a-z-]+)\\n(.*?)^[ ]*(?://|#) end$", Pattern.MULTILINE);
  private static final Pattern SHOWN =
      Pattern.compile("(?s)<!-- snippet: ([a-z-]+) -->\\n+```[a-z]+\\n(.*?)```");

  @Test
  void what_the_documents_show_is_what_was_compiled() {
    Map<String, String> regions = regions();
    int shown = 0;

    for (Path file : Documents.files(".md")) {
      Matcher snippet = SHOWN.matcher(Documents.read(file));
      while (snippet.find()) {
        shown++;
        assertThat(snippet.group(2))
            .as("snippet %s in %s", snippet.group(1), Documents.name(file))
            .isEqualTo(regions.get(snippet.group(1)));
      }
    }

    assertThat(shown).as("snippets in the documents").isPositive();
  }

  private static Map<String, String> regions() {
    Map<String, String> regions = new TreeMap<>();
    for (Path file : Documents.files(".java", ".yaml")) {
      Matcher region = REGION.matcher(Documents.read(file));
      while (region.find()) {
        String earlier =
            regions.put(region.group(1), region.group(2).stripTrailing().stripIndent() + "\n");
        assertThat(earlier).as("a second snippet %s", region.group(1)).isNull();
      }
    }
    return regions;
  }
}
